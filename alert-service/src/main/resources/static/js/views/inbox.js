// The alerts of all brands: what is open, how bad, since when, and what people do about it, by keyboard too.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../api.js';
import { number, t } from '../i18n.js';
import { atMostEvery, listen } from '../live.js';
import { go, HOME, state } from '../state.js';
import { MAY_ACT, verbsOf, WORDED } from '../parts/acting.js';
import { asked, inboxFilter, STATES, wanted } from '../parts/inbox-filter.js';
import { inboxList } from '../parts/inbox-list.js';
import { said } from '../parts/said.js';

const SIZE = 30;
const KEYS = { a: 'ack', s: 'assign', c: 'comment', r: 'resolve', o: 'reopen' };
const WRITING = 'input, textarea, select, [contenteditable]';

export function inbox({ draw, brands, session }) {
  const may = MAY_ACT.includes(session.role);
  const data = { items: null, total: 0, cursor: '', totals: {}, problem: '', outcome: '', at: '', shown: '' };
  const doing = { id: '', writing: '', wrong: null, busy: false };
  let left = false;
  let stop = () => {};
  let turn = 0;

  const query = () => asked(wanted(), state().brand);
  const keyOf = () => JSON.stringify([wanted(), state().brand]);

  async function load() {
    const mine = ++turn;
    try {
      const size = Math.max(SIZE, data.items?.length ?? 0);
      const answer = await api.get('/api/alerts', { ...query(), size });
      if (mine !== turn) return;
      Object.assign(data, { items: answer.items, total: answer.total, cursor: answer.cursor ?? '', problem: '' });
      // what somebody has just dealt with may leave the list; the next one is at hand then
      if (!data.items.some((a) => a.id === data.at)) data.at = data.items[0]?.id ?? '';
      if (!left) draw();
      await count(mine);
    } catch (e) {
      if (mine === turn) data.problem = said(e);
    }
    if (!left) draw();
  }

  async function count(mine) {
    const others = STATES.filter((is) => is !== wanted().is);
    const answers = await Promise.all(others.map((is) => api.get('/api/alerts', { ...asked({ ...wanted(), is }, state().brand), size: 1 })));
    if (mine !== turn) return;
    data.totals = { [wanted().is]: data.total };
    others.forEach((is, i) => { data.totals[is] = answers[i].total; });
  }

  async function more() {
    const mine = ++turn;
    try {
      const answer = await api.get('/api/alerts', { ...query(), size: SIZE, cursor: data.cursor });
      if (mine !== turn) return;
      const known = new Set(data.items.map((a) => a.id));
      data.items = [...data.items, ...answer.items.filter((a) => !known.has(a.id))];
      data.cursor = answer.cursor ?? '';
    } catch (e) {
      data.problem = said(e);
    }
    draw();
  }

  const focusOn = (id) => document.getElementById(`inbox-${id}`)?.focus();

  function step(by) {
    const i = data.items.findIndex((a) => a.id === data.at);
    const isThere = document.activeElement?.closest('#inbox-list');
    const next = data.items[isThere ? Math.min(Math.max(i + by, 0), data.items.length - 1) : Math.max(i, 0)];
    if (!next) return;
    data.at = next.id;
    draw();
    focusOn(next.id);
  }

  async function act(alert, verb, words) {
    const after = data.items[data.items.indexOf(alert) + 1]?.id ?? data.items[data.items.indexOf(alert) - 1]?.id;
    const byKeyboard = document.activeElement?.closest('#inbox-list');
    Object.assign(doing, { id: alert.id, wrong: null, busy: true });
    draw();
    try {
      await api.post(`/api/alerts/${encodeURIComponent(alert.id)}/${verb}`, words);
      Object.assign(doing, { writing: '' });
      data.outcome = t(`inbox.did.${verb}`, { summary: alert.summary });
    } catch (e) {
      doing.wrong = { field: e.field, message: said(e) };
    }
    doing.busy = false;
    await load();
    if (!byKeyboard || doing.wrong) return;
    if (!data.items.some((a) => a.id === alert.id) && data.items.some((a) => a.id === after)) data.at = after;
    draw();
    focusOn(data.at);
  }

  function ask(alert, verb) {
    const again = doing.id === alert.id && doing.writing === verb;
    Object.assign(doing, { id: alert.id, writing: again ? '' : verb, wrong: null });
    draw();
    if (again) focusOn(alert.id); else document.querySelector('#acting [name]')?.focus();
  }

  function pressed(e) {
    if (e.ctrlKey || e.metaKey || e.altKey || !data.items) return;
    const isWriting = e.target.closest?.(WRITING);
    if (e.key === 'Escape' && isWriting && doing.writing) {
      ask(data.items.find((a) => a.id === doing.id), doing.writing);
      return;
    }
    if (isWriting) return;
    if (e.key === 'j' || e.key === 'k') {
      e.preventDefault();
      step(e.key === 'j' ? 1 : -1);
      return;
    }
    // only where an alert is at hand, so that no stray key does anything to it
    const item = e.target.closest?.('#inbox-list > li');
    const alert = item && data.items.find((a) => a.id === item.dataset.id);
    if (!alert) return;
    const verb = KEYS[e.key];
    if (e.key === 'Enter' && e.target === item) {
      go({ ...HOME, alert: alert.id });
    } else if (may && verb && verbsOf(alert).includes(verb)) {
      e.preventDefault();
      if (WORDED.includes(verb)) ask(alert, verb); else act(alert, verb);
    }
  }

  const soon = atMostEvery(2_000, load);
  document.addEventListener('keydown', pressed);

  return {
    update() {
      const key = keyOf();
      if (data.shown === key) return;
      if (!data.shown) stop = listen(state().brand, { mention: () => {}, alert: soon, status: () => {}, reset: soon });
      Object.assign(data, { shown: key, items: data.shown ? data.items : null });
      load();
    },
    again: load,
    leave() {
      left = true;
      turn += 1;
      document.removeEventListener('keydown', pressed);
      stop();
    },
    template: () => html`
      <section class="panel" id="inbox" aria-labelledby="inbox-title">
        <header><h2 id="inbox-title">${t('inbox.title')}</h2></header>
        ${inboxFilter(wanted(), data.totals)}
        ${data.problem ? html`<p class="error" role="alert">${data.problem}</p>` : ''}
        <p class="why keys">${t(may ? 'inbox.keys' : 'inbox.keys.read')}</p>
        <p role="status" class="why">${data.outcome}</p>
        ${data.items ? inboxList({ items: data.items, brands, may, at: data.at, doing }, { choose: (id) => { if (data.at !== id) { data.at = id; draw(); } }, act, ask }) : data.problem ? '' : html`<p class="loading" role="status">${t('app.loading')}</p>`}
        ${data.items?.length === 0 ? html`<p class="empty">${t(wanted().is === 'open' && !wanted().find && !wanted().grave ? 'inbox.quiet' : 'inbox.empty')}</p>` : ''}
        ${data.cursor ? html`<p class="actions"><button @click=${more}>${t('feed.more')}</button> <span class="why">${t('inbox.of', { n: number(data.items.length), total: number(data.total) })}</span></p>` : ''}
      </section>`,
  };
}
