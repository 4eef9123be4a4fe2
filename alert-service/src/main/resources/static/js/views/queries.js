// A brand's queries over time: change them, compare versions, apply the present one to what was said before.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../api.js';
import { go, state } from '../state.js';
import { moment, number, t } from '../i18n.js';
import { comparison } from '../parts/comparison.js';
import { rematch } from '../parts/rematch.js';

const DAY = 86_400_000;
const POLL = 1_000;

export function queries({ draw, session }) {
  const { brand: id } = state();
  const path = `/api/brands/${encodeURIComponent(id)}`;
  const may = ['admin', 'analyst'].includes(session.role);
  const data = { brand: null, versions: null, progress: null, compared: null, outcome: '', changed: false, problem: '' };
  let timer = 0;
  let left = false;

  const failed = (e) => { data.problem = e.status === 403 ? t('error.forbidden') : t('error.other', { detail: e.message }); };

  async function attempt(work) {
    try {
      await work();
      data.problem = '';
    } catch (e) {
      failed(e);
    }
    if (!left) draw();
  }

  async function follow() {
    clearTimeout(timer);
    data.progress = await api.get(`${path}/rematch`);
    if (data.progress.state === 'running' && !left) timer = setTimeout(() => attempt(follow), POLL);
  }

  const load = () => attempt(async () => {
    data.brand ??= await api.get(path);
    await follow();
    data.versions = (await api.get(`${path}/versions`)).items;
  });

  const save = (e) => {
    e.preventDefault();
    const form = new FormData(e.target);
    const changed = data.brand.queries.map((q, i) => ({ ...q, query: form.get(`query-${i}`) }));
    return attempt(async () => {
      data.outcome = '';
      data.brand = await api.put(path, { ...data.brand, queries: changed });
      data.outcome = data.brand.pending ? t('brand.pending') : t('queries.saved');
      data.changed = true;
      data.compared = null;
      data.versions = (await api.get(`${path}/versions`)).items;
    });
  };

  const compare = (e) => {
    e.preventDefault();
    const form = new FormData(e.target);
    const side = (name) => ({ version: Number(form.get(name)) });
    return attempt(async () => {
      data.compared = await api.post(`${path}/compare`, { from: side('from'), to: side('to') });
    });
  };

  const handlers = {
    apply: (e) => {
      e.preventDefault();
      const days = Number(new FormData(e.target).get('days'));
      return attempt(async () => {
        data.changed = false;
        data.progress = await api.post(`${path}/rematch`, { from: new Date(Date.now() - days * DAY).toISOString() });
        await follow();
      });
    },
    cancel: () => attempt(async () => {
      await api.remove(`${path}/rematch`);
      await follow();
    }),
  };

  const version = (v) => html`
    <li><b>${t('versions.number', { n: number(v.version) })}</b>${v.current ? html` · ${t('versions.current')}` : ''}
      <small>${t('versions.by', { who: v.by, when: moment(v.at) })}</small>
      ${v.queries.map((q) => html`<pre class="query">${q.query}</pre>`)}</li>`;

  const choice = (name, label, chosen) => html`
    <label>${label}<select name=${name}>${data.versions.map((v) => html`
      <option value=${v.version} ?selected=${v.version === chosen}>${t('versions.number', { n: number(v.version) })}</option>`)}</select></label>`;

  const versions = () => {
    const newest = data.versions[0].version;
    return html`
      <section class="panel" id="versions">
        <header><h2>${t('versions.title')}</h2></header>
        <ol class="versions">${data.versions.map(version)}</ol>
        ${may && data.versions.length > 1 ? html`
          <form class="line" @submit=${compare}>
            ${choice('from', t('versions.from'), newest - 1)} ${choice('to', t('versions.to'), newest)}
            <button>${t('versions.compare')}</button>
          </form>` : ''}
        <div aria-live="polite">${data.compared ? comparison(data.compared) : ''}</div>
      </section>`;
  };

  return {
    update() { if (!data.brand) load(); },
    leave() {
      left = true;
      clearTimeout(timer);
    },
    template: () => html`
      ${data.problem ? html`<p class="panel error" role="alert">${data.problem}</p>` : ''}
      ${!data.brand ? '' : html`
        <section class="panel" id="queries">
          <header><h2>${t('queries.title', { brand: data.brand.name })}</h2>
            <span class="actions">
              <button class="quiet" @click=${() => go({ view: 'learnt' })}>${t('learnt.open')}</button>
              <button class="quiet" @click=${() => go({ view: '' })}>${t('queries.back')}</button></span></header>
          <form class="form" @submit=${save}>
            ${data.brand.queries.map((q, i) => html`<label>${q.name}
              <textarea name=${`query-${i}`} required rows="3" maxlength="4096" spellcheck="false" ?disabled=${!may} .value=${q.query}></textarea></label>`)}
            <p role="status">${data.outcome}</p>
            ${may ? html`<button class="primary">${t('queries.save')}</button>` : ''}
          </form>
        </section>
        ${rematch(data.progress, may, data.changed, handlers)}
        ${data.versions?.length ? versions() : ''}`}`,
  };
}
