// How fast a mention spreads, in three bars of reactions an hour: since it was published, in the last hour, in the last quarter of an hour.

import { html, svg } from '/webjars/lit-html/lit-html.js';
import { number, t } from '../i18n.js';

const HOUR = 3_600_000;
const SHOWN_FROM = 1;

/** Velocity is that of the last quarter of an hour, momentum what it is to the last hour's. */
export function paces({ virality, engagement, publishedAt }, now = Date.now()) {
  const { likes = 0, shares = 0, comments = 0 } = engagement ?? {};
  const all = (likes ?? 0) + (shares ?? 0) + (comments ?? 0);
  const age = Math.max(0.25, (now - Date.parse(publishedAt)) / HOUR);
  const hour = virality.momentum > 0 ? virality.velocity / virality.momentum : virality.velocity;
  return [all / age, hour, virality.velocity];
}

export function spark(mention) {
  const { virality } = mention;
  if (!virality || virality.score < SHOWN_FROM) return '';
  const rates = paces(mention);
  const most = Math.max(...rates, 1);
  const [all, hour, quarter] = rates.map((r) => number(r, { maximumFractionDigits: r < 10 ? 1 : 0 }));
  const label = t('mentions.pace', { all, hour, quarter });
  return html`
    <span class="spreads" title=${label}>
      <svg class="spark" viewBox="0 0 26 16" role="img" aria-label=${label}>${rates.map((rate, i) => bar(i, (15 * rate) / most))}</svg>
      ${t('mention.viral', { score: number(Math.round(virality.score)) })}</span>`;
}

const bar = (i, height) => svg`<rect x=${i * 9} y=${16 - Math.max(1, height)} width="7" height=${Math.max(1, height)} rx="1"></rect>`;
