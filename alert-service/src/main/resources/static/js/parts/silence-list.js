// When nobody is told: the silences that hold, those to come, and those that are over.

import { html } from '/webjars/lit-html/lit-html.js';
import { moment, number, t } from '../i18n.js';
import { address, follow } from '../state.js';
import { matchLine } from './matchers.js';
import { matchOf } from './silence-draft.js';
import { dayName } from './silence-form.js';

const stateOf = ({ from, until }, now) => (Date.parse(until) <= now ? 'past' : Date.parse(from) > now ? 'coming' : 'holds');

function weeklyLine({ days, from, until, timeZone }) {
  return t('silence.each', { days: days?.length ? days.map(dayName).join(', ') : t('silence.daily'), from, until, zone: timeZone });
}

export function silenceList({ items, brands, may, leaving, busy }, { ask, keep, end, remove }, now = Date.now()) {
  const one = (s) => {
    const is = stateOf(s, now);
    const named = html`<span class="hidden-visually"> ${s.reason}</span>`;
    return html`
      <li class=${`rule ${is === 'holds' ? '' : 'off'}`} id=${`silence-${s.id}`}>
        <p class="tags"><span class="tag">${t(`silence.${is}`)}</span> ${s.weekly ? html`<span class="tag">${t('silence.window')}</span>` : ''}</p>
        <h3 dir="auto">${matchLine(matchOf(s), brands)}</h3>
        <p><q dir="auto">${s.reason}</q></p>
        <p class="why">${is === 'coming' ? t('silence.span.of', { from: moment(s.from), until: moment(s.until) }) : t(is === 'past' ? 'silence.ended' : 'silence.ends', { time: moment(s.until) })}
          ${s.weekly ? html`<br>${weeklyLine(s.weekly)}` : ''}
          <br><bdi>${t('silence.by', { name: s.author })}</bdi></p>
        ${leaving === s.id ? html`
          <p class="actions" role="group" aria-label=${t('silence.end.sure')}>
            <span>${t(is === 'past' ? 'silence.delete.sure' : 'silence.end.sure')}</span>
            <button class="danger" id="delete-now" ?disabled=${busy} @click=${() => (is === 'past' ? remove(s) : end(s))}>${t(is === 'past' ? 'rule.delete' : 'silence.end')}</button>
            <button @click=${keep}>${t('rule.delete.not')}</button>
          </p>` : html`
          <p class="actions">
            ${is === 'past' ? '' : html`<a class="button" href=${address({ item: s.id })} @click=${follow({ item: s.id })}>${may ? t('rule.edit') : t('rule.see')}${named}</a>`}
            ${may ? html`<button class="quiet end" @click=${() => ask(s)}>${t(is === 'past' ? 'rule.delete' : 'silence.end')}${named}</button>` : ''}
          </p>`}
      </li>`;
  };
  const past = items.filter((s) => stateOf(s, now) === 'past');
  const held = items.filter((s) => stateOf(s, now) !== 'past');
  const to = { item: 'new', alert: '' };
  return html`
    <section class="panel" id="silences" aria-labelledby="silences-title">
      <header><h2 id="silences-title">${t('silences.title')}</h2>
        ${may ? html`<a class="button primary" href=${address(to)} @click=${follow(to)}>${t('silences.new')}</a>` : ''}</header>
      <p class="why">${t('silences.text')}</p>
      <ul class="rules">${held.map(one)}</ul>
      ${held.length ? '' : html`<p class="empty">${t('silences.empty')}</p>`}
      ${past.length ? html`<details><summary>${t('silences.past', { n: number(past.length) })}</summary><ul class="rules">${past.map(one)}</ul></details>` : ''}
    </section>`;
}
