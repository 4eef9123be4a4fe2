// A silence while somebody edits it, and back into what the API takes.

import { matchBody, matchDraft } from './matchers.js';

const HOUR = 3_600_000;

/** How long from now on; `custom` says the moment. */
export const SPANS = ['1h', '4h', 'morning', '24h', '7d', 'custom'];
export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

const HOURS = { '1h': 1, '4h': 4, '24h': 24, '7d': 7 * 24 };
const MORNING = 8;

/** As an input of the reader's own clock takes it. */
const local = (iso) => {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

const moment = (written) => {
  const at = new Date(written);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};

function morning(now) {
  const at = new Date(now);
  if (at.getHours() >= MORNING) at.setDate(at.getDate() + 1);
  at.setHours(MORNING, 0, 0, 0);
  return at.getTime();
}

const list = (one, several) => (one ? [one] : several ?? []);

/** One field for what the API says in two places: the only brand, or several. */
export function matchOf(silence) {
  const { brand, rule, metric, match } = silence ?? {};
  return { ...match, brands: list(brand, match?.brands), rules: list(rule, match?.rules), metrics: list(metric, match?.metrics) };
}

export function draftOf(silence, now = Date.now()) {
  const { weekly } = silence ?? {};
  return {
    match: matchDraft(matchOf(silence)),
    reason: silence?.reason ?? '',
    starts: silence && Date.parse(silence.from) > now ? local(silence.from) : '',
    began: silence && Date.parse(silence.from) <= now ? silence.from : undefined,
    span: silence?.until ? 'custom' : '4h',
    until: silence?.until ? local(silence.until) : local(now + 4 * HOUR),
    isWeekly: Boolean(weekly),
    weekly: {
      days: weekly?.days ?? [],
      from: weekly?.from ?? '22:00',
      until: weekly?.until ?? '02:00',
      timeZone: weekly?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
  };
}

export function bodyOf(draft, now = Date.now()) {
  const from = draft.starts ? moment(draft.starts) : draft.began;
  const start = draft.starts ? Date.parse(from) : now;
  const until = draft.span === 'custom' ? moment(draft.until)
    : new Date(draft.span === 'morning' ? morning(start) : start + HOURS[draft.span] * HOUR).toISOString();
  const match = matchBody(draft.match) ?? {};
  const single = (name) => (match[name]?.length === 1 ? match[name][0] : undefined);
  const several = (name) => (match[name]?.length > 1 ? match[name] : undefined);
  const rest = { ...match, brands: several('brands'), rules: several('rules'), metrics: several('metrics') };
  return {
    brand: single('brands'),
    rule: single('rules'),
    metric: single('metrics'),
    match: Object.values(rest).some((part) => part !== undefined) ? rest : undefined,
    from,
    until,
    reason: draft.reason.trim(),
    weekly: draft.isWeekly ? draft.weekly : undefined,
  };
}
