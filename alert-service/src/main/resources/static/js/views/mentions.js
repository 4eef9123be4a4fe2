// The mentions themselves: searched, narrowed, sorted, live; read and decided upon one after the other.

import { html, nothing as absent } from '/webjars/lit-html/lit-html.js';
import { api } from '../api.js';
import { listen } from '../live.js';
import { number, t } from '../i18n.js';
import { address, follow, go, LIST, range, state } from '../state.js';
import { card, storyCard } from '../mentions/card.js';
import { chips, filters } from '../mentions/filters.js';
import { keySheet, listenToKeys } from '../mentions/keys.js';
import { mentionList } from '../mentions/list.js';
import { searchLine } from '../mentions/search.js';
import { sheet } from '../mentions/sheet.js';
import { seen } from '../mentions/window.js';
import { question, wanted } from '../mentions/wanted.js';
import { savedViews } from '../mentions/saved.js';
import { triage } from '../mentions/triage.js';
import { choice } from '../mentions/filters.js';
import { safe } from '../parts/mention.js';

const FEW = 5;
const SETTLING = 1_000;
const COUNTED = ['platform', 'lang', 'hashtag'];
const KEYS = [
  [['j', 'k'], 'move'], [['Enter'], 'open'], [['x'], 'select'], [['h'], 'handle'], [['t'], 'tag'], [['a'], 'assign'], [['c'], 'correct'], [['m'], 'mute'],
  [['o'], 'original'], [['s'], 'story'], [['n'], 'fresh'], [['p'], 'pause'], [['/'], 'search'], [['?'], 'help'],
];

