// Which hashtags are used most, and which are above their own past now; with their companions and their first use.

import { html } from '/webjars/lit-html/lit-html.js';
import { ago, moment, number, t } from '../i18n.js';
import { go } from '../state.js';
import { bar } from './breakdowns.js';
import { drill } from './drill.js';

const ORDERS = ['top', 'rising'];

/** A score of fifty is a surprise of 3.3 standard deviations. */
const STRIKING = 50;

function tag(i, most) {
  const companions = i.with.slice(0, 3).map((w) => `#${w.hashtag}`).join(' ');
  return html`
    <tr>
      <th scope="row" dir="auto">${drill({ hashtag: i.hashtag }, `#${i.hashtag}`)}</th>
      <td><svg class="split" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">${bar(i, most)}</svg></td>
      <td class="count wide">${number(i.mentions)} <small>${t('emerging.before', { n: number(i.before) })}</small></td>
    </tr>
    <tr class="more"><td colspan="3">
      ${i.score >= STRIKING ? html`<span class="tag rising">↗ ${t('hashtags.score', { score: number(Math.round(i.score)) })}</span>` : ''}
      <time datetime=${i.firstAt} title=${moment(i.firstAt)}>${t('hashtags.first', { when: ago(i.firstAt) })}</time>
      ${companions ? html`<span dir="auto">${t('hashtags.with', { tags: companions })}</span>` : ''}
    </td></tr>`;
}

export function hashtags(answer, { tags }) {
  const order = tags === 'rising' ? 'rising' : 'top';
  const items = answer?.items ?? [];
  if (!answer || items.length === 0 && order === 'top') return '';
  const most = Math.max(...items.map((i) => i.mentions), 1);
  return html`
    <section class="panel shares-of" aria-labelledby="hashtags-title">
      <header><h2 id="hashtags-title">${t('hashtags.title')}</h2>
        <span class="tags" role="group" aria-label=${t('hashtags.order')}>
          ${ORDERS.map((o) => html`<button aria-pressed=${o === order} @click=${() => go({ tags: o === 'top' ? '' : o }, true)}>${t(`hashtags.${o}`)}</button>`)}
        </span></header>
      ${items.length === 0 ? html`<p class="why">${t('hashtags.none')}</p>` : html`
        <table class="shares tagged"><tbody>${items.map((i) => tag(i, most))}</tbody></table>`}
    </section>`;
}
