// Who is told about which alerts: the tree, one branch as a form, and a rehearsal of it.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../../api.js';
import { t } from '../../i18n.js';
import { go, state } from '../../state.js';
import { hold } from '../../unsaved.js';
import { focusBack, focusOn } from '../../parts/fields.js';
import { rehearsal } from '../../parts/rehearsal.js';
import { added, bodyOf, branchAt, draftOf, moved, nameOf, placeOf, removed, replaced } from '../../parts/route-draft.js';
import { routeForm } from '../../parts/route-form.js';
import { routeTree } from '../../parts/route-tree.js';
import { said } from '../../parts/said.js';

const PATH = '/api/routes';
const NEW = /\.new$/;

/** The tree there is; null where every receiver is told what its own settings let pass. */
async function current() {
  try {
    return await api.get(PATH);
  } catch (e) {
    if (e.status === 404) return null;
    throw e;
  }
}

export function routing({ draw, brands, session, may }) {
  const data = { tree: undefined, receivers: [], rules: [], leaving: '', problem: '', outcome: '', busy: false };
  const question = { imagined: { brand: state().brand || brands[0]?.id, severity: '3', metric: 'negative', rule: '', platform: '' }, answer: null, problem: null };
  const mayAsk = ['responder', 'auditor', 'admin'].includes(session.role);
  let form = null;
  const release = hold(() => form?.dirty && { view: 'settings', item: form.item });

  async function load() {
    try {
      const [tree, receivers, rules] = await Promise.all([current(), api.get('/api/receivers'), api.get('/api/rules')]);
      Object.assign(data, { tree, receivers: receivers.items, rules: rules.items, problem: '' });
    } catch (e) {
      data.problem = said(e);
    }
    open();
    draw();
  }

  function open() {
    const { item } = state();
    if (!item || !data.tree) {
      form = null;
      return;
    }
    if (form?.item === item) return;
    const place = placeOf(item.replace(NEW, ''));
    const branch = branchAt(data.tree, place);
    if (!branch) {
      data.problem = t('settings.gone');
      form = null;
      return;
    }
    const isNew = NEW.test(item);
    form = { item, place, isNew, isRoot: !isNew && !place.length, draft: draftOf(isNew ? null : branch), problem: null };
  }

  /** Keeps a whole tree, unless somebody else has changed it since it was read. */
  async function keep(next) {
    const now = await current();
    if (JSON.stringify(now) !== JSON.stringify(data.tree)) {
      data.tree = now;
      throw Object.assign(new Error(t('route.changed')), { status: 409 });
    }
    if (next) await api.put(PATH, next); else await api.remove(PATH);
    data.tree = await current();
  }

  async function attempt(work, outcome) {
    data.busy = true;
    Object.assign(data, { problem: '', outcome: '', leaving: '' });
    draw();
    try {
      await work();
      data.outcome = outcome;
    } catch (e) {
      data.problem = said(e);
    }
    data.busy = false;
    question.answer = null;
    draw();
  }

  async function save(event) {
    event.preventDefault();
    form.problem = null;
    try {
      const branch = bodyOf(form.draft, form.isRoot);
      await keep(form.isNew ? added(data.tree, form.place, branch) : replaced(data.tree, form.place, branch));
      data.outcome = t('route.saved');
      question.answer = null;
      form = null;
      go({ item: '' }, true);
    } catch (e) {
      // the server names a field by its way from the root
      const field = e.field?.replace(/^(children\[\d+\]\.)+/, '');
      if (form) form.problem = { field, message: said(e).replace(e.field ?? '', field ?? '') };
      else data.problem = said(e);
      draw();
      focusOn(field);
    }
    draw();
  }

  const handlers = {
    edit: (name, value) => {
      const path = name.replace(/\[(\d+)\]/g, '.$1').split('.');
      const last = path.pop();
      path.reduce((at, part) => at[part], form.draft)[last] = value;
      Object.assign(form, { problem: null, dirty: true });
      draw();
    },
    step: () => { form.draft.escalation.push({ after: '', receivers: [] }); form.dirty = true; draw(); },
    drop: (i) => { form.draft.escalation.splice(i, 1); Object.assign(form, { problem: null, dirty: true }); draw(); },
    save,
    back: () => { form.dirty = false; go({ item: '' }); },
    move: async (place, way) => {
      const next = moved(data.tree, place, way);
      await attempt(() => keep(next.tree), t('route.saved'));
      document.getElementById(`move-${nameOf(next.place)}-${way}`)?.focus();
    },
    ask: (item) => { data.leaving = item; draw(); document.getElementById('delete-now')?.focus(); },
    keep: () => {
      const back = data.leaving === 'tree' ? '#routing > .actions button' : `[id="branch-${data.leaving}"] > .actions .leave`;
      data.leaving = '';
      draw();
      focusBack(back);
    },
    remove: async (place) => {
      await attempt(() => keep(removed(data.tree, place)), t('route.saved'));
      focusBack(`[id="branch-${nameOf(place.slice(0, -1))}"] > .actions .button`);
    },
    imagine: (name, value) => { Object.assign(question.imagined, { [name]: value }); question.problem = null; draw(); },
    rehearse: async (e) => {
      e.preventDefault();
      const { severity, rule, platform, ...rest } = question.imagined;
      try {
        question.answer = await api.post(`${PATH}/preview`, { ...rest, severity: Number(severity), rule: rule || undefined, platform: platform.trim().toLowerCase() || undefined });
        question.problem = null;
      } catch (problem) {
        Object.assign(question, { answer: null, problem: { field: problem.field, message: said(problem) } });
      }
      draw();
    },
  };

  const start = () => attempt(() => keep({ children: [] }), t('route.saved'));
  const stop = () => attempt(() => keep(null), t('route.dropped'));

  const whole = () => html`
    <section class="panel" id="routing" aria-labelledby="routing-title">
      <header><h2 id="routing-title">${t('routing.title')}</h2></header>
      ${data.tree ? html`
        <p class="why">${t('routing.text')}</p>
        ${routeTree({ ...data, brands, may }, handlers)}
        ${!may ? '' : data.leaving === 'tree' ? html`
          <p class="actions" role="group" aria-label=${t('routing.drop.sure')}><span>${t('routing.drop.sure')}</span>
            <button class="danger" id="delete-now" ?disabled=${data.busy} @click=${stop}>${t('routing.drop')}</button>
            <button @click=${handlers.keep}>${t('rule.delete.not')}</button></p>`
          : html`<p class="actions"><button class="quiet" @click=${() => handlers.ask('tree')}>${t('routing.drop')}</button></p>`}` : html`
        <p class="empty">${t('routing.empty')}
          ${may ? html`<button class="primary" ?disabled=${data.busy} @click=${start}>${t('routing.start')}</button>` : ''}</p>`}
    </section>
    ${mayAsk && brands.length ? rehearsal({ ...question, brands, rules: data.rules, nameOf: (id) => data.receivers.find((r) => r.id === id)?.name ?? id }, handlers) : ''}`;

  return {
    update() { if (data.tree === undefined) load(); else open(); },
    again: load,
    leave: release,
    template: () => html`
      ${data.problem ? html`<p class="panel error" role="alert">${data.problem}</p>` : ''}
      <p role="status" class="outcome">${data.outcome}</p>
      ${form ? html`
        <section class="panel" aria-labelledby="route-title">
          <header><h2 id="route-title">${t(form.isNew ? 'route.new' : form.isRoot ? 'match.all' : 'route.one')}</h2></header>
          ${routeForm({ ...form, brands, rules: data.rules, receivers: data.receivers, may }, handlers)}
        </section>` : data.tree === undefined ? (data.problem ? '' : html`<p class="loading" role="status">${t('app.loading')}</p>`) : whole()}`,
  };
}
