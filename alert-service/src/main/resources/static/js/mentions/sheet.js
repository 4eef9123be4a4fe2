// One thing at a time, above the page: help, or a question.

import { html } from '/webjars/lit-html/lit-html.js';
import { createRef, ref } from '/webjars/lit-html/directives/ref.js';
import { t } from '../i18n.js';

export function sheet(draw) {
  const box = createRef();
  let shown = null;
  let back = null;

  const close = () => {
    if (!shown) return;
    shown = null;
    box.value?.close();
    draw();
    if (back?.isConnected) back.focus({ preventScroll: true });
  };

  return {
    /** @param content `{title, body}`; body is a function, drawn again with the page */
    open(content) {
      back = document.activeElement;
      shown = content;
      draw();
      if (!box.value.open) box.value.showModal();
    },
    close,
    get isOpen() { return shown !== null; },
    template: () => html`
      <dialog class="sheet panel" aria-labelledby="sheet-title" ${ref(box)} @close=${close} @cancel=${close}>
        ${shown ? html`
          <header><h2 id="sheet-title">${shown.title}</h2><button class="quiet" aria-label=${t('mentions.close')} @click=${close}>✕</button></header>
          ${shown.body()}` : ''}
      </dialog>`,
  };
}
