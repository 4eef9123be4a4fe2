// Follow a brand: name, query with live checking. Also what a newcomer with no brand sees first.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../api.js';
import { atMostEvery } from '../live.js';
import { go } from '../state.js';
import { language, number, t } from '../i18n.js';

const slug = (name) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  .replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 64);

export function brandForm({ draw, brands, reload }) {
  let query = '';
  let check = null;
  let outcome = '';
  let failed = false;

  const checkSoon = atMostEvery(400, async () => {
    if (!query.trim()) return;
    try {
      check = await api.post('/api/queries/check', { query });
    } catch {
      check = null;
    }
    draw();
  });

  async function save(e) {
    e.preventDefault();
    const form = new FormData(e.target);
    const name = form.get('name').trim();
    const brand = {
      name,
      language: form.get('language'),
      timeZone: form.get('zone'),
      queries: [{ id: 'name', name, query: form.get('query') }],
      hashtags: [],
      competitors: [],
    };
    try {
      const id = slug(name);
      const saved = await api.put(`/api/brands/${id}`, brand);
      outcome = saved?.pending ? t('brand.pending') : t('brand.saved');
      failed = false;
      go({ view: '', brand: id }, true);
      await reload();
    } catch (error) {
      outcome = error.message;
      failed = true;
    }
    draw();
  }

  const finding = (f) => html`<li>${f.message?.[language()] ?? f.message}${f.suggestion ? html` → <code>${f.suggestion}</code>` : ''}</li>`;

  return {
    update() {},
    leave() {},
    template: () => html`
      <section class="panel">
        <header><h2>${brands.length ? t('brand.new') : t('brand.first')}</h2></header>
        <form class="form" @submit=${save}>
          <p>${t('brand.first.text')}</p>
          <label>${t('brand.name')}<input name="name" required maxlength="100"></label>
          <label>${t('brand.query')}
            <textarea name="query" required rows="3" maxlength="4096" spellcheck="false" aria-describedby="query-help"
              @input=${(e) => { query = e.target.value; checkSoon(); }}></textarea></label>
          <div id="query-help" class="why" aria-live="polite">
            ${!check ? t('brand.query.hint') : check.valid ? t('query.good', { n: number(check.matches) }) : ''}
            <ul class="error">${(check?.errors ?? []).map(finding)}</ul>
            <ul>${(check?.warnings ?? []).map(finding)}</ul>
          </div>
          <label>${t('brand.language')}
            <select name="language"><option value="fr" ?selected=${language() === 'fr'}>Français</option><option value="en" ?selected=${language() === 'en'}>English</option></select></label>
          <label>${t('brand.zone')}<input name="zone" required value=${Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/Paris'}></label>
          <p role="status" class=${failed ? 'error' : ''}>${outcome}</p>
          <button class="primary">${t('brand.save')}</button>
        </form>
      </section>`,
  };
}
