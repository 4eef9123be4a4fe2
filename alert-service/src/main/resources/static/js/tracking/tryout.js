// Texts that somebody pastes, and which of the queries, as they stand on the page, would find them.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../api.js';
import { t } from '../i18n.js';
import { clauses } from '../parts/lint.js';
import { marked } from '../parts/mention.js';
import { said } from '../parts/said.js';

const PAUSE = 350;
const MOST = 20;
const LONGEST = 5_000;

/** @param queries tells the queries as they stand */
export function tryout({ draw, queries }) {
  let text = '';
  let results = [];
  let problem = '';
  let timer = 0;
  let turn = 0;

  const lines = () => text.split('\n').map((line) => line.trim()).filter(Boolean).slice(0, MOST);

  async function now() {
    const mine = ++turn;
    const texts = lines();
    const asked = texts.length ? queries().filter((q) => q.query.trim()) : [];
    try {
      // as a search: that looks through no posts, and finds the same in a text
      const answers = await Promise.all(asked.map((q) => api.post('/api/queries/check', { query: q.query, texts, scope: 'search' })));
      if (mine !== turn) return;
      problem = '';
      results = texts.map((line, i) => {
        const found = asked.map((q, k) => ({ name: q.name, ...answers[k].texts[i] })).filter((f) => f.matches);
        return { line, found };
      });
    } catch (e) {
      if (mine === turn) problem = said(e);
    }
    if (mine === turn) draw();
  }

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(now, PAUSE);
  };

  const one = ({ line, found }) => {
    const spans = found.flatMap((f) => f.matched).filter((s) => s.field === 'text');
    return html`
      <li class=${found.length ? 'found' : 'missed'}>
        <p class="said" dir="auto">${marked(line, spans, LONGEST)}</p>
        <small>${found.length ? html`<b>✓ ${t('tryout.found', { names: found.map((f) => f.name).join(', ') })}</b> ${clauses(spans)}` : html`✗ ${t('tryout.missed')}`}</small></li>`;
  };

  return {
    /** A query was changed: what was pasted is looked at again. */
    soon,
    leave() {
      clearTimeout(timer);
      turn += 1;
    },
    template: () => html`
      <section class="panel" id="tryout" aria-labelledby="tryout-title">
        <header><h2 id="tryout-title">${t('tryout.title')}</h2></header>
        <div class="field"><label for="tryout-text">${t('tryout.text')}</label>
          <textarea id="tryout-text" rows="4" maxlength="20000" aria-describedby="tryout-hint" .value=${text} @input=${(e) => { text = e.target.value; soon(); }}></textarea>
          <small id="tryout-hint">${t('tryout.hint')}</small></div>
        ${problem ? html`<p class="error" role="alert">${problem}</p>` : ''}
        <div aria-live="polite">${results.length ? html`<ul class="caught">${results.map(one)}</ul>` : ''}</div>
      </section>`,
  };
}
