// Where a newcomer stands on the way to the first mention.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';

const STEPS = ['brand', 'posts', 'mention'];

/** @param at the step under way; 3 = all are done */
export const steps = (at) => html`
  <ol class="steps" aria-label=${t('start.steps')}>${STEPS.map((step, i) => html`
    <li class=${i < at ? 'done' : ''} aria-current=${i === at ? 'step' : 'false'}>
      <span aria-hidden="true">${i < at ? '✓' : i + 1}</span> ${t(`start.step.${step}`)}
      ${i < at ? html`<span class="hidden-visually">${t('start.step.done')}</span>` : ''}</li>`)}</ol>`;
