// Work that is not saved yet: before a link, the way back or a closed tab takes it away, the reader is asked.

import { html, render } from '/webjars/lit-html/lit-html.js';
import { t } from './i18n.js';

const held = new Set();
let asking = null;

/** @param where the work's address as far as it needs it, by name; null where there is nothing to lose. @returns what ends the holding */
export function hold(where) {
  held.add(where);
  return () => held.delete(where);
}

/** @param search of the address that is wanted; without one the page is left */
export function isLost(search) {
  const query = new URLSearchParams(search);
  return [...held].some((where) => {
    const needed = where();
    return Boolean(needed) && (search === undefined || Object.entries(needed).some(([name, value]) => (query.get(name) ?? '') !== value));
  });
}

export const isAsking = () => asking !== null;

function question(answer) {
  const box = document.createElement('dialog');
  box.className = 'sheet panel';
  box.setAttribute('aria-labelledby', 'unsaved-title');
  box.setAttribute('aria-describedby', 'unsaved-text');
  box.addEventListener('close', () => {
    answer(box.returnValue === 'leave');
    box.remove();
  });
  render(html`
    <form method="dialog" class="form">
      <h2 id="unsaved-title">${t('unsaved.title')}</h2>
      <p id="unsaved-text">${t('unsaved.text')}</p>
      <p class="actions"><button class="primary" value="stay" autofocus>${t('unsaved.stay')}</button> <button class="danger" value="leave">${t('unsaved.leave')}</button></p>
    </form>`, box);
  document.body.append(box);
  box.showModal();
}

/** Whether the reader lets the work go; who closes the question does not. */
export async function mayBeLost() {
  asking ??= new Promise(question);
  const may = await asking;
  asking = null;
  return may;
}

addEventListener('beforeunload', (e) => { if (isLost()) e.preventDefault(); });
