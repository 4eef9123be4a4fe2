// Who was told of an alert, who was not and why: for each receiver every decision, the newest last.

import { html } from '/webjars/lit-html/lit-html.js';
import { moment, number, t } from '../i18n.js';
import { channelName } from './channels.js';
import { why } from './why.js';

const EVERYBODY = '*';
const SHOWN = 8;
const EVENTS = ['OPEN', 'REOPEN', 'STILL', 'ESCALATE', 'RESOLVE', 'ACTION'];
const CAUSES = ['repeat', 'escalation'];
const OUTCOMES = ['sent', 'pending', 'rejected', 'silenced', 'late', 'no-consent', 'inhibited', 'not-needed', 'not-meant'];
const LOOKS = { sent: 'positive', rejected: 'negative', 'no-consent': 'negative' };

/** By receiver; who was only ever not meant comes last and is said once. */
export function byReceiver(rows) {
  const found = new Map();
  const decided = (receiver, row) => {
    if (!found.has(receiver)) found.set(receiver, []);
    found.get(receiver).push(row);
  };
  for (const row of rows) {
    if (row.receiver !== EVERYBODY) decided(row.receiver, row);
  }
  for (const row of rows.filter((r) => r.receiver === EVERYBODY)) {
    for (const [receiver, reason] of Object.entries(row.others ?? {})) {
      const already = found.get(receiver);
      if (already?.some((one) => one.outcome !== 'not-meant' || one.reason === reason)) continue;
      decided(receiver, { ...row, receiver, channel: '', outcome: 'not-meant', reason, others: undefined });
    }
  }
  const isMeant = ([, decisions]) => (decisions.some((row) => row.outcome !== 'not-meant') ? 0 : 1);
  return [...found].sort((a, b) => isMeant(a) - isMeant(b));
}

function stage({ cause, event }) {
  if (CAUSES.includes(cause)) return t(`told.${cause}`);
  return EVENTS.includes(event) ? t(`told.event.${event}`) : '';
}

export function told(rows, { nameOf, may, resent, wrong, busy }, { resend }) {
  const decision = (row) => html`
    <li class=${row.outcome}>
      <time datetime=${row.at}>${moment(row.at)}</time>
      <span class=${`tag ${LOOKS[row.outcome] ?? ''}`}>${OUTCOMES.includes(row.outcome) ? t(`told.${row.outcome}`) : row.outcome}</span>
      <span>${[row.channel ? channelName(row.channel) : '', row.outcome === 'not-meant' ? '' : stage(row)].filter(Boolean).join(' · ')}</span>
      ${row.reason && !['sent', 'no-consent'].includes(row.outcome) ? html`<span class="why" dir="auto">${why(row.reason)}</span>` : ''}
      <small>${[
        row.outcome === 'pending' && row.due ? t('told.due', { time: moment(row.due) }) : '',
        row.attempts > 1 ? t('told.attempts', { n: row.attempts }) : '',
        row.delivery && row.delivery !== row.id ? t('told.with') : '',
        row.receipt && row.outcome === 'sent' ? t('test.receipt', { receipt: row.receipt }) : '',
      ].filter(Boolean).join(' · ')}</small>
      ${may && row.outcome === 'rejected' ? html`<button ?disabled=${busy} @click=${() => resend(row)}>${t('told.resend')}<span class="hidden-visually"> ${nameOf(row.receiver)}</span></button>` : ''}
    </li>`;
  return html`
    <section class="panel" id="told" aria-labelledby="told-title">
      <header><h2 id="told-title">${t('told.title')}</h2></header>
      <p class="why">${t('told.text')}</p>
      <p role="status">${resent}</p>
      ${wrong ? html`<p class="error" role="alert">${wrong}</p>` : ''}
      ${!rows ? html`<p class="loading" role="status">${t('app.loading')}</p>` : rows.length ? html`
        <ul class="told">${byReceiver(rows).map(([receiver, decisions]) => html`
          <li><h3><bdi>${nameOf(receiver)}</bdi></h3>
            ${decisions.length > SHOWN ? html`<details><summary>${t('told.earlier', { n: number(decisions.length - SHOWN) })}</summary><ol>${decisions.slice(0, -SHOWN).map(decision)}</ol></details>` : ''}
            <ol>${decisions.slice(-SHOWN).map(decision)}</ol></li>`)}</ul>` : html`<p class="empty">${t('told.none')}</p>`}
    </section>`;
}
