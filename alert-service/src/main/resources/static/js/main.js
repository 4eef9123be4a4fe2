// Starts the page: sign in, then the frame with its view. One store of what the server said, drawn again after each change.

import { html, render } from '/webjars/lit-html/lit-html.js';
import { ApiError, api, signedOut } from './api.js';
import { connection } from './connection.js';
import { changed, state } from './state.js';
import { t } from './i18n.js';
import { isLost, mayBeLost } from './unsaved.js';
import { login } from './views/login.js';
import { frame } from './views/frame.js';

const root = document.getElementById('app');
let started = false;

// each view comes when it is first opened
const views = {
  overview: () => import('./views/overview.js').then((m) => m.overview),
  mentions: () => import('./views/mentions.js').then((m) => m.mentions),
  compare: () => import('./views/compare.js').then((m) => m.compare),
  brand: () => import('./views/brand-form.js').then((m) => m.brandForm),
  started: () => import('./views/started.js').then((m) => m.started),
  learnt: () => import('./views/learnt.js').then((m) => m.learnt),
  queries: () => import('./views/queries.js').then((m) => m.queries),
  rules: () => import('./views/rules.js').then((m) => m.rules),
  alerts: () => import('./views/inbox.js').then((m) => m.inbox),
  settings: () => import('./views/settings.js').then((m) => m.settings),
  alert: () => import('./views/alert.js').then((m) => m.alertPage),
  wall: () => import('./views/wall.js').then((m) => m.wall),
};
let wantedNow = '';

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
  render(frame({ session, brands, draw, signOut, shown: current?.view, content: current ? current.template() : html`` }), root);
}

/** Rows of links that do not fit are scrolled to where the reader is. */
function showWhere() {
  for (const link of document.querySelectorAll('nav [aria-current="page"]')) {
    const row = link.closest('.bar-links, ul');
    if (row) row.scrollLeft = link.offsetLeft - row.offsetLeft - row.clientWidth / 3;
  }
}

async function enter() {
  const { view: asked, brand, alert } = state();
  const isThere = brands.some((b) => b.id === brand) || asked === 'queries' && !brand;
  const known = views[asked] && (!['learnt', 'queries', 'started'].includes(asked) || isThere);
  const named = known && asked !== 'overview' ? asked : alert ? 'alert' : 'overview';
  const wanted = brands.length === 0 ? 'brand' : named;
  const key = `${wanted}|${brand}|${wanted === 'alert' ? alert : ''}`;
  const elsewhere = current && current.view !== wanted;
  wantedNow = key;
  const view = await views[wanted]().catch(() => { throw new ApiError(0, 'offline'); });
  // the reader has gone elsewhere meanwhile
  if (wantedNow !== key || !session) return;
  if (current?.key !== key) {
    current?.leave();
    current = view({ draw, brands, session, reload });
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
  await enter();
}

async function signIn(user, password) {
  await api.post('/api/session', { user, password });
  await start();
}

async function signOut() {
  if (isLost() && !await mayBeLost()) return;
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
      later(e);
    }
  }
}

function later(e) {
  if (!started) root.replaceChildren();
  started = true;
  render(html`<p class="notice error" role="alert">${e.status === 0 ? t('error.offline') : e.message}</p>`, root);
  setTimeout(start, 3_000);
}

signedOut.addEventListener('out', () => {
  if (!session) return;
  current?.leave();
  current = null;
  session = null;
  draw();
});
connection.addEventListener('lost', () => session && current && draw());
connection.addEventListener('back', () => {
  if (!session || !current) return;
  current.again?.();
  draw();
});
changed.addEventListener('change', () => session && brands && enter().catch(later));
start();
