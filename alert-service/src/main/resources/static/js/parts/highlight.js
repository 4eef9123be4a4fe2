// The parts of a query in their colours, and what is wrong in it underlined. Only looks: the server decides what a query means.

import { html } from '/webjars/lit-html/lit-html.js';

const PARTS = [
  ['comment', '<<<[\\s\\S]*?(?:>>>|$)'],
  ['words', '"[^"]*"?(?:~\\d+)?'],
  ['words', '\\{[^}]*\\}?'],
  ['operator', '(?<![\\p{L}\\p{M}\\p{N}_#@])(?:AND|OR|NOT|ET|OU|SAUF|SENTENCE|O?NEAR(?:/\\d*f?)?|PRES(?:/\\d*)?)(?![\\p{L}\\p{M}\\p{N}_:])'],
  ['field', '(?<![\\p{L}\\p{N}_])[A-Za-z]+:'],
  ['name', '[#@$][\\p{L}\\p{M}\\p{N}_]+'],
  ['bracket', '[()\\[\\]]'],
];
const ALL = new RegExp(PARTS.map(([, pattern]) => `(${pattern})`).join('|'), 'gu');

/** `[kind, begin, end]`, those in between without a kind. */
export function parts(query) {
  const found = [];
  let at = 0;
  for (const match of query.matchAll(ALL)) {
    if (match.index > at) found.push(['', at, match.index]);
    at = match.index + match[0].length;
    found.push([PARTS[match.slice(1).findIndex(Boolean)][0], match.index, at]);
  }
  if (at < query.length) found.push(['', at, query.length]);
  return found;
}

/** @param findings `{position, length}` of what is wrong */
export function painted(query, findings = []) {
  const wrong = findings.map(({ position, length }) => [position, position + Math.max(1, length)]);
  const edges = wrong.flat();
  return parts(query).flatMap(([kind, begin, end]) => {
    const cuts = [begin, ...edges.filter((edge) => edge > begin && edge < end).sort((a, b) => a - b), end];
    return cuts.slice(1).map((to, i) => {
      const from = cuts[i];
      const isWrong = wrong.some(([first, last]) => from >= first && to <= last);
      const text = query.slice(from, to);
      return kind || isWrong ? html`<span class=${`${kind} ${isWrong ? 'wrong' : ''}`}>${text}</span>` : text;
    });
  });
}
