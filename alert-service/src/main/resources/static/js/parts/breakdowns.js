// Where people talk: platforms, languages, countries, sites.

import { html, svg } from '/webjars/lit-html/lit-html.js';
import { number, t } from '../i18n.js';
import { drill } from './drill.js';
import { countryName, languageName, platformName } from './names.js';

const NAMES = { platform: platformName, lang: languageName, country: countryName, site: (host) => host };

function list(by, answer) {
  const items = (answer?.items ?? []).slice(0, 6);
  if (!items.length) return '';
  const most = Math.max(...items.map((i) => i.mentions), 1);
  return html`
    <h3>${t(`platforms.${by}`)}</h3>
    <table class="shares">
      <tbody>${items.map((i) => html`
        <tr>
          <th scope="row">${drill({ [by]: i.key }, NAMES[by](i.key))}</th>
          <td><svg class="split" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">${bar(i, most)}</svg></td>
          <td class="count">${number(i.mentions)}</td>
        </tr>`)}
      </tbody>
    </table>`;
}

export function bar(item, most) {
  const width = (n) => (100 * n) / most;
  const negative = width(item.negative);
  const neutral = width(item.neutral);
  return ['negative', 'neutral', 'positive'].map((k) => rect(k, k === 'negative' ? 0 : k === 'neutral' ? negative : negative + neutral, width(item[k])));
}

const rect = (kind, x, width) => svg`<rect class=${kind} x=${x} width=${width} height="4"></rect>`;

export function breakdowns(data) {
  const parts = Object.keys(NAMES).map((by) => list(by, data[by]));
  if (parts.every((p) => p === '')) return '';
  return html`<section class="panel shares-of"><header><h2>${t('platforms.title')}</h2></header>${parts}</section>`;
}
