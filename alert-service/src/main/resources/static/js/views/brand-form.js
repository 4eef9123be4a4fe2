// Follow a brand: a name is enough, the rest is proposed. Also what a newcomer with no brand sees first.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../api.js';
import { address, HOME, put } from '../state.js';
import { t } from '../i18n.js';
import { hold } from '../unsaved.js';
import { checking } from '../parts/checking.js';
import { fields, focusOn } from '../parts/fields.js';
import { sentence } from '../parts/field-problem.js';
import { lint, mended } from '../parts/lint.js';
import { languageName } from '../parts/names.js';
import { said } from '../parts/said.js';
import { writing } from '../parts/writing.js';
import { idOf, languages, ownLanguage, ownZone, proposedQuery, zones } from '../start/proposal.js';
import { steps } from '../start/steps.js';

const WHERE = { 'queries[0].query': 'query', queries: 'query', id: 'name' };

export const MAY_FOLLOW = ['admin', 'analyst'];

export function brandForm({ draw, brands, session, reload }) {
  const draft = { name: '', query: '', language: ownLanguage(), timeZone: ownZone() };
  const may = MAY_FOLLOW.includes(session.role);
  let written = false;
  let problem = null;
  let busy = false;
  const check = checking(draw);
  const release = hold(() => (written || draft.name.trim()) && { view: 'brand' });
  const query = writing({ draw, id: 'f-query', words: () => ({}), typed: (text) => set('query', text) });

  function set(name, value) {
    draft[name] = value;
    if (name === 'query') written = value.trim() !== '';
    // who wrote a query of their own keeps it
    if (name === 'name' && !written) draft.query = proposedQuery(value);
    if (problem && (WHERE[problem.field] ?? problem.field) === name) problem = null;
    if (name === 'name' || name === 'query') check.soon(draft.query);
    draw();
  }

  function refuse(field, message) {
    problem = { field, message };
    draw();
    focusOn(WHERE[field] ?? field);
  }

  async function save(e) {
    e.preventDefault();
    const name = draft.name.trim();
    const id = idOf(name);
    if (!id) return refuse('name', 'is required');
    if (!draft.query.trim()) return refuse('query', 'is required');
    const same = brands.find((b) => b.id === id);
    if (same) return refuse('name', t('start.taken', { brand: same.name }));
    busy = true;
    problem = null;
    draw();
    try {
      const saved = await api.put(`/api/brands/${id}`, {
        name,
        language: draft.language,
        timeZone: draft.timeZone,
        queries: [{ id: 'name', name: name.slice(0, 100), query: draft.query }],
        hashtags: [],
        competitors: [],
      });
      put(address({ ...HOME, view: 'started', brand: id }), { pending: Boolean(saved?.pending) });
      return await reload();
    } catch (error) {
      busy = false;
      return refuse(error.field, error.field ? error.message : said(error));
    }
  }

  const atQuery = () => (WHERE[problem?.field] ?? problem?.field) === 'query';

  function asked() {
    const wrong = atQuery();
    const findings = check.of === draft.query ? check.answer?.errors ?? [] : [];
    return html`
      <div class="field"><label for="f-query">${t('brand.query')}</label>
        ${query.template({ name: 'query', value: draft.query, findings, invalid: wrong || findings.length, described: `hint-query query-said ${wrong ? 'wrong-query' : ''}`.trim() })}
        <small id="hint-query">${written ? t('brand.query.hint') : t('start.query.hint')}</small>
        ${wrong ? html`<span class="error" id="wrong-query">${sentence(problem)}</span>` : ''}</div>`;
  }

  function form() {
    const f = fields({ get: (name) => draft[name], set, may, problem, same: WHERE });
    return html`
      <form class="form" novalidate @submit=${save}>
        <p>${t('brand.first.text')}</p>
        ${f.typed('name', t('brand.name'), t('start.name.hint'))}
        <div class="tried">${asked()} ${lint(check.answer, { mend: (finding) => set('query', mended(check.of, finding)) })}</div>
        <div class="pair">
          ${f.chosen('language', t('brand.language'), languages().map((code) => [code, languageName(code)]))}
          ${f.chosen('timeZone', t('brand.zone'), zones().map((zone) => [zone, zone.replaceAll('_', ' ')]))}
        </div>
        <p class="why">${t('start.guessed')}</p>
        ${problem?.field && atQuery() ? '' : f.elsewhere()}
        <p class="actions"><button class="primary" ?disabled=${busy}>${t('brand.save')}</button></p>
      </form>`;
  }

  return {
    update() {},
    leave() {
      release();
      check.leave();
    },
    template: () => html`
      <section class="panel start alone" aria-labelledby="start-title">
        ${brands.length || !may ? '' : steps(0)}
        <header><h2 id="start-title">${brands.length ? t('brand.new') : t('brand.first')}</h2></header>
        ${may ? form() : html`<p class="empty">${t('start.forbidden')}</p>`}
      </section>`,
  };
}
