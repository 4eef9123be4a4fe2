// From a number or a mark to the mentions behind it.

import { html } from '/webjars/lit-html/lit-html.js';
import { address, follow, toMentions } from '../state.js';

/** @param narrowed as the list's address says it; what is not said is not narrowed */
export function drill(narrowed, content, title = '') {
  const to = toMentions(narrowed);
  return html`<a class="drill" href=${address(to)} title=${title} @click=${follow(to)}>${content}</a>`;
}

/** The query that finds any of these words and phrases, whatever is in them. */
export const anyOf = (forms) => forms.map((form) => (/^#[\p{L}\p{M}\p{N}_]+$/u.test(form) ? form : `"${form.replace(/["\\]/g, ' ').trim()}"`)).join(' OR ');
