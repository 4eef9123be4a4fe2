// French and English, the one that is read and no other. A missing translation shows its key, which a test looks for.

const LANGUAGES = { fr: () => import('./fr.js'), en: () => import('./en.js') };

function preferred() {
  try {
    const stored = localStorage.getItem('vigie.lang');
    if (LANGUAGES[stored]) return stored;
  } catch { /* private windows may refuse */ }
  return navigator.languages.some((l) => l.startsWith('fr')) && !navigator.language.startsWith('en') ? 'fr' : 'en';
}

let lang = preferred();
let sentences = (await LANGUAGES[lang]()).default;
document.documentElement.lang = lang;

export const language = () => lang;

// what formats is made once: making it takes longer than all it is used for, and a live page is drawn often
const formats = new Map();

function format(Kind, options, of = region()) {
  const key = `${Kind.name} ${of} ${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new Kind(of, options));
  return formats.get(key);
}

// the reader's own region where it speaks the page's language: 24-hour clocks for London, not for New York
const region = () => navigator.languages.find((l) => l.startsWith(lang)) ?? lang;

export async function speak(next) {
  sentences = (await LANGUAGES[next]()).default;
  lang = next;
  document.documentElement.lang = next;
  try { localStorage.setItem('vigie.lang', next); } catch { /* private windows may refuse */ }
}

const valued = (value) => (typeof value === 'number' ? number(value) : value ?? '');
const isOne = (n) => format(Intl.PluralRules, {}, lang).select(n) === 'one';

/**
 * A sentence with its values. `{n}` is a value, a number as people write it; `{n|mention|mentions}` is what follows a number, which has
 * to be given as one: English takes the first form for 1, French for 0 and 1.
 */
export function t(key, values = {}) {
  const sentence = sentences[key] ?? key;
  return sentence.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name, one, more) =>
    (more === undefined ? valued(values[name]) : isOne(values[name]) ? one : more));
}

export const number = (n, options) => (n === null || n === undefined ? '–' : format(Intl.NumberFormat, options).format(n));
export const short = (n) => number(n, { notation: 'compact', maximumFractionDigits: 1 });
export const signed = (n, digits = 0) => number(n, { signDisplay: 'exceptZero', maximumFractionDigits: digits });
export const percent = (n, digits = 0) => number(n / 100, { style: 'percent', maximumFractionDigits: digits });

export const time = (iso) => format(Intl.DateTimeFormat, { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
export const day = (iso) => format(Intl.DateTimeFormat, { day: 'numeric', month: 'short' }).format(new Date(iso));
/** @param at an instant of that day in UTC */
export const weekday = (at, style) => format(Intl.DateTimeFormat, { weekday: style, timeZone: 'UTC' }).format(at);

export const moment = (iso) => format(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

const unit = (n, name) => number(n, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: name !== 'minute' && n < 10 ? 1 : 0 });
/** How long, in the one unit that says it best. */
export function lasting(ms) {
  if (ms < 1.5 * 3_600_000) return unit(Math.max(1, ms / 60_000), 'minute');
  return ms < 2 * 86_400_000 ? unit(ms / 3_600_000, 'hour') : unit(ms / 86_400_000, 'day');
}

export function ago(iso, now = Date.now()) {
  const seconds = (Date.parse(iso) - now) / 1000;
  const relative = format(Intl.RelativeTimeFormat, { numeric: 'auto', style: 'short' });
  if (Math.abs(seconds) < 60) return relative.format(Math.min(0, Math.round(seconds)), 'second');
  if (Math.abs(seconds) < 3600) return relative.format(Math.round(seconds / 60), 'minute');
  if (Math.abs(seconds) < 86400) return relative.format(Math.round(seconds / 3600), 'hour');
  // "4,288 days ago" says less than a date
  return Math.abs(seconds) < 7 * 86400 ? relative.format(Math.round(seconds / 86400), 'day') : moment(iso);
}
