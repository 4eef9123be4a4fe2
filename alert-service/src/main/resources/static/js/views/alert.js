// One alert: what was seen beside what was usual, who carries it, what happened, and what a person does about it.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../api.js';
import { atMostEvery, listen } from '../live.js';
import { address, follow, HOME, state } from '../state.js';
import { moment, t } from '../i18n.js';
import { band } from '../parts/band.js';
import { carriers, quote } from '../parts/carriers.js';
import { incident } from '../parts/incident.js';
import { card } from '../parts/mention.js';
import { metricName, severityName } from '../parts/names.js';
import { reasons } from '../parts/reasons.js';
import { sentence } from '../parts/field-problem.js';

const HOUR = 3_600_000;

export function alertPage({ draw, brands, session }) {
  const { alert: id } = state();
  const path = `/api/alerts/${encodeURIComponent(id)}`;
  const may = ['admin', 'responder'].includes(session.role);
  const data = { detail: null, line: null, told: null, problem: '', writing: '', wrong: null, busy: false };
  let left = false;
  let stop = () => {};

  async function load() {
    try {
      data.detail = await api.get(path);
      data.problem = '';
      if (!left) draw();
      // what is around it may be missing, and the alert is still worth reading
      const [line, told] = await Promise.allSettled([api.get(`${path}/line`), api.get(`${path}/notifications`)]);
      data.line = line.value ?? { line: [], window: data.detail.window, sameRule: true };
      data.told = told.value?.items ?? [];
    } catch (e) {
      data.problem = e.status === 404 ? t('alert.gone') : e.status === 0 ? t('error.offline') : t('error.other', { detail: e.message });
    }
    if (!left) draw();
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

  const ask = (verb) => () => {
    data.writing = data.writing === verb ? '' : verb;
    data.wrong = null;
    draw();
    document.querySelector('#acting [name]')?.focus();
  };

  const send = (e) => {
    e.preventDefault();
    const form = new FormData(e.target);
    act(data.writing, { comment: form.get('comment') || undefined, to: form.get('to') || undefined });
  };

  function buttons(alert) {
    const button = (verb, click, primary = false) => html`
      <button class=${primary ? 'primary' : ''} ?disabled=${data.busy} aria-expanded=${['comment', 'assign'].includes(verb) ? String(data.writing === verb) : undefined} @click=${click}>${t(`alert.${verb}`)}</button>`;
    return html`
      <div class="actions">
        ${alert.state === 'open' ? button('ack', () => act('ack'), true) : ''}
        ${button('assign', ask('assign'))} ${button('comment', ask('comment'))}
        ${alert.people.resolved || alert.state === 'resolved' ? button('reopen', () => act('reopen')) : button('resolve', () => act('resolve'))}
      </div>
      ${data.writing ? html`
        <form class="form" id="acting" novalidate @submit=${send}>
          ${data.writing === 'assign'
            ? html`<label>${t('alert.assign.to')}<input name="to" maxlength="200" autocomplete="off" aria-invalid=${data.wrong?.field === 'to'}></label>`
            : html`<label>${t('alert.comment.text')}<textarea name="comment" rows="3" maxlength="2000" aria-invalid=${data.wrong?.field === 'comment'}></textarea></label>`}
          <p class="actions"><button class="primary" ?disabled=${data.busy}>${t(`alert.${data.writing}`)}</button></p>
        </form>` : ''}
      ${data.wrong ? html`<p class="error" role="alert">${sentence(data.wrong)}</p>` : ''}`;
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
          <b>${brands.find((b) => b.id === alert.brand)?.name ?? alert.brand}</b> <span>${metricName(alert.metric)}</span>
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
        ${may ? buttons(alert) : ''}
        <p class="actions">
          <a href=${address(around)} @click=${follow(around)}>${t('backtest.mentions')}</a>
          <a href=${address(HOME)} @click=${follow(HOME)}>${t('queries.back')}</a>
        </p>
      </section>`;
  }

  function drawn(alert) {
    const marks = [alert.openedAt];
    return html`
      <section class="panel drawn" aria-labelledby="drawn-title">
        <header><h2 id="drawn-title">${t('alert.drawn')}</h2></header>
        ${data.line ? band({ ...data.line, points: data.line.line, marks, title: alert.summary }) : html`<p class="loading">…</p>`}
        ${data.line && !data.line.sameRule ? html`<p class="why">${t('alert.otherRule')}</p>` : ''}
      </section>`;
  }

  function examples(alert) {
    const known = (alert.evidence ?? []).filter((m) => m.text !== undefined).slice(0, 5);
    if (!known.length) return '';
    return html`
      <section class="panel" aria-labelledby="examples-title">
        <header><h2 id="examples-title">${t('alert.evidence')}</h2></header>
        <ol class="feed">${known.map((m) => html`<li>${card(m)}</li>`)}</ol>
      </section>`;
  }

  const soon = atMostEvery(500, load);

  return {
    update() {
      if (data.detail) return;
      load();
      stop = listen(state().brand, {
        mention: () => {},
        alert: (a) => { if (a.id === id) soon(); },
        status: () => {},
        reset: load,
      });
    },
    leave() {
      left = true;
      stop();
    },
    template: () => {
      const alert = data.detail;
      return html`
        ${data.problem ? html`<p class="panel error" role="alert">${data.problem} <a href=${address(HOME)} @click=${follow(HOME)}>${t('queries.back')}</a></p>` : ''}
        ${!alert ? (data.problem ? '' : html`<p class="loading">…</p>`) : html`
          ${head(alert)}
          <div class="columns">
            <div class="feed">${drawn(alert)} ${carriers(alert.carriers)} ${examples(alert)}</div>
            <div class="feed">${reasons(alert)} ${incident(alert, data.line, data.told)}</div>
          </div>`}`;
    },
  };
}
