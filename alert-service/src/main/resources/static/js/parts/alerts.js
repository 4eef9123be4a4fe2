// Alerts as a list: what each says, and what a person can do about it at once. The reasons are on its own page.

import { html } from '/webjars/lit-html/lit-html.js';
import { moment, t } from '../i18n.js';
import { address, follow, HOME } from '../state.js';
import { MAY_ACT } from './acting.js';
import { brandName, metricName, severityName } from './names.js';

const INBOX = { ...HOME, view: 'alerts' };

export function banner(items, brands) {
  const open = (items ?? []).filter((a) => a.state === 'open');
  if (!open.length) return '';
  const worst = open.reduce((a, b) => (b.severity > a.severity ? b : a));
  return html`
    <div class="banner" role="alert">
      <span><b>⚠ ${t('alert.banner', { brand: brandName(brands, worst.brand) })}</b> ${worst.summary}</span>
      <a href=${address({ ...HOME, alert: worst.id })} @click=${follow({ ...HOME, alert: worst.id })}>${t('alert.see')}</a>
    </div>`;
}

export function alertList(items, brands, session, { act }) {
  return html`
    <section class="panel alerting" aria-labelledby="alerts-title">
      <header><h2 id="alerts-title">${t('alerts.title')}</h2>
        <a href=${address(INBOX)} @click=${follow(INBOX)}>${t('inbox.all')}</a></header>
      <ol class="alerts" id="alerts">
        ${(items ?? []).slice(0, 20).map((a) => html`<li>${one(a, brands, session, act)}</li>`)}
      </ol>
      ${items && items.length === 0 ? html`<p class="empty">${t('alerts.empty')}</p>` : ''}
    </section>`;
}

function one(alert, brands, session, act) {
  const page = { ...HOME, alert: alert.id };
  return html`
    <article class=${`alert ${alert.state}`}>
      <p class="tags">
        <b>${brandName(brands, alert.brand)}</b> <span>${metricName(alert.metric)}</span>
        <span class="tag">${t(`alert.${alert.state}`)}</span>
        <span>${severityName(alert.severity)}</span>
      </p>
      <p class="summary">${alert.summary}</p>
      <p class="why">
        ${t('alert.since', { time: moment(alert.openedAt) })}${alert.resolvedAt ? `, ${t('alert.until', { time: moment(alert.resolvedAt) })}` : ''}
        ${alert.told === false ? html`· ${t('alert.silent')}` : ''}
      </p>
      <p class="actions">
        <a class="button" href=${address(page)} @click=${follow(page)}>${t('alert.details')}</a>
        ${MAY_ACT.includes(session.role) ? buttons(alert, act) : ''}
      </p>
    </article>`;
}

function buttons(alert, act) {
  if (alert.state === 'resolved') return html`<button @click=${() => act(alert, 'reopen')}>${t('alert.reopen')}</button>`;
  return html`
    ${alert.state === 'open' ? html`<button @click=${() => act(alert, 'ack')}>${t('alert.ack')}</button>` : ''}
    <button @click=${() => act(alert, 'resolve')}>${t('alert.resolve')}</button>`;
}
