// What a person does about an alert, and the words it takes.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';
import { sentence } from './field-problem.js';

export const MAY_ACT = ['admin', 'responder'];

/** Verbs that need a word; the others are done at once. */
export const WORDED = ['assign', 'comment'];

/** What can be done about an alert as it stands, the likeliest first. */
export function verbsOf(alert) {
  const isOver = alert.people.resolved || alert.state === 'resolved';
  return [alert.state === 'open' && 'ack', 'assign', 'comment', isOver ? 'reopen' : 'resolve'].filter(Boolean);
}

/**
 * @param writing the verb whose words are being written
 * @param act takes a verb and its words
 * @param ask opens the words of a verb, or closes them
 */
export function acting(alert, { writing, wrong, busy }, { act, ask }, more = '') {
  const send = (e) => {
    e.preventDefault();
    const form = new FormData(e.target);
    act(writing, { comment: form.get('comment') || undefined, to: form.get('to') || undefined });
  };
  return html`
    <div class="actions">
      ${verbsOf(alert).map((verb) => (WORDED.includes(verb)
        ? html`<button ?disabled=${busy} aria-expanded=${String(writing === verb)} @click=${() => ask(verb)}>${t(`alert.${verb}`)}</button>`
        : html`<button class=${verb === 'ack' ? 'primary' : ''} ?disabled=${busy} @click=${() => act(verb)}>${t(`alert.${verb}`)}</button>`))}
      ${more}
    </div>
    ${writing ? html`
      <form class="form" id="acting" novalidate @submit=${send}>
        ${writing === 'assign'
          ? html`<label>${t('alert.assign.to')}<input name="to" maxlength="200" autocomplete="off" aria-invalid=${wrong?.field === 'to'}></label>`
          : html`<label>${t('alert.comment.text')}<textarea name="comment" rows="3" maxlength="2000" aria-invalid=${wrong?.field === 'comment'}></textarea></label>`}
        <p class="actions"><button class="primary" ?disabled=${busy}>${t(`alert.${writing}`)}</button></p>
      </form>` : ''}
    ${wrong ? html`<p class="error" role="alert">${sentence(wrong)}</p>` : ''}`;
}
