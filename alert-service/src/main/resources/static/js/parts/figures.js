// The key figures, each with its change and an honest word when there is too little to say.

import { html } from '/webjars/lit-html/lit-html.js';
import { number, percent, short, signed, t } from '../i18n.js';
import { drill } from './drill.js';
import { go } from '../state.js';
import { reachButton } from './reach.js';

const SMALL = 30;

export function change(now, before) {
  if (!before) return t('figure.nobefore');
  const ratio = now / before;
  const change = ratio >= 10 ? `× ${number(ratio, { maximumFractionDigits: 0 })}` : `${signed((ratio - 1) * 100)} %`;
  return t('figure.before', { change });
}

const figure = (label, value, note, formula = '') => html`
  <div class="figure" title=${formula}>
    <dt>${label}</dt><dd class="value">${value}</dd><dd class="note">${note}</dd>
  </div>`;

/** Why a share is not shown. */
export const missing = ({ mentions }) => (mentions < SMALL ? t('figure.small', { n: number(mentions) }) : t('figure.nopolar'));

function rated(label, value, summary, formula) {
  if (value === null || value === undefined) return figure(label, '–', missing(summary), formula);
  return figure(label, value, formula, formula);
}

function reach({ low, high }) {
  if (!high) return '–';
  return low === high ? short(low) : `${short(low)}–${short(high)}`;
}

const toReach = (range) => (range.high ? drill({ sort: 'reach' }, reach(range)) : reach(range));

/** How often it was told, or how many different things: copies, quotes and shares of one text are one story. */
function told(summary, before, { count }) {
  const other = count === 'stories' ? 'mentions' : 'stories';
  return figure(t(`figure.${count}`), drill(count === 'stories' ? { group: 'story' } : {}, number(summary[count])), html`${change(summary[count], before[count])}
    <button class="quiet how" title=${t('figure.count')} @click=${() => go({ count: other === 'mentions' ? '' : other }, true)}>${t(`figure.count.${other}`, { n: number(summary[other]) })}</button>`);
}

export function figures(summary, state) {
  if (!summary) return html`<section class="panel" aria-busy="true"><p class="loading" role="status">${t('app.loading')}</p></section>`;
  const before = summary.previous ?? {};
  const net = summary.netSentiment;
  const health = summary.brandHealth;
  return html`
    <section class="panel" aria-label=${t('figures.title')}>
      <dl class="figures" id="figures">
        ${told(summary, before, state)}
        ${rated(t('figure.net'), net === null || net === undefined ? null : drill({ sort: 'negative' }, signed(net)), summary, t('figure.net.formula'))}
        ${rated(t('figure.health'), health === null || health === undefined ? null : drill({ sentiment: 'positive' }, percent(health)), summary, t('figure.health.formula'))}
        ${figure(t('figure.reach'), toReach(summary.reach ?? { low: 0, high: 0 }), html`${summary.reach?.high ? change(summary.reach.high, before.reach?.high) : t('figure.noreach')} ${reachButton(state)}`)}
        ${figure(t('figure.authors'), drill({ sort: 'reach' }, number(summary.authors)), change(summary.authors, before.authors))}
        ${figure(t('figure.alerts'), html`<a class="drill" href="#alerts">${number(summary.openAlerts)}</a>`, summary.openAlerts > 0 ? '▲' : '')}
      </dl>
      ${summary.mentions >= SMALL ? split(summary) : ''}
    </section>`;
}

/** How counts or shares divide. */
export function split({ mentions, sentiment }) {
  const share = (n) => (100 * n) / mentions;
  const negative = share(sentiment.negative);
  const neutral = share(sentiment.neutral);
  // rounding may leave a hair less than nothing, which no width can be
  const positive = Math.max(0, 100 - negative - neutral);
  const label = `${percent(negative)} ${t('sentiment.negative')}, ${percent(neutral)} ${t('sentiment.neutral')}, ${percent(positive)} ${t('sentiment.positive')}`;
  return html`
    <svg class="split" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label=${label}>
      <rect class="negative" x="0" width=${negative} height="4"></rect>
      <rect class="neutral" x=${negative} width=${neutral} height="4"></rect>
      <rect class="positive" x=${negative + neutral} width=${positive} height="4"></rect>
    </svg>
    <p class="why">${drill({ sentiment: 'negative' }, `▼ ${percent(negative)} ${t('sentiment.negative')}`)} · ${drill({ sentiment: 'neutral' }, `● ${percent(neutral)} ${t('sentiment.neutral')}`)} · ${drill({ sentiment: 'positive' }, `▲ ${percent(positive)} ${t('sentiment.positive')}`)}</p>`;
}
