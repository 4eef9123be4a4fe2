// From a number or a mark to the mentions behind it.

import { html } from '/webjars/lit-html/lit-html.js';
import { address, follow, toMentions } from '../state.js';

/** @param narrowed as the list's address says it; what is not said is not narrowed */
export function drill(narrowed, content, title = '') {
  const to = toMentions(narrowed);
  return html`<a class="drill" href=${address(to)} title=${title} @click=${follow(to)}>${content}</a>`;
}

/** The query that finds any of these words and phrases, whatever is in them. */
export const anyOf = (forms) => forms.map((form) => (/^#[\p{L}\p{M}\p{N}_]+$/u.test(form) ? form : `"${form.replace(/["\\]/g, ' ').trim()}"`)).join(' OR ');

const WINDOWS = { '15m': 900_000, '1h': 3_600_000, '3h': 10_800_000, '24h': 86_400_000 };
const BIN = 300_000;

/** The mentions an alert is about: from the window that raised it to the last that belonged to it. */
export function behind({ brand, metric, openedAt, lastAt, window }) {
  const at = (iso, later) => new Date(Date.parse(iso) + later).toISOString();
  const narrowed = { brand, period: 'custom', from: at(openedAt, -(WINDOWS[window] ?? 3_600_000)), to: at(lastAt ?? openedAt, BIN) };
  if (metric?.startsWith('negative')) narrowed.sentiment = 'negative';
  for (const name of ['hashtag', 'story']) if (metric?.startsWith(`${name}:`)) narrowed[name] = metric.slice(name.length + 1);
  return narrowed;
}

/** What narrows to a part of them; nothing where the list cannot be narrowed so. */
export function part({ dimension, key }) {
  if (['platform', 'lang', 'hashtag', 'author', 'story'].includes(dimension)) return { [dimension]: key };
  return ['term', 'new-term'].includes(dimension) ? { q: anyOf([key]) } : null;
}
