// The brands beside each other: share of voice, figures, and what is said of each. Every number leads to its mentions.

import { html, svg } from '/webjars/lit-html/lit-html.js';
import { number, percent, short, signed, t } from '../i18n.js';
import { anyOf, drill } from '../parts/drill.js';
import { missing } from '../parts/figures.js';
import { SHAPES } from '../parts/mention.js';

const SMALL = 30;

export const mark = (i) => html`<svg class=${`mark brand-${i + 1}`} viewBox="0 0 10 10" aria-hidden="true">${svg`<rect width="10" height="10" rx="2"></rect>`}</svg>`;

const toBrand = (brand, narrowed, content) => drill({ brand: brand.id, ...narrowed }, content);

export function shares(brands, answer) {
  if (!answer) return html`<section class="panel" aria-busy="true"><p class="loading">${t('app.loading')}</p></section>`;
  const of = new Map(answer.items.map((i) => [i.brand, i]));
  const most = Math.max(...answer.items.map((i) => i.share), 1);
  return html`
    <section class="panel" aria-labelledby="compare-shares">
      <header><h2 id="compare-shares">${t('compare.shares')}</h2><small>${t('compare.shares.of', { n: answer.mentions })}</small></header>
      ${answer.mentions === 0 ? html`<p class="empty">${t('compare.nothing')}</p>` : html`
        <table class="voices"><tbody>${brands.map((b, i) => {
          const { share = 0, mentions = 0 } = of.get(b.id) ?? {};
          return html`
            <tr><th scope="row">${mark(i)} ${b.name}</th>
              <td class="bar-of"><svg class="split" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">${svg`<rect class=${`brand-${i + 1}`} width=${(100 * share) / most} height="4"></rect>`}</svg></td>
              <td class="count">${percent(share, 1)}</td><td class="count">${toBrand(b, {}, number(mentions))}</td></tr>`;
        })}</tbody></table>`}
    </section>`;
}

const small = (s) => html`<span>–</span> <small>${missing(s)}</small>`;

function change(now, before) {
  if (!before) return t('figure.nobefore');
  return t('figure.before', { change: now / before >= 10 ? `× ${number(now / before, { maximumFractionDigits: 0 })}` : `${signed((now / before - 1) * 100)} %` });
}

function feeling(b, { mentions, sentiment }) {
  if (mentions < SMALL) return small({ mentions });
  return ['negative', 'neutral', 'positive'].map((k) => html`
    ${toBrand(b, { sentiment: k }, html`${SHAPES[k]} ${percent((100 * sentiment[k]) / mentions)} <span class="hidden-visually">${t(`sentiment.${k}`)}</span>`)} `);
}

const span = ({ low = 0, high = 0 } = {}) => (high === 0 ? '–' : low === high ? short(low) : `${short(low)}–${short(high)}`);

/** What is compared, one row each: its name, how it is worked out, and what a brand has. */
const ROWS = [
  ['figure.mentions', '', (b, s) => html`<b>${toBrand(b, {}, number(s.mentions))}</b> <small>${change(s.mentions, s.previous?.mentions)}</small>`],
  ['figure.stories', 'figure.count', (b, s) => toBrand(b, { group: 'story' }, number(s.stories))],
  ['figure.net', 'figure.net.formula', (b, s) => (s.netSentiment === null || s.netSentiment === undefined ? small(s) : html`<b>${toBrand(b, { sort: 'negative' }, signed(s.netSentiment))}</b> <small>${t('compare.sample', { n: s.mentions })}</small>`)],
  ['figure.health', 'figure.health.formula', (b, s) => (s.brandHealth === null || s.brandHealth === undefined ? small(s) : html`<b>${toBrand(b, { sentiment: 'positive' }, percent(s.brandHealth))}</b> <small>${t('compare.sample', { n: s.sentiment.negative + s.sentiment.positive })}</small>`)],
  ['compare.feeling', '', feeling],
  ['figure.reach', 'compare.reach.formula', (b, s) => (s.reach?.high ? toBrand(b, { sort: 'reach' }, span(s.reach)) : html`<span>–</span> <small>${t('figure.noreach')}</small>`)],
  ['figure.authors', '', (b, s) => toBrand(b, { sort: 'reach' }, number(s.authors))],
  ['figure.engagement', '', (b, s) => toBrand(b, { sort: 'viral' }, number(s.engagement))],
];

export function figuresOf(brands, summaries) {
  return html`
    <section class="panel" aria-labelledby="compare-figures">
      <header><h2 id="compare-figures">${t('figures.title')}</h2></header>
      <table class="beside">
        <thead><tr><td></td>${brands.map((b, i) => html`<th scope="col">${mark(i)} ${b.name}</th>`)}</tr></thead>
        <tbody>${ROWS.map(([key, formula, cell]) => html`
          <tr><th scope="row">${t(key)}${formula ? html`<small>${t(formula)}</small>` : ''}</th>
            ${brands.map((b) => html`<td data-of=${b.name}><span>${summaries.has(b.id) ? cell(b, summaries.get(b.id)) : '…'}</span></td>`)}</tr>`)}
        </tbody>
      </table>
    </section>`;
}

const several = (lists) => {
  const seen = new Map();
  for (const list of lists) for (const key of new Set(list)) seen.set(key, (seen.get(key) ?? 0) + 1);
  return (key) => seen.get(key) > 1;
};

function topics(brand, items, name, narrowed, shared) {
  if (!items) return html`<p class="loading">${t('app.loading')}</p>`;
  if (!items.length) return html`<p class="why">${t('compare.notopics')}</p>`;
  return html`<ul class="topics">${items.map((i) => html`
    <li><span dir="auto">${toBrand(brand, narrowed(i), name(i))}</span>
      <small>${number(i.mentions)}${shared(name(i)) ? html` · ${t('compare.shared')}` : ''}</small></li>`)}</ul>`;
}

/** What is newly said and which hashtags are used, brand by brand; what several brands share is said in words. */
export function topicsOf(brands, emerging, hashtags) {
  const term = (i) => i.term;
  const tag = (i) => `#${i.hashtag}`;
  const sharedTerm = several([...emerging.values()].map((a) => a.items.map(term)));
  const sharedTag = several([...hashtags.values()].map((a) => a.items.map(tag)));
  return html`
    <section class="panel" aria-labelledby="compare-topics">
      <header><h2 id="compare-topics">${t('compare.topics')}</h2></header>
      <div class="sides">${brands.map((b, i) => html`
        <section aria-label=${b.name}>
          <h3>${mark(i)} ${b.name}</h3>
          <h4>${t('emerging.title')}</h4>
          ${topics(b, emerging.get(b.id)?.items, term, (e) => ({ q: anyOf(e.forms?.length ? e.forms : [e.term]) }), sharedTerm)}
          <h4>${t('hashtags.title')}</h4>
          ${topics(b, hashtags.get(b.id)?.items, tag, (h) => ({ hashtag: h.hashtag }), sharedTag)}
        </section>`)}
      </div>
    </section>`;
}
