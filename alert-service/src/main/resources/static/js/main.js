// Starts the page: sign in, then the frame with its view. One store of what the server said, drawn again after each change.

import { html, render } from '/webjars/lit-html/lit-html.js';
import { api, signedOut } from './api.js';
import { changed, state } from './state.js';
import { t } from './i18n.js';
import { login } from './views/login.js';
import { frame } from './views/frame.js';
import { overview } from './views/overview.js';
import { brandForm } from './views/brand-form.js';
import { started as startedBrand } from './views/started.js';
import { learnt } from './views/learnt.js';
import { queries } from './views/queries.js';
import { rules } from './views/rules.js';
import { inbox } from './views/inbox.js';
import { settings } from './views/settings.js';
import { compare } from './views/compare.js';
import { alertPage } from './views/alert.js';
import { mentions } from './views/mentions.js';
import { wall } from './views/wall.js';

const root = document.getElementById('app');
let started = false;
const views = { overview, mentions, compare, brand: brandForm, started: startedBrand, learnt, queries, rules, alerts: inbox, settings, alert: alertPage, wall };

let session = null;
let brands = null;
let current = null;

export function draw() {
  // lit adds beside what the page came with
  if (!started) root.replaceChildren();
  started = true;
  if (!session) {
    render(login(signIn, draw), root);
    return;
  }
  // a wall has nothing around it
  if (current?.bare) {
    render(current.template(), root);
    return;
  }
  render(frame({ session, brands, draw, signOut, content: current ? current.template() : html`` }), root);
}

/** Rows of links that do not fit are scrolled to where the reader is. */
function showWhere() {
  for (const link of document.querySelectorAll('nav [aria-current="page"]')) {
    const row = link.closest('.bar-links, ul');
    if (row) row.scrollLeft = link.offsetLeft - row.offsetLeft - row.clientWidth / 3;
  }
}

function enter() {
  const { view, brand, alert } = state();
  const known = views[view] && (!['learnt', 'queries', 'started'].includes(view) || brands.some((b) => b.id === brand));
  const named = known && view !== 'overview' ? view : alert ? 'alert' : 'overview';
  const wanted = brands.length === 0 ? 'brand' : named;
  const key = `${wanted}|${brand}|${wanted === 'alert' ? alert : ''}`;
  const elsewhere = current && current.view !== wanted;
  if (!current || current.key !== key) {
    current?.leave();
    current = views[wanted]({ draw, brands, session, reload });
    current.key = key;
    current.view = wanted;
  }
  current.update();
  draw();
  showWhere();
  // who works by keyboard or ear begins where the new view begins
  if (elsewhere) {
    scrollTo(0, 0);
    document.getElementById('content')?.focus({ preventScroll: true });
  }
}

async function reload() {
  brands = (await api.get('/api/brands')).items;
  enter();
}

async function signIn(user, password) {
  await api.post('/api/session', { user, password });
  await start();
}

async function signOut() {
  await api.remove('/api/session');
  current?.leave();
  current = null;
  session = null;
  draw();
}

async function start() {
  try {
    session = await api.get('/api/session');
    await reload();
  } catch (e) {
    if (e.status === 401) {
      session = null;
      draw();
    } else {
      if (!started) root.replaceChildren();
      started = true;
      render(html`<p class="notice error" role="alert">${e.status === 0 ? t('error.offline') : e.message}</p>`, root);
      setTimeout(start, 3_000);
    }
  }
}

signedOut.addEventListener('out', () => {
  if (!session) return;
  current?.leave();
  current = null;
  session = null;
  draw();
});
changed.addEventListener('change', () => session && brands && enter());
start();
