// What people decide about what is learnt of a brand.

import { html } from '/webjars/lit-html/lit-html.js';
import { percent, t } from '../i18n.js';

const LABELS = ['negative', 'neutral', 'positive'];
const USUAL = { enabled: true, strength: 0.75, shares: null, words: true, version: null };

/** What holds now, as the API takes it. */
export function decided(told) {
  const { enabled, strength, shares, words, version } = { ...USUAL, ...told?.setting };
  return { enabled, strength, shares: shares ?? null, words, version: version ?? null };
}

/** What the form says, or what is wrong with it. */
export function decide(fields, before) {
  let shares = null;
  let wrong = '';
  if (fields.get('source') === 'hand') {
    const parts = LABELS.map((label) => Number(fields.get(label)));
    if (parts.reduce((a, b) => a + b, 0) !== 100) wrong = t('learnt.sum');
    shares = Object.fromEntries(LABELS.map((label, i) => [label, parts[i] / 100]));
  }
  return {
    wrong,
    decision: {
      ...before, shares, enabled: fields.has('enabled'), words: fields.has('words'), strength: Number(fields.get('strength')) / 100,
    },
  };
}

/** Whole percents that sum to 100: the largest takes what rounding left over. */
function percents(shares) {
  const parts = LABELS.map((label) => Math.round(100 * shares[label]));
  parts[parts.indexOf(Math.max(...parts))] += 100 - parts.reduce((a, b) => a + b, 0);
  return parts;
}

const tell = (e) => { e.target.form.elements.told.value = percent(Number(e.target.value)); };

export function form({ told, byHand, wrong, outcome }, may, { save, choose }) {
  const now = decided(told);
  const hand = byHand ?? now.shares !== null;
  const parts = percents(now.shares ?? told?.learnt?.shares ?? { negative: 1 / 3, neutral: 1 / 3, positive: 1 / 3 });
  return html`
    <section class="panel" id="learnt-form">
      <header><h2>${t('learnt.decide')}</h2></header>
      <form class="form" @submit=${save}>
        <fieldset class="bare" ?disabled=${!may}>
          <legend class="hidden-visually">${t('learnt.decide')}</legend>
          <label class="check"><input type="checkbox" name="enabled" .checked=${now.enabled}>${t('learnt.enabled')}</label>
          <label class="check"><input type="checkbox" name="words" .checked=${now.words}>${t('learnt.useWords')}</label>
          <label>${t('learnt.source')}
            <select name="source" @change=${(e) => choose(e.target.value === 'hand')}>
              <option value="learnt" ?selected=${!hand}>${t('learnt.source.learnt')}</option>
              <option value="hand" ?selected=${hand}>${t('learnt.source.hand')}</option></select></label>
          ${!hand ? '' : html`<div class="thirds">${LABELS.map((label, i) => html`
            <label>${t('learnt.share', { label: t(`sentiment.${label}`) })}
              <input name=${label} type="number" min="0" max="100" step="1" required value=${parts[i]}
                aria-invalid=${wrong ? 'true' : 'false'} aria-describedby=${wrong ? 'wrong-shares' : ''}></label>`)}</div>`}
          ${wrong ? html`<p class="error" id="wrong-shares" role="alert">${wrong}</p>` : ''}
          <label>${t('learnt.strength')}
            <span class="strength"><input type="range" name="strength" min="0" max="100" step="5" .value=${String(Math.round(100 * now.strength))} @input=${tell}>
            <output name="told">${percent(100 * now.strength)}</output></span></label>
        </fieldset>
        <p role="status" id="learnt-outcome">${outcome}</p>
        ${may ? html`<button class="primary">${t('learnt.save')}</button>` : ''}
      </form>
    </section>`;
}
