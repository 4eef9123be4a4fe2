// How the reach figure comes about: the formula and everything that went into it. Whose followers nobody told adds nothing, and is said.

import { html } from '/webjars/lit-html/lit-html.js';
import { number, percent, t } from '../i18n.js';
import { go } from '../state.js';
import { platformName } from './names.js';

export const isOpen = ({ show }) => show === 'reach';

/** Opens and closes it; where it stands is part of the address. */
export const reachButton = (state) => html`
  <button class="quiet how" aria-expanded=${isOpen(state)} aria-controls="reach" @click=${() => go({ show: isOpen(state) ? '' : 'reach' }, true)}>${t('reach.how')}</button>`;

const rate = ({ low, high }) => (high === 0 ? '–' : low === high ? percent(100 * low, 1) : `${percent(100 * low, 1)} – ${percent(100 * high, 1)}`);
const people = ({ low, high }) => (high === 0 ? '–' : low === high ? number(low) : `${number(low)} – ${number(high)}`);

function row(p) {
  const missing = p.mentions - p.withFollowers;
  return html`
    <tr>
      <th scope="row">${platformName(p.platform)}</th>
      <td data-of=${t('reach.mentions')}>${number(p.withFollowers)}</td>
      <td data-of=${t('reach.missing')}>${number(missing)}</td>
      <td data-of=${t('reach.followers')}>${number(p.followers)}</td>
      <td data-of=${t('reach.rate')}>${rate(p.rate)}</td>
      <td data-of=${t('reach.estimate')}>${people(p.reach)}</td>
    </tr>`;
}

function inputs(audience) {
  const missing = audience.mentions - audience.withFollowers;
  return html`
    <ul class="plainly">
      <li>${t('reach.known', { known: audience.withFollowers, all: audience.mentions })}
        ${missing > 0 ? t('reach.unknown', { missing }) : ''}</li>
      <li>${t('reach.potential', { n: audience.potential, accounts: audience.accountsWithFollowers, all: audience.accounts })}</li>
    </ul>
    ${audience.platforms.length === 0 ? '' : html`
      <table class="inputs">
        <thead><tr>${['platform', 'mentions', 'missing', 'followers', 'rate', 'estimate'].map((k) => html`<th scope="col">${t(`reach.${k}`)}</th>`)}</tr></thead>
        <tbody>${audience.platforms.map(row)}</tbody>
        <tfoot>${row({ ...audience, platform: t('reach.all'), rate: { low: 0, high: 0 }, followers: audience.platforms.reduce((sum, p) => sum + p.followers, 0) })}</tfoot>
      </table>`}`;
}

export function reachInputs(audience, state) {
  const open = isOpen(state);
  return html`
    <section class="panel" id="reach" aria-labelledby="reach-title" ?hidden=${!open}>
      ${!open ? '' : html`
        <header><h2 id="reach-title">${t('reach.title')}</h2>
          <button @click=${() => { go({ show: '' }, true); document.querySelector('[aria-controls=reach]')?.focus(); }}>${t('reach.close')}</button></header>
        <p><code>${t('reach.formula')}</code></p>
        <p class="why">${t('reach.why')}</p>
        ${audience ? inputs(audience) : html`<p class="loading" role="status">…</p>`}`}
    </section>`;
}
