// What the inbox shows, as the address says it, and the form that changes it.

import { html } from '/webjars/lit-html/lit-html.js';
import { number, t } from '../i18n.js';
import { narrow } from '../narrow.js';
import { address, follow, go } from '../state.js';
import { chip } from './chip.js';
import { severityName } from './names.js';

export const STATES = ['open', 'acknowledged', 'resolved', 'all'];
const SINCE = { '24h': 24, '7d': 7 * 24, '30d': 30 * 24 };
const HOUR = 3_600_000;

/** Open ones, however old, unless the address says otherwise. */
export function wanted(query = new URLSearchParams(location.search)) {
  const is = STATES.includes(query.get('is')) ? query.get('is') : 'open';
  return { is, grave: query.get('grave') ?? '', since: SINCE[query.get('since')] ? query.get('since') : '', find: query.get('find') ?? '' };
}

/** What to ask the API for; `is` replaces the state that is shown. */
export function asked({ is, grave, since, find }, brand, now = Date.now()) {
  return {
    brand,
    state: is === 'all' ? '' : is,
    minSeverity: grave,
    from: since ? new Date(now - SINCE[since] * HOUR).toISOString() : '',
    q: find,
  };
}

const from = (severity) => t('match.from', { severity: severityName(Number(severity)) });

/** What narrows the list, where the controls that say so are folded away. */
function chips({ grave, since, find }) {
  if (!grave && !since && !find) return '';
  return html`
    <ul class="chips" aria-label=${t('mentions.narrowed')}>
      ${grave ? chip(t('inbox.grave'), from(grave), { grave: '' }) : ''}
      ${since ? chip(t('inbox.since'), t(`period.${since}`), { since: '' }) : ''}
      ${find ? chip(t('inbox.find'), find.slice(0, 120), { find: '' }) : ''}
    </ul>`;
}

export function inboxFilter(filter, totals) {
  const search = (e) => {
    e.preventDefault();
    go({ find: new FormData(e.target).get('find').trim() });
  };
  const link = (is) => {
    const to = { is: is === 'open' ? '' : is };
    return html`<li><a href=${address(to)} aria-current=${filter.is === is ? 'page' : 'false'} @click=${follow(to)}>${t(`inbox.is.${is}`)} ${totals[is] === undefined ? '' : html`<span class="count">${number(totals[is])}</span>`}</a></li>`;
  };
  const form = html`
    <form class="line" role="search" @submit=${search}>
      <label>${t('inbox.grave')}
        <select name="grave" @change=${(e) => go({ grave: e.target.value })}>
          <option value="" ?selected=${!filter.grave}>${t('match.any')}</option>
          ${[1, 2, 3, 4].map((s) => html`<option value=${s} ?selected=${filter.grave === String(s)}>${from(s)}</option>`)}
        </select></label>
      <label>${t('inbox.since')}
        <select name="since" @change=${(e) => go({ since: e.target.value })}>
          <option value="" ?selected=${!filter.since}>${t('inbox.ever')}</option>
          ${Object.keys(SINCE).map((s) => html`<option value=${s} ?selected=${filter.since === s}>${t(`period.${s}`)}</option>`)}
        </select></label>
      <label class="wide">${t('inbox.find')}<input type="search" name="find" maxlength="300" .value=${filter.find}></label>
      <button>${t('inbox.search')}</button>
    </form>`;
  return html`
    <nav class="sections tabs" aria-label=${t('inbox.states')}><ul>${STATES.map(link)}</ul></nav>
    ${narrow.matches ? html`<details class="narrowing"><summary>${t('inbox.filters')}</summary>${form}</details>${chips(filter)}` : form}`;
}
