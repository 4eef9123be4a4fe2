// The mentions of a list: pages of the server, and what arrives meanwhile. Everything kept is bounded.

import { api } from '../api.js';
import { atMostEvery } from '../live.js';
import { belongs, needsServer, question } from './wanted.js';

const PAGE = 50;
const MOST = 5_000;
const MOST_FRESH = 200;
const MOST_ARRIVALS = 500;
const RECENT = 3_600_000;
const BREATH = 100;
const CALM = 1_000;

export function mentionList({ draw, calm }) {
  const list = { items: [], stories: null, total: null, cursor: null, busy: false, problem: null, fresh: [], missed: 0, live: 'waiting', full: false };
  const known = new Map();
  let asked = null;
  let abort = null;
  let wanted = null;
  let arrivals = [];
  let planned = false;
  let timer = 0;

  const fail = (e) => {
    if (e.name === 'AbortError') return;
    list.problem = e;
    list.busy = false;
    draw();
  };

  function take(items) {
    for (const m of items) {
      const held = known.get(m.mentionId);
      // what arrived while the server looked is among what it counted
      const waits = list.fresh.includes(held);
      if (waits) list.fresh = list.fresh.filter((i) => i !== held);
      if (held) Object.assign(held, m);
      else known.set(m.mentionId, m);
      if (!held || waits) list.items.push(known.get(m.mentionId));
    }
    list.full = list.items.length >= MOST;
  }

  function ask(path, query) {
    abort?.abort();
    abort = new AbortController();
    list.busy = true;
    list.problem = null;
    return api.get(path, query, abort.signal);
  }

  async function load(next) {
    wanted = next;
    asked = question(wanted);
    known.clear();
    arrivals = [];
    Object.assign(list, { items: [], stories: null, total: null, cursor: null, fresh: [], missed: 0, full: false });
    try {
      if (wanted.grouped) {
        const sort = wanted.sort === 'viral' ? 'velocity' : 'mentions';
        const answer = await ask('/api/stats/stories', { ...asked, sort, size: 100 });
        list.stories = answer.items;
      } else {
        const page = await ask('/api/mentions', { ...asked, sort: wanted.sort, size: PAGE });
        take(page.items);
        list.total = page.total;
        list.cursor = page.cursor ?? null;
      }
      list.busy = false;
      draw();
    } catch (e) {
      fail(e);
    }
  }

  async function more() {
    if (list.busy || !list.cursor || list.full || list.problem) return;
    try {
      const page = await ask('/api/mentions', { ...asked, sort: wanted.sort, size: PAGE, cursor: list.cursor });
      take(page.items);
      list.cursor = page.cursor ?? null;
      list.busy = false;
      draw();
    } catch (e) {
      fail(e);
    }
  }

  // What a query finds only the server knows: it is asked for the newest, at most every two seconds.
  const askForNewest = atMostEvery(2_000, async () => {
    const before = asked;
    try {
      const page = await api.get('/api/mentions', { ...question(wanted), sort: 'recent', size: PAGE });
      if (before !== asked) return;
      page.items.filter((m) => !known.has(m.mentionId)).reverse().forEach(put);
      flow();
      draw();
    } catch { /* the next arrival asks again */ }
  });

  function put(m) {
    known.set(m.mentionId, m);
    list.fresh.unshift(m);
    if (list.fresh.length > MOST_FRESH) {
      known.delete(list.fresh.pop().mentionId);
      list.missed += 1;
    }
  }

  function settle(m) {
    const held = known.get(m.mentionId);
    if (m.change === 'withdrawn') {
      if (!held) return;
      known.delete(m.mentionId);
      if (list.total !== null && list.items.includes(held)) list.total -= 1;
      list.items = list.items.filter((i) => i !== held);
      list.fresh = list.fresh.filter((i) => i !== held);
      return;
    }
    if (held) {
      Object.assign(held, m);
      return;
    }
    // a back-fill comes by the same road; what was said long ago is not news
    if (m.change === 'revised' || Date.now() - Date.parse(m.publishedAt) > RECENT) return;
    if (needsServer(wanted)) askForNewest();
    else if (belongs(wanted, m)) put(m);
  }

  function flow() {
    if (list.fresh.length && !list.missed && wanted.sort === 'recent' && calm(list.fresh.length)) merge();
  }

  function merge() {
    list.items = [...list.fresh, ...list.items];
    if (list.total !== null) list.total += list.fresh.length;
    list.fresh = [];
  }

  function frame() {
    planned = false;
    const batch = arrivals;
    arrivals = [];
    if (!wanted || wanted.grouped || wanted.period === 'custom') return;
    batch.forEach(settle);
    flow();
    // what was not let in yet may be, once it is calm again
    if (list.fresh.length && !list.missed && wanted.sort === 'recent') timer ||= setTimeout(() => { timer = 0; flow(); draw(); }, CALM);
    draw();
  }

  return Object.assign(list, {
    load,
    more,
    /** However many arrive, the page changes ten times a second at most, before a frame is painted. */
    arrived(m) {
      arrivals.push(m);
      if (arrivals.length > MOST_ARRIVALS) {
        arrivals.shift();
        list.missed += 1;
      }
      if (planned) return;
      planned = true;
      setTimeout(() => requestAnimationFrame(frame), BREATH);
    },
    /** Something was missed; how much, nobody knows. */
    lost() {
      if (list.problem) load(wanted);
      else list.missed += 1;
      draw();
    },
    /** Shows what arrived; where that is more than was kept, or not the newest first, the list is read afresh. */
    showFresh() {
      if (list.missed || wanted.sort !== 'recent') load(wanted);
      else merge();
      draw();
    },
    get(id) { return known.get(id); },
    change(items) {
      for (const m of items) {
        const held = known.get(m.mentionId);
        if (held) Object.assign(held, m);
      }
      draw();
    },
    again() { load(wanted); draw(); },
    leave() {
      abort?.abort();
      clearTimeout(timer);
    },
  });
}
