// What is learnt of how one brand is talked about: seen, switched, set by hand, gone back to.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../api.js';
import { go, HOME, state } from '../state.js';
import { t } from '../i18n.js';
import { corrections, history, usual, words } from '../parts/learnt.js';
import { decide, decided, form } from '../parts/learnt-form.js';

const SOON = 2_000;

export function learnt({ draw, session }) {
  const { brand: id } = state();
  const path = `/api/brands/${encodeURIComponent(id)}`;
  const may = ['admin', 'analyst'].includes(session.role);
  const mayTake = may || session.role === 'auditor';
  const data = { brand: null, told: null, read: false, problem: '', outcome: '', byHand: null, wrong: '' };
  let timer = 0;
  let left = false;

  async function attempt(work) {
    try {
      await work();
      data.problem = '';
    } catch (e) {
      data.problem = e.status === 403 ? t('error.forbidden') : t('error.other', { detail: e.message });
    }
    if (!left) draw();
  }

  async function read() {
    try {
      data.told = await api.get(`${path}/sentiment`);
    } catch (e) {
      if (e.status !== 404) throw e;
      data.told = null;
    }
    data.read = true;
  }

  const load = () => attempt(async () => {
    data.brand = await api.get(path);
    await read();
  });

  const put = (decision) => attempt(async () => {
    data.outcome = '';
    const answer = await api.put(`${path}/sentiment`, decision);
    data.byHand = null;
    if (answer.pending) {
      data.outcome = t('learnt.pending');
      clearTimeout(timer);
      timer = setTimeout(() => attempt(read), SOON);
    } else {
      data.told = answer;
      data.outcome = t('learnt.saved');
    }
  });

  const save = (e) => {
    e.preventDefault();
    const { decision, wrong } = decide(new FormData(e.target), decided(data.told));
    data.wrong = wrong;
    return wrong ? draw() : put(decision);
  };

  const goBack = (version) => put({ ...decided(data.told), version });

  const choose = (byHand) => {
    data.byHand = byHand;
    draw();
  };

  return {
    update() { if (!data.read) load(); },
    again: load,
    leave() {
      left = true;
      clearTimeout(timer);
    },
    template: () => html`
      ${data.problem ? html`<p class="panel error" role="alert">${data.problem}</p>` : ''}
      ${!data.read ? (data.problem ? '' : html`<section class="panel" aria-busy="true"><p class="loading" role="status">${t('app.loading')}</p></section>`) : html`
        <section class="panel" id="learnt">
          <header><h2>${t('learnt.title', { brand: data.brand.name })}</h2>
            <span class="actions">
              <button class="quiet" @click=${() => go({ ...HOME, view: 'queries' })}>${t('learnt.queries')}</button>
              <button class="quiet" @click=${() => go({ ...HOME })}>${t('queries.back')}</button></span></header>
          ${usual(data.told)}
        </section>
        <div class="pair">
          ${form(data, may, { save, choose })}
          ${corrections(data.told, mayTake ? `${path}/corrections.tsv` : '')}
        </div>
        ${words(data.told)}
        ${history(data.told, decided(data.told).version, may ? goBack : null)}`}`,
  };
}
