// Alerts with their reasons, and what a person can do about them.

import { html } from '/webjars/lit-html/lit-html.js';
import { language, moment, number, percent, t } from '../i18n.js';
import { go, state } from '../state.js';
import { card } from './mention.js';

const brandName = (brands, id) => brands.find((b) => b.id === id)?.name ?? id;
const MAY_ACT = ['admin', 'responder'];

export function banner(items, brands) {
  const open = (items ?? []).filter((a) => a.state === 'open');
  if (!open.length) return '';
  const worst = open.reduce((a, b) => (b.severity > a.severity ? b : a));
  return html`
    <div class="banner" role="alert">
      <span><b>⚠ ${t('alert.banner', { brand: brandName(brands, worst.brand) })}</b> ${worst.summary}</span>
      <a href=${`/?brand=${encodeURIComponent(worst.brand)}&alert=${encodeURIComponent(worst.id)}`}>${t('alert.see')}</a>
    </div>`;
}

export function alertList(items, detail, brands, session, { act }) {
  return html`
    <section class="panel alerting" aria-labelledby="alerts-title">
      <header><h2 id="alerts-title">${t('alerts.title')}</h2></header>
      <ol class="alerts" id="alerts">
        ${(items ?? []).slice(0, 20).map((a) => html`<li>${one(a, detail?.id === a.id ? detail : null, brands, session, act)}</li>`)}
      </ol>
      ${items && items.length === 0 ? html`<p class="empty">${t('alerts.empty')}</p>` : ''}
    </section>`;
}

function one(alert, detail, brands, session, act) {
  const open = state().alert === alert.id;
  return html`
    <article class=${`alert ${alert.state}`}>
      <p class="tags">
        <b>${brandName(brands, alert.brand)}</b> <span>${alert.metric}</span>
        <span class="tag">${t(`alert.${alert.state}`)}</span>
        <span>${t('alert.severity')} ${alert.severity}</span>
      </p>
      <p class="summary">${alert.summary}</p>
      <p class="why">
        ${t('alert.since', { time: moment(alert.openedAt) })}${alert.resolvedAt ? `, ${t('alert.until', { time: moment(alert.resolvedAt) })}` : ''}
        ${alert.told === false ? html`· ${t('alert.silent')}` : ''}
      </p>
      <p class="actions">
        <button aria-expanded=${open} @click=${() => go({ alert: open ? '' : alert.id })}>${t('alert.details')}</button>
        ${MAY_ACT.includes(session.role) ? buttons(alert, act) : ''}
      </p>
      ${open && detail ? why(detail) : ''}
    </article>`;
}

function buttons(alert, act) {
  if (alert.state === 'resolved') return html`<button @click=${() => act(alert, 'reopen')}>${t('alert.reopen')}</button>`;
  return html`
    ${alert.state === 'open' ? html`<button @click=${() => act(alert, 'ack')}>${t('alert.ack')}</button>` : ''}
    <button @click=${() => act(alert, 'resolve')}>${t('alert.resolve')}</button>`;
}

function returnPeriod(days) {
  if (days >= 3650) return t('alert.decade');
  if (days >= 547) return t('alert.years', { n: number(days / 365, { maximumFractionDigits: 0 }) });
  return days > 365 ? t('alert.year') : t('alert.days', { n: number(days, { maximumFractionDigits: days < 10 ? 1 : 0 }) });
}

function why(alert) {
  const { explanation } = alert;
  const row = (name, value) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`;
  return html`
    <table>
      <tbody>
        ${row(t('alert.observed'), number(alert.observed))}
        ${row(t('alert.expected'), `${number(alert.expected, { maximumFractionDigits: 1 })} ± ${number(alert.sd, { maximumFractionDigits: 1 })}`)}
        ${row(t('alert.window'), alert.window)}
        ${alert.returnPeriodDays > 0 ? row(t('alert.return'), returnPeriod(alert.returnPeriodDays)) : ''}
        ${explanation ? row(t('alert.model'), t(`alert.model.${explanation.model}`)) : ''}
        ${explanation ? row(t('alert.silentBelow'), number(explanation.silentBelow)) : ''}
        ${explanation?.severityReasons ? row(t('alert.severity'), explanation.severityReasons[language()] ?? '') : ''}
        ${row(t('alert.rule'), alert.rule)}
      </tbody>
    </table>
    ${explanation?.contributors?.length ? contributors(explanation.contributors) : ''}
    ${(alert.evidence ?? []).some((e) => e.text !== undefined) ? html`<h3>${t('alert.evidence')}</h3>${alert.evidence.filter((e) => e.text !== undefined).slice(0, 5).map(card)}` : ''}`;
}

function contributors(list) {
  return html`
    <h3>${t('alert.contributors')}</h3>
    <table>
      <tbody>${list.slice(0, 12).map((c) => html`<tr><th scope="row">${t(`contributor.${c.dimension}`)}</th><td>${c.key}</td><td>${number(c.count)}</td><td>${percent(c.share * 100)}</td></tr>`)}</tbody>
    </table>`;
}
