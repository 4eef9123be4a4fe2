// Apply the present queries to what was said before, and see how far that is.

import { html } from '/webjars/lit-html/lit-html.js';
import { moment, t } from '../i18n.js';

const DAYS = [7, 30, 90, 365];

function outcome(p) {
  const { added, removed, changed } = p;
  return html`
    <p>${t(`rematch.${p.state}`, { by: p.by, from: moment(p.from), to: moment(p.to) })}
      ${p.reason && p.state === 'failed' ? p.reason : ''}</p>
    ${p.state === 'running' ? html`
      <label>${p.total ? t('rematch.looked', { n: p.looked, total: p.total }) : t('rematch.waiting')}
        <progress max=${p.total || 1} value=${p.looked}></progress></label>` : ''}
    <p>${t('rematch.figures', { added, removed, changed })}</p>
    ${p.leftAlone ? html`<p>${t('rematch.leftAlone', { n: p.leftAlone })}</p>` : ''}`;
}

export function rematch(progress, may, changed, { apply, cancel }) {
  if (!progress) return '';
  const running = progress.state === 'running';
  return html`
    <section class="panel" id="rematch">
      <header><h2>${t('rematch.title')}</h2></header>
      <p>${changed ? t('rematch.offer') : t('rematch.text')}</p>
      <div aria-live="polite">${progress.state === 'none' ? '' : outcome(progress)}</div>
      ${!may ? '' : running ? html`<button @click=${cancel}>${t('rematch.cancel')}</button>` : html`
        <form class="line" @submit=${apply}>
          <label>${t('rematch.period')}<select name="days">
            ${DAYS.map((d) => html`<option value=${d} ?selected=${d === 30}>${t('rematch.days', { n: d })}</option>`)}</select></label>
          <button class=${changed ? 'primary' : ''}>${t('rematch.go')}</button>
        </form>`}
    </section>`;
}
