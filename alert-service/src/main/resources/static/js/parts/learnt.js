// What was learnt of a brand, read only: usual shares, words of its own, what corrections brought, earlier versions.

import { html } from '/webjars/lit-html/lit-html.js';
import { moment, number, percent, t } from '../i18n.js';
import { split } from './figures.js';
import { SHAPES } from './mention.js';

const NOT = '¬';
const DIGITS = { signDisplay: 'exceptZero', minimumFractionDigits: 1, maximumFractionDigits: 1 };

const shown = (shares) => ['negative', 'neutral', 'positive']
  .map((label) => `${SHAPES[label]} ${percent(100 * shares[label])} ${t(`sentiment.${label}`)}`).join(' · ');

export function usual(told) {
  const shares = told?.learnt?.shares;
  const applied = told?.applied;
  const hand = told?.setting?.shares;
  const leans = applied?.strength > 0;
  return html`
    <p>${t('learnt.text')}</p>
    ${shares ? html`
      <h3>${t('learnt.shares')}</h3>
      ${split({ mentions: 1, sentiment: shares })}
      <p class="why">${t('learnt.from', { n: number(Math.round(told.learnt.mentions)), when: moment(told.learnt.at) })}</p>`
    : html`<p class="empty">${t('learnt.nothing')}</p>`}
    ${!told ? '' : html`<p id="learnt-applied">${leans
      ? t('learnt.applied', { strength: percent(100 * applied.strength), shares: shown(applied.shares) })
      : t('learnt.unapplied')}${hand && leans ? ` ${t('learnt.hand')}` : ''}</p>`}`;
}

export function corrections(told, file) {
  const lessons = told?.learnt?.lessons;
  return html`
    <section class="panel" id="learnt-corrections">
      <header><h2>${t('learnt.corrections')}</h2></header>
      ${!lessons ? html`<p class="empty">${t('learnt.corrections.none')}</p>` : html`
        <dl class="figures">
          <div class="figure"><dt>${t('learnt.corrections.count')}</dt><dd class="value">${number(lessons.corrections)}</dd></div>
          <div class="figure"><dt>${t('learnt.corrections.before')}</dt><dd class="value">${percent(100 * lessons.before)}</dd></div>
          <div class="figure"><dt>${t('learnt.corrections.after')}</dt><dd class="value">${percent(100 * lessons.after)}</dd></div>
        </dl>
        <p class="why">${t('learnt.corrections.how')}</p>`}
      ${file ? html`<p><a class="button" href=${file} download>${t('learnt.corrections.file')}</a></p>` : ''}
    </section>`;
}

const named = (word) => (word.startsWith(NOT) ? t('learnt.word.not', { word: word.slice(1) }) : word);

const weight = (w, label) => html`<td class="count">${number(w[label], DIGITS)}</td>`;

export function words(told) {
  const used = told?.applied?.words ?? [];
  return html`
    <section class="panel" id="learnt-words">
      <header><h2>${t('learnt.words')}</h2></header>
      ${!used.length ? html`<p class="empty">${t('learnt.words.none')}</p>` : html`
        <p class="why">${t('learnt.words.how')}</p>
        <div class="scrolling" role="region" tabindex="0" aria-label=${t('learnt.words')}><table class="learnt-words">
          <thead><tr><th scope="col">${t('learnt.word')}</th>
            ${['negative', 'neutral', 'positive'].map((label) => html`<th scope="col" class="count">${SHAPES[label]} <span>${t(`sentiment.${label}`)}</span></th>`)}
            <th scope="col" class="count">${t('learnt.word.texts')}</th></tr></thead>
          <tbody>${used.map((w) => html`
            <tr><th scope="row" dir="auto">${named(w.word)}</th>
              ${weight(w, 'negative')}${weight(w, 'neutral')}${weight(w, 'positive')}
              <td class="count">${w.texts ? number(w.texts) : '–'}</td></tr>`)}</tbody>
        </table></div>`}
    </section>`;
}

export function history(told, wanted, goBack) {
  const newest = told?.learnt;
  if (!newest) return '';
  const inUse = wanted ?? newest.version;
  const version = (v) => html`
    <li><p><b>${t('learnt.version', { n: number(v.version) })}</b>${v.version === inUse ? ` · ${t('learnt.inUse')}` : ''}
        <small>${moment(v.at)}</small></p>
      <p class="why">${v.shares ? shown(v.shares) : t('learnt.noShares')} · ${t('learnt.wordCount', { n: number(v.words.length) })}</p>
      ${!goBack || v.version === inUse ? '' : html`
        <button @click=${() => goBack(v === newest ? null : v.version)}>${v === newest ? t('learnt.newest') : t('learnt.goBack')}</button>`}</li>`;
  return html`
    <section class="panel" id="learnt-history">
      <header><h2>${t('learnt.history')}</h2></header>
      ${wanted ? html`<p>${t('learnt.wentBack', { n: number(wanted) })}</p>` : ''}
      <ol class="versions">${[newest, ...told.earlier].map(version)}</ol>
    </section>`;
}
