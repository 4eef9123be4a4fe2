// One alert: what was seen beside what was usual, who carries it, what happened, and what a person does about it.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../api.js';
import { atMostEvery, listen } from '../live.js';
import { address, follow, HOME, state } from '../state.js';
import { moment, t } from '../i18n.js';
import { acting, MAY_ACT } from '../parts/acting.js';
import { band } from '../parts/band.js';
import { carriers, isBehind, quote } from '../parts/carriers.js';
import { behind, drill } from '../parts/drill.js';
import { incident, voicesOf } from '../parts/incident.js';
import { card } from '../parts/mention.js';
import { brandName, metricName, severityName } from '../parts/names.js';
import { reasons } from '../parts/reasons.js';
import { said } from '../parts/said.js';
import { told } from '../parts/told.js';

const HOUR = 3_600_000;
/** After which an alert is read again whose mentions the search does not find yet: soon at first, then less and less often. */
const AGAIN = 2_000;
const SELDOM = 60_000;
const MAY_SEE_RECEIVERS = ['admin', 'responder', 'auditor'];

export function alertPage({ draw, brands, session }) {
  const { alert: id } = state();
  const path = `/api/alerts/${encodeURIComponent(id)}`;
  const may = MAY_ACT.includes(session.role);
  const data = { detail: null, line: null, told: null, voices: {}, problem: '', writing: '', wrong: null, busy: false };
  const telling = { names: new Map(), resent: '', wrong: '', busy: false };
  let left = false;
  let stop = () => {};
  let timer = 0;
  let wait = AGAIN;

  async function load() {
    try {
      data.detail = await api.get(path);
      data.problem = '';
      clearTimeout(timer);
      if (!left && isBehind(data.detail)) {
        timer = setTimeout(load, wait);
        wait = Math.min(2 * wait, SELDOM);
      }
      if (!left) draw();
      // what is around it may be missing, and the alert is still worth reading
      const [line, voices] = await Promise.allSettled([api.get(`${path}/line`), voicesOf(data.detail), loadTold()]);
      data.line = line.value ?? { line: [], window: data.detail.window, sameRule: true };
      data.voices = voices.value ?? {};
    } catch (e) {
      data.problem = e.status === 404 ? t('alert.gone') : e.status === 0 ? t('error.offline') : t('error.other', { detail: e.message });
    }
    if (!left) draw();
  }

  async function loadTold() {
    const [decided, receivers] = await Promise.allSettled([
      api.get(`${path}/notifications`),
      MAY_SEE_RECEIVERS.includes(session.role) && !telling.names.size ? api.get('/api/receivers') : null,
    ]);
    data.told = decided.value?.items ?? data.told ?? [];
    receivers.value?.items.forEach((r) => telling.names.set(r.id, r.name));
    if (!left) draw();
  }

  async function resend(row) {
    Object.assign(telling, { busy: true, wrong: '', resent: '' });
    draw();
    try {
      await api.post(`/api/notifications/${encodeURIComponent(row.id)}/resend`);
      telling.resent = t('told.resent');
    } catch (e) {
      telling.wrong = said(e);
    }
    telling.busy = false;
    await loadTold();
  }

  async function act(verb, body) {
    data.busy = true;
    data.wrong = null;
    draw();
    try {
      await api.post(`${path}/${verb}`, body);
      data.writing = '';
    } catch (e) {
      data.wrong = { field: e.field, message: e.status === 403 ? t('error.forbidden') : e.message };
    }
    data.busy = false;
    await load();
  }

  const ask = (verb) => {
    data.writing = data.writing === verb ? '' : verb;
    data.wrong = null;
    draw();
    document.querySelector('#acting [name]')?.focus();
  };

  /** A silence of what raised this alert, to be looked at before it is set. */
  function silenceLink() {
    const to = { ...HOME, view: 'settings', section: 'silences', item: 'new', alert: id };
    return html`<a class="button" href=${address(to)} @click=${follow(to)}>${t('told.silence')}</a>`;
  }

  function head(alert) {
    const around = {
      ...HOME,
      period: 'custom',
      from: new Date(Date.parse(alert.openedAt) - HOUR).toISOString(),
      to: new Date(Date.parse(alert.lastAt) + HOUR).toISOString(),
      sentiment: alert.metric.startsWith('negative') ? 'negative' : '',
    };
    return html`
      <section class=${`panel alert ${alert.state}`} id="alert" aria-labelledby="alert-title">
        <p class="tags">
          <b>${brandName(brands, alert.brand)}</b> <span>${metricName(alert.metric)}</span>
          <span class="tag">${t(`alert.${alert.state}`)}</span> <span>${severityName(alert.severity)}</span>
        </p>
        <h2 id="alert-title">${alert.summary}</h2>
        ${alert.subject?.text ? html`<p>${t('alert.story')} ${quote(alert.subject)}</p>` : ''}
        <p class="why">
          ${t('alert.since', { time: moment(alert.openedAt) })}${alert.resolvedAt ? `, ${t('alert.until', { time: moment(alert.resolvedAt) })}` : ''}
          ${alert.people.acknowledgedBy ? `· ${t('alert.acknowledgedBy', { name: alert.people.acknowledgedBy })}` : ''}
          ${alert.people.assignee ? `· ${t('alert.assignee', { name: alert.people.assignee })}` : ''}
          ${alert.told === false ? `· ${t('alert.silent')}` : ''}
        </p>
        ${may ? acting(alert, data, { act, ask }, silenceLink()) : ''}
        <p class="actions">
          <a href=${address(around)} @click=${follow(around)}>${t('backtest.mentions')}</a>
          <a href=${address({ ...HOME, view: 'alerts' })} @click=${follow({ ...HOME, view: 'alerts' })}>${t('inbox.all')}</a>
          <a href=${address(HOME)} @click=${follow(HOME)}>${t('queries.back')}</a>
        </p>
      </section>`;
  }

  function drawn(alert) {
    const marks = [alert.openedAt];
    return html`
      <section class="panel drawn" aria-labelledby="drawn-title">
        <header><h2 id="drawn-title">${t('alert.drawn')}</h2></header>
        ${data.line ? band({ ...data.line, points: data.line.line, marks, title: alert.summary }) : html`<p class="loading" role="status">${t('app.loading')}</p>`}
        ${data.line && !data.line.sameRule ? html`<p class="why">${t('alert.otherRule')}</p>` : ''}
      </section>`;
  }

  function examples(alert) {
    // what was copied says no more than the first of it
    const known = [...new Map((alert.evidence ?? []).filter((m) => m.text !== undefined).reverse().map((m) => [m.text || m.mentionId, m])).values()].reverse().slice(0, 5);
    if (!known.length) return '';
    return html`
      <section class="panel" aria-labelledby="examples-title">
        <header><h2 id="examples-title">${t('alert.evidence')}</h2><small>${drill(behind(alert), t('alert.all'))}</small></header>
        <ol class="feed">${known.map((m) => html`<li>${card(m)}</li>`)}</ol>
      </section>`;
  }

  // while people talk: whoever is heard far may only now be found in the index
  const voicesSoon = atMostEvery(10_000, async () => {
    if (left || !data.detail || data.detail.resolvedAt || data.voices.wide) return;
    data.voices = await voicesOf(data.detail).catch(() => data.voices);
    if (!left) draw();
  });
  const soon = atMostEvery(500, load);
  const toldSoon = atMostEvery(500, loadTold);

  return {
    update() {
      if (data.detail) return;
      load();
      stop = listen(state().brand, {
        mention: voicesSoon,
        alert: (a) => { if (a.id === id) soon(); },
        notification: (n) => { if (n.alertId === id) toldSoon(); },
        status: () => {},
        reset: load,
      });
    },
    again: load,
    leave() {
      left = true;
      clearTimeout(timer);
      stop();
    },
    template: () => {
      const alert = data.detail;
      return html`
        ${data.problem ? html`<p class="panel error" role="alert">${data.problem} <a href=${address(HOME)} @click=${follow(HOME)}>${t('queries.back')}</a></p>` : ''}
        ${!alert ? (data.problem ? '' : html`<p class="loading" role="status">${t('app.loading')}</p>`) : html`
          ${head(alert)}
          <div class="columns">
            <div class="feed">${drawn(alert)} ${carriers(alert, behind(alert))} ${examples(alert)}</div>
            <div class="feed">${reasons(alert)} ${incident(alert, data.line, data.told, data.voices)} ${told(data.told, { ...telling, may, nameOf: (receiver) => telling.names.get(receiver) ?? receiver }, { resend })}</div>
          </div>`}`;
    },
  };
}
