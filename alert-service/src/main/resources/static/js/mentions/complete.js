// What could be meant by the word under the caret: fields and their values, operators, hashtags, searches made before.

const KEY = 'vigie.searches';
const MOST_KEPT = 12;
const MOST_SHOWN = 8;
const LABELS = ['negative', 'neutral', 'positive'];

const VALUES = {
  sentiment: LABELS,
  is: ['original', 'reply', 'repost', 'review'],
  has: ['title', 'link', 'hashtag', 'mention', 'cashtag', 'emoji', 'media', 'rating', 'location'],
};
const FIELDS = [
  'author', 'sentiment', 'platform', 'lang', 'hashtag', 'site', 'title', 'country', 'is', 'has', 'followers', 'reach', 'engagement', 'likes', 'views',
  'virality', 'rating', 'published', 'mention', 'links', 'url', 'kind', 'mediaType', 'thread', 'story',
];
/** Known only some time after a post came in: to search by, not to listen for. */
const LATER = ['sentiment', 'reach', 'engagement', 'likes', 'views', 'virality', 'story'];
const OPERATORS = ['AND', 'OR', 'NOT', 'NEAR/5', 'ONEAR/5', 'SENTENCE'];

export function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((q) => typeof q === 'string').slice(0, MOST_KEPT) : [];
  } catch {
    return [];
  }
}

export function remember(query) {
  if (!query.trim()) return;
  const kept = [query, ...recent().filter((q) => q !== query)].slice(0, MOST_KEPT);
  try { localStorage.setItem(KEY, JSON.stringify(kept)); } catch { /* private windows may refuse */ }
}

/** The word that ends at the caret, and where it begins. */
function word(text, caret) {
  const before = text.slice(0, caret);
  const [found] = before.match(/[^\s()"]*$/u);
  return { begin: caret - found.length, found };
}

/** Proposals as `{text, kind, begin, end}`; taking one puts `text` between begin and end. `tracking`: for what is listened for. */
export function propose(text, caret, { hashtags = [], platforms = [], languages = [], tracking = false }) {
  if (!text.trim()) return tracking ? [] : recent().slice(0, MOST_SHOWN).map((q) => ({ text: q, kind: 'recent', begin: 0, end: text.length }));
  const { begin, found } = word(text, caret);
  if (!found) return [];
  const place = (kind) => (proposal) => ({ text: proposal, kind, begin, end: caret });
  const starts = (all, typed) => all.filter((a) => a.toLowerCase().startsWith(typed.toLowerCase()) && a.toLowerCase() !== typed.toLowerCase());
  const [, sign, field, value] = found.match(/^(-?)([A-Za-z]+):(.*)$/) ?? [];
  if (field) {
    const known = { ...VALUES, platform: platforms, lang: languages, hashtag: hashtags }[field] ?? [];
    return starts(known, value).slice(0, MOST_SHOWN).map((v) => `${sign}${field}:${v} `).map(place('value'));
  }
  if (found.startsWith('#')) return starts(hashtags.map((h) => `#${h}`), found).slice(0, MOST_SHOWN).map((h) => `${h} `).map(place('hashtag'));
  const bare = found.replace(/^-/, '');
  const minus = found.startsWith('-') ? '-' : '';
  const operators = begin > 0 && found.length && found === found.toUpperCase() ? starts(OPERATORS, found).map((o) => `${o} `).map(place('operator')) : [];
  const named = tracking ? FIELDS.filter((f) => !LATER.includes(f)) : FIELDS;
  const fields = bare.length ? starts(named, bare).map((f) => `${minus}${f}:`).map(place('field')) : [];
  return [...operators, ...fields].slice(0, MOST_SHOWN);
}
