// When nobody is to be told: silences and maintenance windows, each with what it would mute before it is set.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../../api.js';
import { t } from '../../i18n.js';
import { go, state } from '../../state.js';
import { hold } from '../../unsaved.js';
import { focusBack, focusOn } from '../../parts/fields.js';
import { freeId } from '../../parts/rule-draft.js';
import { said } from '../../parts/said.js';
import { bodyOf, draftOf } from '../../parts/silence-draft.js';
import { silenceForm } from '../../parts/silence-form.js';
import { silenceList } from '../../parts/silence-list.js';

const QUIET = 400;
const pathOf = (id) => `/api/silences/${encodeURIComponent(id)}`;
const newest = (a, b) => Date.parse(b.until) - Date.parse(a.until);

export function silences({ draw, brands, may }) {
  const data = { items: null, rules: [], leaving: '', problem: '', outcome: '', busy: false };
  let form = null;
  const release = hold(() => form?.dirty && { view: 'settings', item: form.id });
  let timer = 0;
  let asked = 0;

  async function load() {
    try {
      const [held, rules] = await Promise.all([api.get('/api/silences'), api.get('/api/rules')]);
      data.items = held.items.sort(newest);
      data.rules = rules.items;
      data.problem = '';
    } catch (e) {
      data.problem = said(e);
    }
    await open();
    draw();
  }

  /** What is to be muted is the alert that somebody comes from, if any. */
  async function prefilled(alert) {
    if (!alert) return undefined;
    const { brand, rule, metric } = await api.get(`/api/alerts/${encodeURIComponent(alert)}`);
    return { brand, rule, metric };
  }

  async function open() {
    const { item: id, alert } = state();
    if (!id || !data.items) {
      form = null;
      return;
    }
    if (form?.id === id) return;
    const silence = data.items.find((s) => s.id === id);
    if (id !== 'new' && !silence) {
      data.problem = t('settings.gone');
      form = null;
      return;
    }
    form = { id, draft: draftOf(silence), problem: null, outcome: '', preview: {} };
    if (id === 'new' && alert) {
      try {
        form.draft = draftOf(await prefilled(alert));
      } catch (e) {
        data.problem = said(e);
      }
    }
    look();
  }

  async function look() {
    if (!may) return;
    const mine = ++asked;
    const { preview, draft } = form;
    preview.busy = true;
    try {
      const answer = await api.post('/api/silences/preview', { ...bodyOf(draft), reason: draft.reason.trim() || '–' });
      if (mine === asked) Object.assign(preview, { answer, problem: '' });
    } catch (e) {
      if (mine === asked) Object.assign(preview, { answer: null, problem: said(e) });
    }
    if (mine === asked) preview.busy = false;
    draw();
  }

  async function save(event) {
    event.preventDefault();
    form.problem = null;
    try {
      const body = bodyOf(form.draft);
      const id = form.id === 'new' ? freeId(body.reason, 'silence', new Set(data.items.map((s) => s.id))) : form.id;
      await api.put(pathOf(id), body);
      data.outcome = t('silence.saved');
      form = null;
      go({ item: '', alert: '' }, true);
      await load();
    } catch (e) {
      if (form) form.problem = { field: e.field, message: said(e) };
      else data.problem = said(e);
      draw();
      focusOn(e.field);
    }
  }

  async function attempt(work, outcome) {
    data.busy = true;
    try {
      await work();
      Object.assign(data, { problem: '', outcome, leaving: '' });
    } catch (e) {
      data.problem = said(e);
    }
    data.busy = false;
    await load();
    focusBack('#silences .primary');
  }

  const handlers = {
    edit: (name, value) => {
      const path = name.split('.');
      const last = path.pop();
      path.reduce((at, part) => at[part], form.draft)[last] = value;
      Object.assign(form, { problem: null, dirty: true });
      clearTimeout(timer);
      if (name !== 'reason') timer = setTimeout(look, QUIET);
      draw();
    },
    save,
    back: () => { form.dirty = false; go({ item: '', alert: '' }); },
    ask: (silence) => { data.leaving = silence.id; draw(); document.getElementById('delete-now')?.focus(); },
    keep: () => {
      const back = `[id="silence-${data.leaving}"] .end`;
      data.leaving = '';
      draw();
      focusBack(back);
    },
    end: (silence) => attempt(() => api.post(`${pathOf(silence.id)}/end`), t('silence.ended.now')),
    remove: (silence) => attempt(() => api.remove(pathOf(silence.id)), t('silence.deleted')),
  };

  return {
    async update() {
      if (!data.items) {
        await load();
      } else {
        await open();
        draw();
      }
    },
    again: load,
    leave() {
      clearTimeout(timer);
      asked += 1;
      release();
    },
    template: () => html`
      ${data.problem ? html`<p class="panel error" role="alert">${data.problem}</p>` : ''}
      <p role="status" class="outcome">${data.outcome}</p>
      ${form ? html`
        <section class="panel" aria-labelledby="silence-title">
          <header><h2 id="silence-title">${t(form.id === 'new' ? 'silences.new' : 'silence.one')}</h2></header>
          ${silenceForm({ ...form, brands, rules: data.rules, may }, handlers)}
        </section>` : data.items ? silenceList({ ...data, brands, may }, handlers) : data.problem ? '' : html`<p class="loading" role="status">${t('app.loading')}</p>`}`,
  };
}
