// Who can be told: people and places, what they have agreed to, and a try whether they can be reached.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../../api.js';
import { t } from '../../i18n.js';
import { go, state } from '../../state.js';
import { hold } from '../../unsaved.js';
import { focusBack, focusOn } from '../../parts/fields.js';
import { addWay, bodyOf, draftOf, write } from '../../parts/receiver-draft.js';
import { receiverForm } from '../../parts/receiver-form.js';
import { receiverList } from '../../parts/receiver-list.js';
import { freeId } from '../../parts/rule-draft.js';
import { said } from '../../parts/said.js';

const pathOf = (id) => `/api/receivers/${encodeURIComponent(id)}`;

export function receivers({ draw, brands, may }) {
  const data = { items: null, leaving: '', problem: '', outcome: '', trials: {}, asked: {}, busy: '' };
  let form = null;
  const release = hold(() => form?.dirty && { view: 'settings', item: form.id });

  async function load() {
    try {
      data.items = (await api.get('/api/receivers')).items.sort((a, b) => a.name.localeCompare(b.name));
      data.problem = '';
    } catch (e) {
      data.problem = said(e);
    }
    open();
    draw();
  }

  /** The form that the address asks for; one that is being written in is left alone. */
  function open() {
    const { item: id } = state();
    if (!id || !data.items) {
      form = null;
      return;
    }
    if (form?.id === id) return;
    const receiver = id === 'new' ? null : data.items.find((r) => r.id === id);
    if (id !== 'new' && !receiver) {
      data.problem = t('settings.gone');
      form = null;
      return;
    }
    form = { id, draft: draftOf(receiver), problem: null, outcome: '' };
    if (!receiver) addWay(form.draft, 'email');
  }

  async function save(event) {
    event.preventDefault();
    Object.assign(form, { problem: null, outcome: '' });
    try {
      const body = bodyOf(form.draft);
      const id = form.id === 'new' ? freeId(body.name, 'receiver', new Set(data.items.map((r) => r.id))) : form.id;
      const saved = await api.put(pathOf(id), body);
      data.outcome = [saved, ...saved.also].some((way) => way.consent === 'asked' || way.consent === 'missing')
        ? t('receiver.saved.asked', { name: saved.name }) : t('receiver.saved', { name: saved.name });
      delete data.trials[id];
      form = null;
      go({ item: '' }, true);
      await load();
    } catch (e) {
      if (form) form.problem = { field: e.field, message: said(e) };
      else data.problem = said(e);
      draw();
      focusOn(e.field);
    }
  }

  async function attempt(receiver, work) {
    data.busy = receiver.id;
    data.outcome = '';
    draw();
    try {
      await work();
      data.problem = '';
    } catch (e) {
      data.problem = said(e);
    }
    data.busy = '';
    draw();
  }

  const handlers = {
    edit: (name, value) => {
      write(form.draft, name, value);
      form.dirty = true;
      if (name === 'is' && value === 'one' && !form.draft.ways.length) addWay(form.draft, 'email');
      if (form.problem?.field?.startsWith(name)) form.problem = null;
      draw();
    },
    add: () => { addWay(form.draft, 'webhook'); draw(); },
    drop: (i) => { form.draft.ways.splice(i, 1); form.problem = null; draw(); },
    save,
    back: () => { form.dirty = false; go({ item: '' }); },
    ask: (receiver) => { data.leaving = receiver.id; draw(); document.getElementById('delete-now')?.focus(); },
    keep: () => {
      const back = `[id="receiver-${data.leaving}"] button.leave`;
      data.leaving = '';
      draw();
      focusBack(back);
    },
    remove: (receiver) => attempt(receiver, async () => {
      data.leaving = '';
      await api.remove(pathOf(receiver.id));
      data.outcome = t('rule.deleted', { name: receiver.name });
      await load();
      focusBack('#receivers .primary');
    }),
    test: (receiver) => attempt(receiver, async () => {
      delete data.trials[receiver.id];
      data.trials[receiver.id] = (await api.post(`${pathOf(receiver.id)}/test`)).items;
    }),
    question: (receiver) => attempt(receiver, async () => {
      const { asked } = await api.post(`${pathOf(receiver.id)}/ask`);
      data.asked[receiver.id] = t(asked ? 'consent.asked.now' : 'consent.asked.before');
      await load();
    }),
  };

  return {
    update() { if (data.items) open(); else load(); },
    again: load,
    leave: release,
    template: () => html`
      ${data.problem ? html`<p class="panel error" role="alert">${data.problem}</p>` : ''}
      <p role="status" class="outcome">${data.outcome}</p>
      ${form ? html`
        <section class="panel" aria-labelledby="receiver-title">
          <header><h2 id="receiver-title" dir="auto">${form.id === 'new' ? t('receivers.new') : form.draft.name}</h2></header>
          ${receiverForm({ ...form, brands, may, others: data.items.filter((r) => r.id !== form.id) }, handlers)}
        </section>` : data.items ? receiverList({ ...data, brands, may }, handlers) : data.problem ? '' : html`<p class="loading" role="status">${t('app.loading')}</p>`}`,
  };
}
