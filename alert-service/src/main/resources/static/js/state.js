// The whole state of the page lives in its address, so it can be shared and "back" works.

import { isAsking, isLost, mayBeLost } from './unsaved.js';

const PERIODS = { '1h': 1, '24h': 24, '7d': 7 * 24, '14d': 14 * 24, '30d': 30 * 24 };
const DEFAULT_PERIOD = '24h';

export const periods = Object.keys(PERIODS);
export const changed = new EventTarget();

/** What stays from one view to the next, beside the period. */
const KEPT = ['brand', 'sentiment', 'from', 'to'];

/** What only one view knows, gone when it is left. */
const OWN = ['alert', 'rule', 'days', 'section', 'item', 'is', 'grave', 'since', 'find', 'show', 'tags', 'count', 'others', 'brands', 'light'];

/** What narrows and orders the list of mentions; named as the API names it. */
export const LIST = [
  'q', 'platform', 'lang', 'author', 'hashtag', 'country', 'site', 'query', 'story', 'minVirality', 'voice', 'tag', 'assignee', 'handled', 'sort', 'group',
];

const each = (names, value) => Object.fromEntries(names.map((name) => [name, value(name)]));

export function state() {
  const query = new URLSearchParams(location.search);
  const period = query.get('period');
  return {
    ...each([...KEPT, ...OWN], (name) => query.get(name) ?? ''),
    view: query.get('view') ?? 'overview',
    period: PERIODS[period] || period === 'custom' ? period : DEFAULT_PERIOD,
    count: query.get('count') === 'stories' ? 'stories' : 'mentions',
  };
}

/** Where changes lead to. */
export function address(changes) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value); else query.delete(name);
  }
  return `/?${query}`;
}

const tell = () => changed.dispatchEvent(new Event('change'));

/** The place of the shown address among those the browser remembers, so that a way back can be undone. */
let at = history.state?.at ?? 0;
history.replaceState({ ...history.state, at }, '');

/** Another address, nobody being asked or told. @param more what the browser is to remember with it */
export function put(to, more = {}) {
  at += 1;
  history.pushState({ ...more, at }, '', to);
}

export async function go(changes, replace = false) {
  const to = address(changes);
  if (isLost(to.slice(1)) && !await mayBeLost()) {
    // a choice that led here goes back to what it was
    tell();
    return;
  }
  if (replace) history.replaceState({ at }, '', to); else put(to);
  tell();
}

/** For links: a plain click stays on the page, any other opens what the link says. */
export const follow = (changes) => (e) => {
  if (e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
  e.preventDefault();
  go(changes);
};

/** What leads to a view with nothing of another. */
export const HOME = { view: '', ...each([...OWN, ...LIST], () => '') };

/** Where the mentions behind a number or a mark are listed. */
export const toMentions = (narrowed = {}) => ({ ...HOME, sentiment: '', view: 'mentions', ...narrowed });

let letGo = false;

addEventListener('popstate', async () => {
  // a link within the page makes a place of its own
  if (history.state?.at === undefined) history.replaceState({ at: at + 1 }, '');
  const by = history.state.at - at;
  if (by === 0) return;
  if (!letGo && isLost(location.search)) {
    history.go(-by);
    if (isAsking() || !await mayBeLost()) return;
    letGo = true;
    history.go(by);
    return;
  }
  letGo = false;
  at += by;
  tell();
});

/** The period as instants, and the width of a bar that suits it. A moving period ends a little ahead, so that it holds what arrives. */
export function range({ period, from, to }, now = Date.now()) {
  const end = period === 'custom' && to ? Date.parse(to) : now + 60_000;
  const start = period === 'custom' && from ? Date.parse(from) : end - (PERIODS[period] ?? 24) * 3_600_000;
  const hours = (end - start) / 3_600_000;
  const interval = hours <= 26 ? '5m' : hours <= 24 * 15 ? '1h' : '1d';
  return { from: new Date(start).toISOString(), to: new Date(end).toISOString(), interval };
}

/** The time of equal length just before. */
export const before = ({ from, to }) => ({ from: new Date(2 * Date.parse(from) - Date.parse(to)).toISOString(), to: from });
