// The search line: the language of tracking queries, with proposals while one types and a word about what cannot be read.

import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { createRef, ref } from '/webjars/lit-html/directives/ref.js';
import { api } from '../api.js';
import { t } from '../i18n.js';
import { completion } from '../parts/completion.js';
import { mended } from '../parts/lint.js';
import { remember } from './complete.js';

const WAIT = 350;
const LONGEST = 4_096;

/** @param mayAsk whether the role may have a query looked at before it is searched by */
export function searchLine({ draw, search, words, mayAsk }) {
  const input = createRef();
  let remarks = { errors: [], warnings: [] };
  let timer = 0;
  let asked = 0;
  let linted = '';

  const proposals = completion({
    draw,
    field: input,
    words,
    id: 'proposals',
    opens: true,
    took: ({ kind }) => {
      typed();
      if (kind === 'recent') submit();
    },
  });

  async function lint(text) {
    const turn = ++asked;
    if (!mayAsk) return;
    if (!text.trim()) {
      remarks = { errors: [], warnings: [] };
      linted = '';
      draw();
      return;
    }
    try {
      const answer = await api.post('/api/queries/check', { query: text, scope: 'search' });
      if (turn !== asked) return;
      remarks = answer;
      linted = text;
      draw();
    } catch { /* the search itself says what is wrong */ }
  }

  function typed() {
    proposals.look();
    clearTimeout(timer);
    timer = setTimeout(() => lint(input.value?.value ?? ''), WAIT);
    draw();
  }

  function put(text) {
    input.value.value = text;
    input.value.setSelectionRange(text.length, text.length);
    input.value.focus();
    typed();
  }

  function submit(e) {
    e?.preventDefault();
    clearTimeout(timer);
    const text = input.value.value.trim();
    proposals.close();
    remember(text);
    lint(text);
    search(text);
  }

  function key(e) {
    if (proposals.key(e) || e.key !== 'Escape') return;
    e.preventDefault();
    e.stopPropagation();
    e.target.blur();
  }

  const remark = (kind) => (r) => html`
    <li class=${kind}>${place(r)}${r.message}
      ${r.suggestion ? html` <button type="button" class="quiet" @click=${() => { put(mended(linted, r)); submit(); }}>${t('mentions.mend', { query: r.suggestion.slice(0, 80) })}</button>` : ''}</li>`;

  // the place in the query, where it still is the one that was looked at
  function place({ position, length }) {
    if (linted.length > 300 || input.value && input.value.value.trim() !== linted.trim()) return '';
    const end = position + Math.max(1, length);
    return html`<code>${linted.slice(0, position)}<mark>${linted.slice(position, end) || '␣'}</mark>${linted.slice(end)}</code> `;
  }

  return {
    focus() {
      input.value?.focus();
      input.value?.select();
    },
    leave() { clearTimeout(timer); },
    template: (q) => html`
      <form class="search" role="search" @submit=${submit}>
        <label><span class="hidden-visually">${t('mentions.search')}</span>
          <input ${ref(input)} id="q" type="search" autocomplete="off" spellcheck="false" maxlength=${LONGEST} placeholder=${t('mentions.search.hint')} .value=${q}
            role="combobox" aria-expanded=${proposals.isOpen} aria-controls="proposals" aria-autocomplete="list" aria-describedby="remarks"
            aria-activedescendant=${proposals.active ?? nothing} aria-invalid=${remarks.errors.length > 0}
            @input=${typed} @focus=${() => { proposals.look(); draw(); }} @blur=${() => { proposals.close(); draw(); }} @keydown=${key}></label>
        <button class="primary">${t('mentions.search.go')}</button>
        ${proposals.list()}
        <div id="remarks" class="remarks" role="status">${remarks.errors.length + remarks.warnings.length ? html`
          <ul>${remarks.errors.map(remark('error'))}${remarks.warnings.slice(0, 2).map(remark('why'))}</ul>` : ''}</div>
      </form>`,
  };
}
