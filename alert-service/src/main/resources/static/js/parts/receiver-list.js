// Who can be told, each with its ways, whether the person agreed, and what became of a test.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';
import { address, follow } from '../state.js';
import { channelName, TEAM, wayLine } from './channels.js';
import { brandName, severityName } from './names.js';
import { why } from './why.js';

const OUTCOMES = ['sent', 'retry', 'rejected', 'no-consent'];

function narrowed(receiver, brands) {
  return [
    receiver.brands.length ? t('receiver.only', { brands: receiver.brands.map((id) => brandName(brands, id)).join(', ') }) : t('receiver.all'),
    receiver.minSeverity > 0 ? t('receiver.from', { severity: severityName(receiver.minSeverity) }) : '',
    receiver.quietHours ? t('receiver.calm', receiver.quietHours) : '',
    receiver.language === 'fr' ? 'Français' : 'English',
  ].filter(Boolean).join(' · ');
}

/** What became of one try, as a sentence. */
export function tried({ channel, outcome, reason, receipt }) {
  const said = t(`test.${OUTCOMES.includes(outcome) ? outcome : 'rejected'}`, { channel: channelName(channel) });
  return html`<li class=${outcome}>${outcome === 'sent' ? '✓' : '✗'} ${said} ${reason && outcome !== 'no-consent' ? html`<q>${why(reason)}</q>` : ''} ${receipt ? html`<small>${t('test.receipt', { receipt })}</small>` : ''}</li>`;
}

export function receiverList({ items, brands, may, leaving, trials, asked, busy }, { ask, keep, remove, test, question }) {
  const nameOf = (id) => items.find((r) => r.id === id)?.name ?? id;
  const one = (r) => {
    const isTeam = r.channel === TEAM;
    const ways = isTeam ? [] : [r, ...r.also];
    const unasked = ways.some((way) => way.consent && way.consent !== 'given');
    const to = { item: r.id };
    const named = html`<span class="hidden-visually"> ${r.name}</span>`;
    return html`
      <li class="rule" id=${`receiver-${r.id}`}>
        <h3 dir="auto">${r.name}</h3>
        ${isTeam
          ? html`<p>${t('receiver.team')} <bdi>${r.members.map(nameOf).join(', ')}</bdi></p>`
          : html`<ul class="ways">${ways.map((way) => html`<li>${wayLine(way)}</li>`)}</ul>`}
        <p class="why" dir="auto">${narrowed(r, brands)}</p>
        <div role="status">
          ${asked[r.id] ? html`<p class="why">${asked[r.id]}</p>` : ''}
          ${trials[r.id] ? html`<ul class="trials">${trials[r.id].map(tried)}</ul>` : ''}
        </div>
        ${leaving === r.id ? html`
          <p class="actions" role="group" aria-label=${t('rule.delete.sure', { name: r.name })}>
            <span>${t('rule.delete.sure', { name: r.name })}</span>
            <button class="danger" id="delete-now" @click=${() => remove(r)}>${t('rule.delete')}</button>
            <button @click=${keep}>${t('rule.delete.not')}</button>
          </p>` : html`
          <p class="actions">
            <a class="button" href=${address(to)} @click=${follow(to)}>${may ? t('rule.edit') : t('rule.see')}${named}</a>
            ${may && !isTeam ? html`<button class="try" ?disabled=${busy === r.id} @click=${() => test(r)}>${busy === r.id ? t('test.busy') : t('test.go')}${named}</button>` : ''}
            ${may && unasked ? html`<button class="ask" ?disabled=${busy === r.id} @click=${() => question(r)}>${t('consent.again')}${named}</button>` : ''}
            ${may ? html`<button class="quiet leave" @click=${() => ask(r)}>${t('rule.delete')}${named}</button>` : ''}
          </p>`}
      </li>`;
  };
  return html`
    <section class="panel" id="receivers" aria-labelledby="receivers-title">
      <header><h2 id="receivers-title">${t('receivers.title')}</h2>
        ${may ? html`<a class="button primary" href=${address({ item: 'new' })} @click=${follow({ item: 'new' })}>${t('receivers.new')}</a>` : ''}</header>
      <p class="why">${t('receivers.text')}</p>
      <ul class="rules">${items.map(one)}</ul>
      ${items.length ? '' : html`<p class="empty">${t('receivers.empty')}</p>`}
    </section>`;
}