export function mentions({ draw, brands, session, reload }) {
  let asked = wanted();
  let paused = false;
  let lastMerged = 0;
  let active = null;
  let counted = '';
  const counts = {};
  const opened = new Set();
  const selected = new Map();
  let notes = {};

  const inFeed = () => document.activeElement?.closest?.('.cards');
  // nothing moves under the pointer that is about to click
  const pointed = () => document.querySelector('.cards:hover');
  const calm = (n) => {
    if (paused || opened.size || selected.size || inFeed() || pointed() || !view.atTop() || n > FEW || Date.now() - lastMerged < SETTLING) return false;
    lastMerged = Date.now();
    return true;
  };
  const list = mentionList({ draw, calm });
  const view = seen({ draw, near: () => list.more() });
  const dialog = sheet(draw);
  const brandOf = (m) => brands.find((b) => b.id === m.brand);
  const search = searchLine({
    draw,
    mayAsk: ['analyst', 'admin'].includes(session.role),
    search: (q) => (q === asked.filters.q ? list.again() : go({ q })),
    words: () => ({
      hashtags: [...new Set([...(brands.find((b) => b.id === asked.brand)?.hashtags ?? []), ...(counts.hashtag ?? []).map((i) => i.key)])],
      platforms: (counts.platform ?? []).map((i) => i.key),
      languages: (counts.lang ?? []).map((i) => i.key),
    }),
  });

  const tools = triage({
    draw,
    list,
    session,
    dialog,
    targets: () => (selected.size ? [...selected.values()] : [current()].filter(Boolean)),
    known: () => notes,
    noted: () => inUse(),
    brandChanged: reload,
  });
  const views = savedViews({ draw, session, dialog });

  async function inUse() {
    try {
      notes = await api.get('/api/mentions/notes', { brand: asked.brand });
      draw();
    } catch { /* one can still write what is not proposed */ }
  }

  const stop = listen(asked.brand, {
    mention: list.arrived,
    alert: () => {},
    status: (s) => {
      if (s === 'on' && list.problem) list.again();
      list.live = s;
      draw();
    },
    reset: list.lost,
  });

  async function count() {
    const { brand, period, from, to } = asked;
    const key = [brand, period, from, to].join('|');
    if (key === counted) return;
    counted = key;
    inUse();
    const when = range(state());
    await Promise.all(COUNTED.map(async (by) => {
      try {
        counts[by] = (await api.get('/api/stats/breakdown', { brand, from: when.from, to: when.to, by, size: 30 })).items;
      } catch { /* the controls then offer what is set only */ }
    }));
    draw();
  }

  const index = () => list.items.findIndex((m) => m.mentionId === active);
  const current = () => list.items[index()];

  function move(step) {
    if (!list.items.length) return false;
    const to = Math.max(0, Math.min(list.items.length - 1, active === null ? 0 : index() + step));
    active = list.items[to].mentionId;
    view.focus(to);
    return true;
  }

  function toggle(m) {
    if (!m) return false;
    if (!opened.delete(m.mentionId)) opened.add(m.mentionId);
    draw();
    return true;
  }

  function select(m) {
    if (!m || !tools.maySelect) return false;
    if (!selected.delete(m.mentionId) && selected.size < tools.most) selected.set(m.mentionId, m);
    draw();
    return true;
  }

  const bulk = {
    all: () => { list.items.slice(0, tools.most).forEach((m) => selected.set(m.mentionId, m)); draw(); },
    none: () => { selected.clear(); draw(); },
  };

  const pause = () => { paused = !paused; draw(); };
  const showFresh = () => {
    list.showFresh();
    view.reset();
    scrollTo(0, 0);
  };
  const help = () => dialog.open({ title: t('mentions.key.title'), body: () => keySheet(KEYS) });
  const stopKeys = listenToKeys({
    j: () => move(1), ArrowDown: (e) => (inFeed() && e.target.matches('article') ? move(1) : false), PageDown: () => (inFeed() ? move(1) : false),
    k: () => move(-1), ArrowUp: (e) => (inFeed() && e.target.matches('article') ? move(-1) : false), PageUp: () => (inFeed() ? move(-1) : false),
    Enter: () => toggle(current()),
    o: () => { const link = safe(current()?.url); if (link) open(link, '_blank', 'noopener,noreferrer'); },
    s: () => { const m = current(); if (m?.story) go({ story: m.story, group: '' }); },
    x: () => select(current()),
    Escape: () => (selected.size ? (bulk.none(), true) : false),
    ...tools.keys,
    h: () => {
      const next = !selected.size && current() && !current().note?.handled;
      return tools.keys.h() && (next && move(1), true);
    },
    n: showFresh,
    p: pause,
    '/': search.focus,
    '?': help,
  });

  const actions = (m) => {
    const open = opened.has(m.mentionId);
    return html`
      <p class="actions">
        <button class="quiet" aria-expanded=${open} @click=${() => toggle(m)}>${t(open ? 'mentions.less' : 'mentions.more')}</button>
        ${tools.tools(m, open)}
        ${open && m.story ? html`<a class="button quiet" href=${address({ story: m.story, group: '' })} @click=${follow({ story: m.story, group: '' })}>${t('mentions.openStory')}</a>` : ''}
      </p>`;
  };

  const drawn = (m, i, watch) => card(m, {
    brand: brandOf(m),
    brandName: asked.brand ? '' : brandOf(m)?.name ?? m.brand,
    index: i,
    total: list.total,
    open: opened.has(m.mentionId),
    active: active === null ? i === 0 : active === m.mentionId,
    selected: selected.has(m.mentionId),
    select: tools.maySelect ? () => select(m) : null,
    actions: actions(m),
    watch,
    focused: () => { if (active !== m.mentionId) { active = m.mentionId; draw(); } },
  });

  function cards() {
    if (list.stories) {
      return html`<div class="cards" id="feed" role=${list.stories.length ? 'feed' : absent} aria-busy=${list.busy} aria-label=${list.stories.length ? t('mentions.stories') : absent}>
        ${list.stories.map((s, i) => storyCard(s, i, list.stories.length))}</div>`;
    }
    return view.template(list.items, drawn, { busy: list.busy, label: t('feed.title') });
  }

  function fresh() {
    const n = list.fresh.length + list.missed;
    return html`<p class="arrivals" role="status">${n ? html`<button class="primary" @click=${showFresh}>${t('mentions.fresh', { n })}</button>` : ''}</p>`;
  }

  function ending() {
    if (list.problem) return problem(list.problem, list.again);
    if (list.busy) return html`<p class="loading" role="status">${t('mentions.loading')}</p>`;
    const none = list.stories ? !list.stories.length : !list.items.length;
    if (none) return nothing();
    if (list.full) return html`<p class="why">${t('mentions.full', { n: number(list.items.length) })}</p>`;
    return list.cursor ? html`<p><button @click=${() => list.more()}>${t('feed.more')}</button></p>` : html`<p class="why">${t('mentions.end')}</p>`;
  }

  const named = (items) => [['', t('mentions.any')], ...(items ?? []).map((i) => [i.name, `${i.name} (${number(i.mentions)})`])];
  const noteFilters = () => html`
    ${choice('handled', t('mentions.by.handled'), asked.filters.handled, [['', t('mentions.any')], ['false', t('mentions.handled.false')], ['true', t('mentions.handled.true')]])}
    ${choice('tag', t('mentions.by.tag'), asked.filters.tag, named(notes.tags))}
    ${choice('assignee', t('mentions.by.assignee'), asked.filters.assignee, named(notes.assignees))}
    ${choice('voice', t('mentions.by.voice'), asked.filters.voice, [['', t('mentions.any')], ...['others', 'own', 'sponsored'].map((v) => [v, t(`mentions.voice.${v}`)])])}`;

  const narrowed = () => Object.values(asked.filters).some(Boolean) || asked.period === 'custom';
  const nothing = () => html`
    <div class="empty"><p>${t(narrowed() ? 'mentions.nothing' : 'feed.empty')}</p>
      ${narrowed() ? html`<button @click=${() => go({ ...Object.fromEntries(LIST.map((n) => [n, ''])), sentiment: '', period: '', from: '', to: '' })}>${t('mentions.removeAll')}</button>` : ''}
    </div>`;

  const total = () => (list.stories ? t('mentions.storyCount', { n: list.stories.length })
    : list.total === null ? '' : t('feed.total', { n: number(list.total) }));
  const mayExport = ['analyst', 'auditor', 'admin'].includes(session.role);
  const csv = () => `/api/mentions.csv?${new URLSearchParams(Object.entries({ ...question(asked), sort: asked.sort }).filter(([, v]) => v))}`;

  return {
    update() {
      const next = wanted();
      if (list.total === null && !list.stories && !list.busy || next.key !== asked.key) {
        asked = next;
        active = null;
        opened.clear();
        selected.clear();
        view.reset();
        list.load(asked);
      }
      count();
    },
    again: () => { if (list.problem) list.again(); },
    leave() {
      stop();
      stopKeys();
      search.leave();
      list.leave();
      view.leave();
    },
    template: () => html`
      <section class="panel mentions" aria-labelledby="feed-title">
        <header>
          <h2 id="feed-title">${t('feed.title')} <small>${total()}</small></h2>
          <span class="tags">
            <span class=${`live ${list.live}`} role="status">${t(`live.${list.live}`)}</span>
            <button aria-pressed=${paused} @click=${pause}>${t(paused ? 'live.resume' : 'live.pause')}</button>
            <button @click=${views}>${t('mentions.views')}</button>
            ${mayExport && !list.stories ? html`<a class="button" href=${csv()} download="mentions.csv">${t('mentions.csv')}</a>` : ''}
            <button class="by-keys" aria-label=${t('mentions.key.title')} title=${t('mentions.key.title')} @click=${help}>?</button>
          </span>
        </header>
        ${search.template(asked.filters.q)}
        ${filters(asked, counts, noteFilters())}
        ${chips(asked)}
        ${tools.bar([...selected.values()], bulk)}
        ${tools.outcome()}
        ${fresh()}
        ${cards()}
        ${ending()}
      </section>
      ${dialog.template()}`,
  };
}

function problem(error, again) {
  const sentence = error.status === 0 ? t('error.offline')
    : error.status === 403 ? t('error.forbidden') : error.status === 404 ? t('mentions.noBrand')
      : error.field === 'q' ? t('mentions.unreadable', { detail: error.message })
      : t('error.other', { detail: error.message });
  return html`<p class="error" role="alert">${sentence}</p><p><button @click=${again}>${t('error.retry')}</button></p>`;
}
