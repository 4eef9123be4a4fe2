// When to warn: the rules there are, one rule as a form with what it would have done, and all of them as a file.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../api.js';
import { go, HOME, state } from '../state.js';
import { t } from '../i18n.js';
import { hold } from '../unsaved.js';
import { backtest } from '../parts/backtest.js';
import { focusOn } from '../parts/fields.js';
import { bodyOf, draftOf, newId } from '../parts/rule-draft.js';
import { ruleFile } from '../parts/rule-file.js';
import { ruleForm } from '../parts/rule-form.js';
import { kindOf } from '../parts/rule-kinds.js';
import { ruleList } from '../parts/rule-list.js';
import { ruleScope } from '../parts/rule-scope.js';
import { said } from '../parts/said.js';

const DAY = 86_400_000;
const YAML = 'application/yaml';
const date = (ms) => new Date(ms).toISOString().slice(0, 10);
const blankTrial = () => ({ days: '90', from: date(Date.now() - 30 * DAY), to: date(Date.now()), answer: null, problem: null, busy: false, rule: null });

export function rules({ draw, brands, session }) {
  const may = ['admin', 'analyst'].includes(session.role);
  const data = { items: null, leaving: '', problem: '', outcome: '' };
  const file = { text: '', prune: false, answer: null, problem: null };
  let form = null;
  let trial = blankTrial();
  let asked = 0;
  let shown = state().rule;
  const release = hold(() => form?.dirty && { view: 'rules', rule: form.id });

  async function load() {
    try {
      data.items = (await api.get('/api/rules', { brand: state().brand })).items
        .sort((a, b) => a.brand.localeCompare(b.brand) || a.name.localeCompare(b.name));
      data.problem = '';
    } catch (e) {
      data.problem = said(e);
    }
    open();
    draw();
  }

  /** The form that the address asks for; a change of it while one is typed in is left alone. */
  function open() {
    const { rule: id, brand, days } = state();
    if (!id) {
      form = null;
      return;
    }
    if (form?.id === id || (id !== 'new' && !data.items)) return;
    const rule = id === 'new' ? null : data.items.find((r) => r.id === id);
    if (id !== 'new' && !rule) {
      data.problem = t('rules.gone');
      form = null;
      return;
    }
    form = { id, draft: draftOf(rule, brand || brands[0].id), problem: null, outcome: '' };
    trial = blankTrial();
    if (may) handlers.scope.open(form.draft);
    if (days && rule && !kindOf(rule.kind).untried) {
      trial.days = days;
      tryOut();
    }
  }

  function refused(e) {
    form.problem = { field: e.field, message: said(e) };
    draw();
    focusOn(e.field);
  }

  async function save(event) {
    event.preventDefault();
    form.problem = null;
    form.outcome = '';
    try {
      const body = bodyOf(form.draft);
      const taken = new Set((await api.get('/api/rules')).items.map((r) => r.id));
      const id = form.id === 'new' ? newId(body, taken) : form.id;
      const saved = await api.put(`/api/rules/${encodeURIComponent(id)}`, body);
      Object.assign(form, { id, dirty: false });
      form.outcome = t('rule.saved', { n: saved.version });
      shown = id;
      go({ rule: id, days: '' }, true);
      await load();
    } catch (e) {
      refused(e);
    }
  }

  async function tryOut() {
    const mine = ++asked;
    try {
      const body = bodyOf(form.draft);
      form.problem = null;
      Object.assign(trial, { busy: true, problem: null, rule: body });
      draw();
      const period = trial.days === 'custom'
        ? { from: `${trial.from}T00:00:00Z`, to: new Date(Date.parse(`${trial.to}T00:00:00Z`) + DAY).toISOString() }
        : { days: Number(trial.days) };
      const answer = await api.post('/api/rules/backtest', { rule: body, ...period });
      if (mine !== asked) return;
      trial.answer = answer;
    } catch (e) {
      if (mine !== asked) return;
      trial.answer = null;
      if (['from', 'to', 'days', undefined].includes(e.field)) trial.problem = { field: e.field, message: said(e) };
      else refused(e);
    } finally {
      if (mine === asked) trial.busy = false;
      draw();
    }
  }

  const answered = async (dryRun) => {
    file.problem = null;
    file.answer = null;
    try {
      file.answer = await api.putFile('/api/rules.yaml', YAML, file.text, { dryRun, prune: file.prune });
      if (!dryRun) await load();
    } catch (e) {
      file.problem = { field: e.field, message: said(e) };
    }
    draw();
  };

  const handlers = {
    scope: ruleScope({ draw, hashtagsOf: (id) => brands.find((b) => b.id === id)?.hashtags, edit: (name, value) => handlers.edit(name, value) }),
    ask: (rule) => {
      data.leaving = rule.id;
      draw();
      document.getElementById('delete-now')?.focus();
    },
    keep: () => { data.leaving = ''; draw(); },
    remove: async (rule) => {
      data.leaving = '';
      try {
        await api.remove(`/api/rules/${encodeURIComponent(rule.id)}`);
        data.outcome = t('rule.deleted', { name: rule.name });
      } catch (e) {
        data.problem = said(e);
      }
      await load();
    },
    edit: (name, value) => {
      form.draft[name] = value;
      form.dirty = true;
      if (name === 'brand') handlers.scope.open(form.draft);
      if (form.problem?.field === name) form.problem = null;
      draw();
    },
    save,
    back: () => go({ rule: '', days: '' }),
    choose: (changes) => { Object.assign(trial, changes); draw(); },
    run: (e) => { e.preventDefault(); tryOut(); },
    load: async (e) => {
      const [chosen] = e.target.files;
      if (!chosen) return;
      Object.assign(file, { text: await chosen.text(), answer: null, problem: null });
      draw();
    },
    write: (e) => { Object.assign(file, { text: e.target.value, answer: null, problem: null }); draw(); },
    prune: (e) => { Object.assign(file, { prune: e.target.checked, answer: null }); draw(); },
    check: (e) => { e.preventDefault(); answered(true); },
    apply: () => answered(false),
  };

  const one = () => html`
    <section class="panel" id="rule">
      <header><h2>${form.id === 'new' ? t('rules.new') : form.draft.name}</h2></header>
      ${ruleForm({ ...form, isNew: form.id === 'new', brands, may }, handlers)}
    </section>
    ${may ? backtest(trial, form.draft.kind, handlers) : ''}`;

  const all = () => html`
    <p role="status">${data.outcome}</p>
    ${ruleList(data.items, brands, may, data.leaving, handlers)}
    ${ruleFile(file, state().brand, may, { ...handlers, edit: handlers.write })}
    <p><button @click=${() => go(HOME)}>${t('queries.back')}</button></p>`;

  return {
    update() {
      if (!data.items) load(); else open();
      const { rule } = state();
      if (rule === shown) return;
      // from the list to a rule and back is like another page
      shown = rule;
      scrollTo(0, 0);
      document.getElementById('content')?.focus({ preventScroll: true });
    },
    again: load,
    leave() {
      asked += 1;
      handlers.scope.leave();
      release();
    },
    template: () => html`
      ${data.problem ? html`<p class="panel error" role="alert">${data.problem}</p>` : ''}
      ${form ? one() : data.items ? all() : html`<p class="loading" role="status">${t('app.loading')}</p>`}`,
  };
}
