// What is listened for: the brands, and of one of them its queries, tried while they are written, with their versions and their past.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../api.js';
import { address, follow, HOME, put, state } from '../state.js';
import { t } from '../i18n.js';
import { hold } from '../unsaved.js';
import { comparison } from '../parts/comparison.js';
import { focusBack, focusOn } from '../parts/fields.js';
import { sentence } from '../parts/field-problem.js';
import { knownWords } from '../parts/known-words.js';
import { rematch } from '../parts/rematch.js';
import { said } from '../parts/said.js';
import { brandList } from '../tracking/brands.js';
import { bodyOf, draftOf } from '../tracking/draft.js';
import { factOf, FACTS, facts } from '../tracking/facts.js';
import { queryList } from '../tracking/query-list.js';
import { tryout } from '../tracking/tryout.js';
import { versions } from '../tracking/versions.js';

const DAY = 86_400_000;
const POLL = 1_000;

/** What a save puts in place of what is there. */
const kept = (brand) => JSON.stringify({ ...brand, pending: undefined });

export function queries({ draw, brands, session, reload }) {
  const { brand: id } = state();
  if (!id) return { update() {}, leave() {}, template: () => brandList(brands, session) };

  const path = `/api/brands/${encodeURIComponent(id)}`;
  const may = ['admin', 'analyst'].includes(session.role);
  const mayDelete = session.role === 'admin';
  const data = { brand: null, draft: null, versions: null, progress: null, compared: null, preview: null, outcome: '', changed: false, dirty: false, busy: false, leaving: false, problem: '', refused: null };
  let words = {};
  let timer = 0;
  let left = false;

  const touched = () => {
    Object.assign(data, { dirty: true, outcome: '', preview: null, refused: null });
    tried.soon();
  };
  const release = hold(() => data.dirty && { view: 'queries', brand: id });
  const list = queryList({ draw, may, changed: touched, words: () => ({ ...words, hashtags: data.brand.hashtags }) });
  const tried = tryout({ draw, queries: () => data.draft.queries });

  async function attempt(work) {
    try {
      await work();
      data.problem = '';
    } catch (e) {
      // what is compared is named as its other side
      const field = e.field?.replace(/^to\./, '');
      const shown = field && (field.startsWith('queries[') || FACTS.includes(factOf(field)));
      data.refused = shown ? { field, message: e.message } : null;
      data.problem = shown ? '' : field ? sentence({ field, message: e.message }) : said(e);
    }
    if (left) return;
    draw();
    if (data.refused) focusRefused(data.refused.field);
  }

  /** One deed at a time; reading goes on beside it. */
  async function deed(work) {
    data.busy = true;
    draw();
    await attempt(work);
    data.busy = false;
    if (!left) draw();
  }

  function focusRefused(field) {
    const [, i] = field.match(/^queries\[(\d+)\]/) ?? [];
    if (i === undefined) focusOn(factOf(field));
    else document.querySelector(`[name="query-${i}"]`)?.focus();
  }

  async function progress() {
    clearTimeout(timer);
    data.progress = await api.get(`${path}/rematch`);
    if (data.progress.state === 'running' && !left) timer = setTimeout(() => attempt(progress), POLL);
  }

  const load = () => attempt(async () => {
    data.brand = await api.get(path);
    if (!data.dirty) data.draft = draftOf(data.brand);
    if (!left) draw();
    await progress();
    data.versions = (await api.get(`${path}/versions`)).items;
  });

  const learnWords = async () => { words = await knownWords(id); };

  const save = (e) => {
    e.preventDefault();
    return deed(async () => {
      data.outcome = '';
      const there = await api.get(path);
      if (kept(there) !== kept(data.brand)) {
        data.brand = there;
        data.versions = (await api.get(`${path}/versions`)).items;
        throw Object.assign(new Error(t('tracking.meanwhile')), { status: 409 });
      }
      const before = JSON.stringify(data.brand.queries);
      data.brand = await api.put(path, bodyOf(data.brand, data.draft));
      Object.assign(data, { draft: draftOf(data.brand), dirty: false, refused: null, compared: null, preview: null });
      data.outcome = data.brand.pending ? t('brand.pending') : t('queries.saved');
      data.changed ||= JSON.stringify(data.brand.queries) !== before;
      data.versions = (await api.get(`${path}/versions`)).items;
      // the bar and the other views know the brand by its old name
      await reload();
    });
  };

  const preview = () => deed(async () => {
    data.preview = await api.post(`${path}/compare`, { from: { version: data.versions[0].version }, to: { queries: bodyOf(data.brand, data.draft).queries } });
  });

  const compare = (e) => {
    e.preventDefault();
    const form = new FormData(e.target);
    const [from, to] = ['from', 'to'].map((side) => data.versions.find((v) => v.version === Number(form.get(side))));
    return attempt(async () => {
      data.compared = { from, to, answer: await api.post(`${path}/compare`, { from: { version: from.version }, to: { version: to.version } }) };
    });
  };

  const restore = (version) => {
    data.draft.queries = version.queries.map((q) => ({ ...q }));
    touched();
    draw();
    document.querySelector('[name="query-0"]')?.focus();
  };

  const apply = (e) => {
    e.preventDefault();
    const days = Number(new FormData(e.target).get('days'));
    return attempt(async () => {
      data.changed = false;
      data.progress = await api.post(`${path}/rematch`, { from: new Date(Date.now() - days * DAY).toISOString() });
      await progress();
    });
  };
  const cancel = () => attempt(async () => {
    await api.remove(`${path}/rematch`);
    await progress();
  });

  const remove = () => deed(async () => {
    await api.remove(path);
    put(address({ ...HOME, view: 'queries', brand: '' }));
    await reload();
  });

  const ending = () => (data.leaving ? html`
    <p class="actions" role="group" aria-label=${t('tracking.delete.sure', { brand: data.brand.name })}><span>${t('tracking.delete.sure', { brand: data.brand.name })}</span>
      <button type="button" class="danger" id="delete-now" ?disabled=${data.busy} @click=${remove}>${t('tracking.delete')}</button>
      <button type="button" @click=${() => { data.leaving = false; draw(); focusBack('#delete-brand'); }}>${t('tracking.delete.not')}</button></p>` : html`
    <button type="button" class="quiet" id="delete-brand" @click=${() => { data.leaving = true; draw(); document.getElementById('delete-now')?.focus(); }}>${t('tracking.delete')}</button>`);

  const link = (to, label) => html`<a class="button quiet" href=${address(to)} @click=${follow(to)}>${label}</a>`;

  const editor = () => html`
    <section class="panel" id="queries" aria-labelledby="queries-title">
      <header><h2 id="queries-title">${t('queries.title', { brand: data.brand.name })}</h2>
        <span class="actions">${link({ ...HOME, view: 'queries', brand: '' }, t('tracking.brands'))} ${link({ ...HOME, view: 'learnt' }, t('learnt.open'))}</span></header>
      <form class="form" novalidate @submit=${save}>
        ${list.template(data.draft, data.refused)}
        ${facts({ draft: data.draft, others: brands.filter((b) => b.id !== id), may, problem: data.refused, set: (name, value) => { data.draft[name] = value; touched(); draw(); } })}
        <p role="status">${data.dirty ? t('tracking.unsaved') : data.outcome}</p>
        ${may ? html`<p class="actions">
          <button class="primary" ?disabled=${data.busy}>${t('queries.save')}</button>
          ${data.dirty && data.versions ? html`<button type="button" id="preview" ?disabled=${data.busy} @click=${preview}>${t('tracking.preview')}</button>` : ''}
          ${mayDelete ? ending() : ''}</p>` : ''}
        <div aria-live="polite">${data.preview ? comparison(data.preview) : ''}</div>
      </form>
    </section>`;

  return {
    update() {
      if (data.brand) return;
      load();
      learnWords();
    },
    again: load,
    leave() {
      left = true;
      release();
      clearTimeout(timer);
      list.leave();
      tried.leave();
    },
    template: () => html`
      ${data.problem ? html`<p class="panel error" role="alert">${data.problem}</p>` : ''}
      ${!data.draft ? (data.problem ? '' : html`<section class="panel" aria-busy="true"><p class="loading" role="status">${t('app.loading')}</p></section>`) : html`
        <div class="columns">
          <div class="feed">${editor()}</div>
          <div class="feed">${may ? tried.template() : ''} ${rematch(data.progress, may, data.changed, { apply, cancel })}</div>
        </div>
        ${data.versions?.length ? versions({ all: data.versions, compared: data.compared, may }, { compare, restore }) : ''}`}`,
  };
}
