// What changed from one version of the queries to the next, word by word.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';

const MOST = 600;

const words = (query) => query.match(/"[^"]*"|[()]|[^\s()"]+/g) ?? [];

/** `[sign, word]`: '=' is in both, '-' only in the first, '+' only in the second; the longest common run is kept. */
export function changes(before, after) {
  const a = words(before).slice(0, MOST);
  const b = words(after).slice(0, MOST);
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i][j] = a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  const found = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push(['=', a[i]]);
      i += 1;
      j += 1;
    } else if (i < a.length && (j === b.length || common[i + 1][j] >= common[i][j + 1])) {
      found.push(['-', a[i++]]);
    } else {
      found.push(['+', b[j++]]);
    }
  }
  return found;
}

const aloud = (key) => html`<span class="hidden-visually">${t(key)} </span>`;
const added = (text) => html`<ins>${aloud('versions.added')}${text}</ins>`;
const removed = (text) => html`<del>${aloud('versions.removed')}${text}</del>`;
const MARKS = { '=': (text) => text, '+': added, '-': removed };

/** Words of one kind that stand together, as they would be written. */
function runs(all) {
  const found = [];
  for (const [sign, word] of all) {
    const last = found.at(-1);
    if (last?.sign !== sign) found.push({ sign, text: word });
    else last.text += last.text.endsWith('(') || word === ')' ? word : ` ${word}`;
  }
  return found;
}

function shown(before, after) {
  if (before === after) return html`<pre class="query">${after}</pre>`;
  return html`<pre class="query">${runs(changes(before, after)).map(({ sign, text }) => html`${MARKS[sign](text)} `)}</pre>`;
}

const lines = (version) => [['versions.sites', version.excludedSites ?? []], ['versions.authors', version.excludedAuthors ?? []]];

/** A version's queries, what differs from `before` marked; `before` may be absent. */
export function queriesSince(before, version) {
  const old = new Map((before?.queries ?? []).map((q) => [q.id, q.query]));
  const kept = new Set(version.queries.map((q) => q.id));
  const gone = (before?.queries ?? []).filter((q) => !kept.has(q.id));
  const one = (q, from, to) => html`<li><span class="why">${q.name || q.id}</span> ${shown(from, to)}</li>`;
  const excluded = lines(version).map(([key, now], i) => {
    const then = before ? lines(before)[i][1] : now;
    const differ = [...now.filter((x) => !then.includes(x)).map(added), ...then.filter((x) => !now.includes(x)).map(removed)];
    return [key, differ];
  }).filter(([, differ]) => differ.length);
  return html`<ul>
    ${version.queries.map((q) => one(q, before ? old.get(q.id) ?? '' : q.query, q.query))}
    ${gone.map((q) => one(q, q.query, ''))}
    ${excluded.map(([key, differ]) => html`<li><span class="why">${t(key)}</span> <pre class="query">${differ.map((one) => html`${one} `)}</pre></li>`)}
  </ul>`;
}
