// The key figures, each with its change and an honest word when there is too little to say.

import { html } from '/webjars/lit-html/lit-html.js';
import { number, percent, short, signed, t } from '../i18n.js';
import { drill } from './drill.js';
import { address, follow, go, HOME } from '../state.js';
import { reachButton } from './reach.js';

const SMALL = 30;

export function change(now, before) {
  if (!before) return t('figure.nobefore');
  const ratio = now / before;
  const change = ratio >= 10 ? `× ${number(ratio, { maximumFractionDigits: 0 })}` : `${signed((ratio - 1) * 100)} %`;
  return t('figure.before', { change });
}

const figure = (label, value, note, formula = '') => html`
  <div class="figure">
    <dt>${formula ? html`<abbr title=${formula}>${label}</abbr>` : label}</dt><dd class="value">${value}</dd><dd class="note">${note}</dd>
  </div>`;

/** Why a share is not shown. */
export const missing = ({ mentions }) => (mentions < SMALL ? t('figure.small', { n: number(mentions) }) : t('figure.nopolar'));

/** By how many points a rate has moved; nothing where the time before had too few mentions to have one. */
export function moved(now, before) {
  if (before === null || before === undefined) return t('figure.fewbefore');
  const n = Math.round(now - before);
  return t('figure.points', { change: signed(n), n });
}

function rated(name, value, write, basis, narrowed, summary) {
  const formula = t(`figure.${name}.formula`);
  const now = summary[value];
  if (now === null || now === undefined) return figure(t(`figure.${name}`), '–', missing(summary), formula);
  return figure(t(`figure.${name}`), drill(narrowed, write(now)), html`${moved(now, summary.previous?.[value])}<br>${basis}`, formula);
}

/** How a rate follows from its counts; the sample stands in it. */
const counts = ({ positive, negative }) => ({ positive: `▲\u202f${number(positive)}`, negative: `▼\u202f${number(negative)}` });

const net = ({ mentions, sentiment }) => t('figure.net.basis', { ...counts(sentiment), n: mentions });
const health = ({ sentiment }) => t('figure.health.basis', counts(sentiment));

function engagement({ engagement: all, mentions, previous }) {
  const each = mentions >= SMALL ? html`<br>${t('figure.each', { n: number(all / mentions, { maximumFractionDigits: 1 }) })}` : '';
  return figure(t('figure.engagement'), drill({ sort: 'viral' }, short(all)), html`${change(all, previous?.engagement)}${each}`, t('figure.engagement.formula'));
}

/** Of a brand without competitors the share of voice says nothing, and of all brands together neither. */
function voice({ share, shareBefore: before }, brand) {
  if (!brand || !share) return '';
  const to = { ...HOME, view: 'compare' };
  const compare = (content) => html`<a class="drill" href=${address(to)} @click=${follow(to)}>${content}</a>`;
  const of = (answer) => (answer && answer.mentions >= SMALL ? answer.items.find((i) => i.brand === brand.id)?.share ?? 0 : null);
  if (!brand.competitors?.length) return figure(t('compare.shares'), '–', compare(t('figure.alone')));
  if (of(share) === null) return figure(t('compare.shares'), '–', missing(share));
  return figure(t('compare.shares'), compare(percent(of(share))), html`${moved(of(share), of(before))}<br>${t('compare.shares.of', { n: share.mentions })}`, t('figure.voice.formula'));
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

export function figures(data, brand, state) {
  const { summary } = data;
  if (!summary) return html`<section class="panel" aria-busy="true"><p class="loading" role="status">${t('app.loading')}</p></section>`;
  const before = summary.previous ?? {};
  return html`
    <section class="panel" aria-label=${t('figures.title')}>
      <dl class="figures" id="figures">
        ${told(summary, before, state)}
        ${rated('net', 'netSentiment', signed, net(summary), { sort: 'negative' }, summary)}
        ${rated('health', 'brandHealth', percent, health(summary), { sentiment: 'positive' }, summary)}
        ${figure(t('figure.reach'), toReach(summary.reach ?? { low: 0, high: 0 }), html`${summary.reach?.high ? change(summary.reach.high, before.reach?.high) : t('figure.noreach')} ${reachButton(state)}`)}
        ${engagement(summary)}
        ${voice(data, brand)}
        ${figure(t('figure.authors'), drill({ sort: 'reach' }, number(summary.authors)), change(summary.authors, before.authors))}
        ${figure(t('figure.alerts'), html`<a class="drill" href="#alerts">${number(summary.openAlerts)}</a>`, before.openAlerts === undefined ? '' : t('figure.openbefore', { n: before.openAlerts }))}
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
