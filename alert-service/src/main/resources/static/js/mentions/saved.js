// Lists people come back to, their own and those shared with all.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../api.js';
import { t } from '../i18n.js';
import { changed, put } from '../state.js';

const newId = () => [...crypto.getRandomValues(new Uint8Array(8))].map((b) => b.toString(16).padStart(2, '0')).join('');

/** Only where it leads within this page: whatever was saved, it is never an address of another. */
const address = (query) => `/?${new URLSearchParams(query)}`;

export function savedViews({ draw, session, dialog }) {
  let views = null;
  let error = '';

  async function attempt(work) {
    try {
      await work();
      views = (await api.get('/api/views')).items;
      error = '';
    } catch (e) {
      error = e.status === 0 ? t('error.offline') : t('error.other', { detail: e.message });
    }
    draw();
  }

  const save = (e) => {
    e.preventDefault();
    const data = new FormData(e.target);
    const query = new URLSearchParams(location.search);
    query.set('view', 'mentions');
    attempt(async () => {
      await api.put(`/api/views/${newId()}`, { name: data.get('name'), query: String(query), shared: data.get('shared') === 'on' });
      e.target.reset();
    });
  };

  const open = (view) => (e) => {
    if (e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
    e.preventDefault();
    dialog.close();
    put(address(view.query));
    changed.dispatchEvent(new Event('change'));
  };

  const mine = (view) => view.owner === session.user || session.role === 'admin';

  const row = (view) => html`
    <li><a href=${address(view.query)} @click=${open(view)}><bdi>${view.name}</bdi></a>
      <small class="why">${view.shared ? t('mentions.views.sharedBy', { who: view.owner }) : t('mentions.views.own')}</small>
      ${mine(view) ? html`<button class="quiet" aria-label=${t('mentions.views.delete', { name: view.name })} @click=${() => attempt(() => api.remove(`/api/views/${view.id}`))}>✕</button>` : ''}</li>`;

  const body = () => html`
    ${error ? html`<p class="error" role="alert">${error}</p>` : ''}
    ${views?.length ? html`<ul class="saved-views">${views.map(row)}</ul>` : html`<p class="why">${views ? t('mentions.views.none') : t('mentions.loading')}</p>`}
    <form class="form" @submit=${save}>
      <label>${t('mentions.views.name')}<input name="name" required maxlength="80"></label>
      <label class="check"><input type="checkbox" name="shared">${t('mentions.views.share')}</label>
      <button class="primary">${t('mentions.views.save')}</button>
    </form>`;

  return () => {
    dialog.open({ title: t('mentions.views'), body });
    attempt(async () => {});
  };
}
