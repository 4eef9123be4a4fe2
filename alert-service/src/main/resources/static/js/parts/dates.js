// A period of one's own: two days, both included, in the time of the brand.

import { html } from '/webjars/lit-html/lit-html.js';
import { go, range, state } from '../state.js';
import { t } from '../i18n.js';
import { beginOf, dayIn, zoneOf } from './zone.js';

const DAY = 86_400_000;
const MOST = 366;

/** What is wrong with two days, at the field it is wrong in. */
function wrong(from, to) {
  if (!from) return ['from', t('field.required')];
  if (!to) return ['to', t('field.required')];
  const days = (Date.parse(to) - Date.parse(from)) / DAY;
  if (days < 0) return ['to', t('dates.order')];
  return days >= MOST ? ['to', t('field.days', { a: MOST })] : null;
}

export function dates(brands, draw) {
  const zone = zoneOf(brands);
  const now = range(state());
  const shown = { from: dayIn(zone, Date.parse(now.from)), to: dayIn(zone, Date.parse(now.to) - 1) };

  const apply = (e) => {
    e.preventDefault();
    const form = e.target;
    const [from, to] = ['from', 'to'].map((name) => form.elements[name].value);
    const problem = wrong(from, to);
    for (const name of ['from', 'to']) {
      form.elements[name].setAttribute('aria-invalid', String(problem?.[0] === name));
      form.querySelector(`#wrong-${name}-day`).textContent = problem?.[0] === name ? problem[1] : '';
    }
    if (problem) {
      form.elements[problem[0]].focus();
      return;
    }
    const details = form.closest('details');
    details.open = false;
    details.querySelector('summary').focus();
    go({ period: 'custom', from: beginOf(from, zone), to: beginOf(to, zone, 1) });
    draw();
  };
  const close = (e) => {
    if (e.key !== 'Escape' || !e.currentTarget.open) return;
    e.currentTarget.open = false;
    e.currentTarget.querySelector('summary').focus();
  };
  const field = (name) => html`
    <label>${t(`dates.${name}`)}<input type="date" name=${name} .value=${shown[name]} aria-describedby=${`wrong-${name}-day`}></label>
    <span class="error" id=${`wrong-${name}-day`} aria-live="polite"></span>`;

  return html`
    <details class="dates" @keydown=${close}><summary>${t('dates.open')}</summary>
      <form novalidate @submit=${apply}>
        ${field('from')} ${field('to')}
        <small>${t('dates.zone', { zone: zone.replaceAll('_', ' ') })}</small>
        <button class="primary">${t('dates.apply')}</button>
      </form></details>`;
}
