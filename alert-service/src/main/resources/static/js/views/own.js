// What belongs to the reader more than to what is read: another brand to follow, language, theme, the way out. Behind one button on a phone.

import { html } from '/webjars/lit-html/lit-html.js';
import { language, speak, t } from '../i18n.js';
import { narrow } from '../narrow.js';
import { go, HOME } from '../state.js';
import { MAY_FOLLOW } from './brand-form.js';

function toggleTheme(draw) {
  const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  try { localStorage.setItem('vigie.theme', next); } catch { /* private windows may refuse */ }
  dispatchEvent(new Event('vigie-theme'));
  draw();
}

async function toggleLanguage(draw) {
  await speak(language() === 'fr' ? 'en' : 'fr');
  draw();
}

function closing(e) {
  const { currentTarget: box } = e;
  const isChosen = e.type === 'click' && e.target.closest('button');
  if (!isChosen && (e.key !== 'Escape' || !box.open)) return;
  box.open = false;
  box.querySelector('summary').focus();
}

export function own({ session, mayAdd, draw, signOut }) {
  const theme = html`<button class="quiet" aria-label=${t('app.theme')} title=${t('app.theme')} @click=${() => toggleTheme(draw)}>◐</button>`;
  const others = html`
    ${mayAdd && MAY_FOLLOW.includes(session.role) ? html`<button @click=${() => go({ ...HOME, view: 'brand', brand: '' })}>${t('brand.new')}</button>` : ''}
    <button class="quiet" lang=${language() === 'fr' ? 'en' : 'fr'} @click=${() => toggleLanguage(draw)}>${t('app.language')}</button>`;
  const out = html`<button class="quiet" @click=${signOut}>${t('app.signout')}</button>`;
  if (!narrow.matches) return html`${others}${theme}${out}`;
  return html`
    ${theme}
    <details class="own" @click=${closing} @keydown=${closing}><summary aria-label=${t('app.menu')}>☰</summary>
      <div>${others}${out}</div></details>`;
}
