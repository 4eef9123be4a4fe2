// Which mentions the address asks for, and in what order. The address holds all of it, so that a list can be shared.

import { LIST, range, state } from '../state.js';

export const SORTS = ['recent', 'viral', 'reach', 'negative'];
export const NARROWING = ['sentiment', ...LIST.filter((name) => !['sort', 'group'].includes(name))];

export function wanted() {
  const query = new URLSearchParams(location.search);
  const { brand, period, from, to } = state();
  const filters = Object.fromEntries(NARROWING.map((name) => [name, query.get(name) ?? '']));
  const sort = SORTS.includes(query.get('sort')) ? query.get('sort') : 'recent';
  const grouped = query.get('group') === 'story';
  return { brand, period, from, to, filters, sort, grouped, key: JSON.stringify([brand, period, from, to, filters, sort, grouped]) };
}

/** The question to the API, as of now: pages after the first ask about the very same period. */
export function question({ brand, filters }) {
  const { from, to } = range(state());
  return { brand, from, to, ...filters };
}

const same = (asked, found) => !asked || String(found ?? '').toLowerCase() === asked.toLowerCase();
const host = (url) => { try { return new URL(url).hostname; } catch { return ''; } };

/** What only the server can tell of a mention that arrives. */
export const needsServer = ({ filters }) => ['q', 'tag', 'assignee', 'handled', 'voice'].some((name) => filters[name]);

/** Whether a mention that arrives belongs in this list, as far as the page can tell. */
export function belongs({ filters: f }, m) {
  const author = f.author.replace(/^@/, '').toLowerCase();
  const by = m.author ?? {};
  return same(f.sentiment, m.sentiment?.label) && same(f.platform, m.platform) && same(f.lang, m.lang)
    && same(f.country, m.country) && same(f.story, m.story)
    && (!f.query || (m.queries ?? []).includes(f.query))
    && (!author || [by.handle, by.id, `${m.platform}:${by.id}`].some((name) => name?.toLowerCase() === author))
    && (!f.hashtag || tags(m).has(bare(f.hashtag)))
    && (!f.site || `.${host(m.url)}`.endsWith(`.${f.site.toLowerCase()}`))
    && (!f.minVirality || (m.virality?.score ?? 0) >= Number(f.minVirality));
}

const bare = (tag) => tag.replace(/^#/, '').toLowerCase();

/** Hashtags, declared or written. */
export function tags(m) {
  const written = [...(m.text ?? '').slice(0, 2_000).matchAll(/[#＃]([\p{L}\p{M}\p{N}_]{1,100})/gu)].map(([, tag]) => tag);
  return new Set([...(m.hashtags ?? []), ...written].map(bare));
}
