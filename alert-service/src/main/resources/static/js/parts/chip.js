// One thing that narrows a list, said in words, and the way to take it away.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';
import { go } from '../state.js';

/** @param changes what the address loses with it */
export const chip = (label, words, changes) => html`
  <li><span>${label}: <b><bdi>${words}</bdi></b></span>
    <button class="quiet" aria-label=${t('mentions.remove', { what: `${label}: ${words}` })} @click=${() => go(changes)}>✕</button></li>`;
