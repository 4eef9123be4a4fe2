// The alerts of the inbox, one line of facts and one of deeds each; one of them is at hand for the keyboard.

import { html } from '/webjars/lit-html/lit-html.js';
import { ago, moment, number, t } from '../i18n.js';
import { address, follow, HOME } from '../state.js';
import { acting } from './acting.js';
import { brandName, metricName, severityName, windowName } from './names.js';

const SHAPES = ['○', '◔', '◑', '◕', '●'];

export function inboxList({ items, brands, may, at, doing }, { choose, act, ask }) {
  const one = (a) => {
    const page = { ...HOME, alert: a.id };
    const mine = doing.id === a.id;
    const comments = a.people.actions.filter((action) => action.verb === 'comment').length;
    return html`
      <li class=${`alert ${a.state}`} id=${`inbox-${a.id}`} data-id=${a.id} tabindex=${a.id === at ? '0' : '-1'} aria-label=${`${brandName(brands, a.brand)}, ${t(`alert.${a.state}`)}, ${severityName(a.severity)}: ${a.summary}`} @focusin=${() => choose(a.id)}>
        <p class="tags">
          <b>${brandName(brands, a.brand)}</b> <span>${metricName(a.metric)}</span>
          <span class="tag">${t(`alert.${a.state}`)}</span>
          <span><span aria-hidden="true">${SHAPES[a.severity] ?? ''}</span> ${severityName(a.severity)}</span>
        </p>
        <p class="summary"><a href=${address(page)} @click=${follow(page)}>${a.summary}</a></p>
        <p class="why">
          <time datetime=${a.openedAt} title=${moment(a.openedAt)}>${ago(a.openedAt)}</time>${a.resolvedAt ? html` · ${t('alert.until', { time: moment(a.resolvedAt) })}` : ''}
          · ${t('inbox.figures', { n: a.observed, expected: Math.round(a.expected * 10) / 10, window: windowName(a.window) })}
          ${a.people.acknowledgedBy ? html` · <bdi>${t('alert.acknowledgedBy', { name: a.people.acknowledgedBy })}</bdi>` : ''}
          ${a.people.assignee ? html` · <bdi>${t('alert.assignee', { name: a.people.assignee })}</bdi>` : ''}
          ${comments ? html` · ${t('inbox.comments', { n: number(comments) })}` : ''}
          ${a.told === false ? html` · ${t('alert.silent')}` : ''}
        </p>
        ${may ? acting(a, mine ? doing : { busy: doing.busy }, { act: (verb, words) => act(a, verb, words), ask: (verb) => ask(a, verb) }) : ''}
      </li>`;
  };
  return html`<ol class="alerts" id="inbox-list" aria-label=${t('inbox.title')}>${items.map(one)}</ol>`;
}
