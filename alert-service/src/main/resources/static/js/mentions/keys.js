// Reading and deciding with single keys, and the sheet that tells which. Who speaks to the machine can switch them off.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';

const OFF = 'vigie.nokeys';
const ELSEWHERE = 'input:not([type=checkbox]), select, textarea, dialog, [contenteditable]';

function off() {
  try { return localStorage.getItem(OFF) === '1'; } catch { return false; }
}

/** @param acts what each key does; gone with the answer's call */
export function listenToKeys(acts) {
  const pressed = (e) => {
    const act = acts[e.key];
    if (!act || e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || document.querySelector('dialog[open]')) return;
    if (off() && !['PageDown', 'PageUp'].includes(e.key)) return;
    if (e.target.closest?.(ELSEWHERE)) return;
    if (e.key === 'Enter' && e.target.closest?.('a, button, summary, input')) return;
    if (act(e) !== false) e.preventDefault();
  };
  document.addEventListener('keydown', pressed);
  return () => document.removeEventListener('keydown', pressed);
}

function toggle(e) {
  try {
    if (e.target.checked) localStorage.removeItem(OFF); else localStorage.setItem(OFF, '1');
  } catch { /* private windows may refuse */ }
}

/** @param known pairs of keys and the name of what they do */
export const keySheet = (known) => html`
  <table class="keys">
    <tbody>${known.map(([keys, name]) => html`<tr><th scope="row">${keys.map((k) => html`<kbd>${k}</kbd> `)}</th><td>${t(`mentions.key.${name}`)}</td></tr>`)}</tbody>
  </table>
  <label class="check"><input type="checkbox" .checked=${!off()} @change=${toggle}>${t('mentions.key.on')}</label>`;
