// What could not be read or done, to be tried again or put away. The records hold people's words and are not shown.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../../api.js';
import { moment, number, t } from '../../i18n.js';
import { focusBack } from '../../parts/fields.js';
import { said } from '../../parts/said.js';

const pathOf = (id, verdict) => `/api/quarantine/${encodeURIComponent(id)}/${verdict}`;

export function quarantine({ draw, may }) {
  const data = { items: null, total: 0, topic: '', topics: [], leaving: '', problem: '', outcome: '', busy: false };

  async function load() {
    try {
      const answer = await api.get('/api/quarantine', { topic: data.topic });
      Object.assign(data, { items: answer.items, total: answer.total, problem: '' });
      if (!data.topic) data.topics = [...new Set(answer.items.map((item) => item.topic))].sort();
    } catch (e) {
      data.problem = said(e);
    }
    draw();
  }

  async function decide(item, verdict) {
    Object.assign(data, { busy: true, problem: '', outcome: '', leaving: '' });
    draw();
    try {
      await api.post(pathOf(item.id, verdict));
      data.outcome = t(verdict === 'replay' ? 'quarantine.replayed' : 'quarantine.discarded');
    } catch (e) {
      data.problem = said(e);
    }
    data.busy = false;
    const { problem } = data;
    await load();
    data.problem ||= problem;
    draw();
    focusBack('#quarantine header button');
  }

  const one = (item) => html`
    <li class="rule" id=${`letter-${item.id}`}>
      <p class="tags"><b>${item.topic}</b> ${item.reader ? html`<span>${t('quarantine.reader', { reader: item.reader })}</span>` : ''} <time datetime=${item.at}>${moment(item.at)}</time></p>
      <p dir="auto">${item.reason || t('quarantine.unknown')}</p>
      <p class="why">${item.offset >= 0 ? t('quarantine.place', { partition: item.partition, offset: item.offset }) : ''}</p>
      ${!may ? '' : data.leaving === item.id ? html`
        <p class="actions" role="group" aria-label=${t('quarantine.discard.sure')}><span>${t('quarantine.discard.sure')}</span>
          <button class="danger" id="delete-now" ?disabled=${data.busy} @click=${() => decide(item, 'discard')}>${t('quarantine.discard')}</button>
          <button @click=${() => { data.leaving = ''; draw(); focusBack(`[id="letter-${item.id}"] .leave`); }}>${t('rule.delete.not')}</button></p>` : html`
        <p class="actions">
          <button ?disabled=${data.busy} @click=${() => decide(item, 'replay')}>${t('quarantine.replay')}</button>
          <button class="quiet leave" @click=${() => { data.leaving = item.id; draw(); document.getElementById('delete-now')?.focus(); }}>${t('quarantine.discard')}</button>
        </p>`}
    </li>`;

  return {
    update() { if (!data.items) load(); },
    again: load,
    leave() {},
    template: () => html`
      ${data.problem ? html`<p class="panel error" role="alert">${data.problem}</p>` : ''}
      <p role="status" class="outcome">${data.outcome}</p>
      <section class="panel" id="quarantine" aria-labelledby="quarantine-title">
        <header><h2 id="quarantine-title">${t('quarantine.title')}</h2> <button @click=${load}>${t('quarantine.again')}</button></header>
        <p class="why">${t('quarantine.text')}</p>
        ${data.topics.length > 1 || data.topic ? html`
          <label class="line">${t('quarantine.topic')}
            <select @change=${(e) => { data.topic = e.target.value; load(); }}>
              <option value="" ?selected=${!data.topic}>${t('match.any')}</option>
              ${data.topics.map((topic) => html`<option value=${topic} ?selected=${topic === data.topic}>${topic}</option>`)}
            </select></label>` : ''}
        ${!data.items ? (data.problem ? '' : html`<p class="loading" role="status">${t('app.loading')}</p>`) : html`
          ${data.total > data.items.length ? html`<p class="why">${t('inbox.of', { n: number(data.items.length), total: number(data.total) })}</p>` : ''}
          <ul class="rules">${data.items.map(one)}</ul>
          ${data.items.length ? '' : html`<p class="empty">${t('quarantine.empty')}</p>`}`}
      </section>`,
  };
}
