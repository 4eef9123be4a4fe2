// The versions of a brand's queries: who changed what, what that does to what is caught, and the way back.

import { html } from '/webjars/lit-html/lit-html.js';
import { moment, number, t } from '../i18n.js';
import { comparison } from '../parts/comparison.js';
import { queriesSince } from './diff.js';

const SHOWN = 5;

const named = (v) => t('versions.number', { n: number(v.version) });

/** @param compared `{from, to, answer}` = two versions and what they catch */
export function versions({ all, compared, may }, { compare, restore }) {
  const one = (v, i) => html`
    <li>
      <p class="tags"><b>${named(v)}</b>${v.current ? html`<span class="tag positive">${t('versions.current')}</span>` : ''}
        <span>${t('versions.by', { who: v.by, when: moment(v.at) })}</span>
        ${may && !v.current ? html`<button type="button" class="quiet" @click=${() => restore(v)}>${t('versions.restore')}<span class="hidden-visually"> ${named(v)}</span></button>` : ''}</p>
      ${queriesSince(all[i + 1], v)}</li>`;
  const choice = (name, label, chosen) => html`
    <label>${label}<select name=${name}>${all.map((v) => html`<option value=${v.version} ?selected=${v.version === chosen}>${named(v)}</option>`)}</select></label>`;
  const newest = all[0].version;
  const drawn = all.map(one);
  return html`
    <section class="panel" id="versions" aria-labelledby="versions-title">
      <header><h2 id="versions-title">${t('versions.title')}</h2></header>
      ${all.length > 1 ? html`<p class="why">${t('versions.text')}</p>` : ''}
      <ol class="versions">${drawn.slice(0, SHOWN)}</ol>
      ${all.length > SHOWN ? html`<details><summary>${t('versions.earlier', { n: all.length - SHOWN })}</summary><ol class="versions">${drawn.slice(SHOWN)}</ol></details>` : ''}
      ${may && all.length > 1 ? html`
        <form class="line" @submit=${compare}>
          ${choice('from', t('versions.from'), newest - 1)} ${choice('to', t('versions.to'), newest)}
          <button>${t('versions.compare')}</button>
        </form>` : ''}
      <div aria-live="polite">${compared ? html`
        ${compared.from && compared.to ? html`<div class="versions">${queriesSince(compared.from, compared.to)}</div>` : ''}
        ${comparison(compared.answer)}` : ''}</div>
    </section>`;
}
