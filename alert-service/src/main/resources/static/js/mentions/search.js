// The search line: the language of tracking queries, with proposals while one types and a word about what cannot be read.

import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { createRef, ref } from '/webjars/lit-html/directives/ref.js';
import { api } from '../api.js';
import { t } from '../i18n.js';
import { propose, remember } from './complete.js';

const WAIT = 350;
const LONGEST = 4_096;

/** @param mayAsk whether the role may have a query looked at before it is searched by */
export function searchLine({ draw, search, words, mayAsk }) {
  const input = createRef();
  let proposals = [];
  let active = -1;
  let remarks = { errors: [], warnings: [] };
  let timer = 0;
  let asked = 0;
  let linted = '';

  const close = () => { proposals = []; active = -1; };

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

  function look() {
    const { value, selectionStart } = input.value;
    proposals = propose(value, selectionStart ?? value.length, words());
    active = -1;
  }

  function typed() {
    look();
    clearTimeout(timer);
    timer = setTimeout(() => lint(input.value?.value ?? ''), WAIT);
    draw();
  }

  function put(text, caret) {
    input.value.value = text;
    input.value.setSelectionRange(caret, caret);
    input.value.focus();
    typed();
  }

  function take({ text, kind, begin, end }) {
    const { value } = input.value;
    put(value.slice(0, begin) + text + value.slice(end).replace(/^ /, ''), begin + text.length);
    if (kind === 'recent') submit();
  }

  function submit(e) {
    e?.preventDefault();
    clearTimeout(timer);
    const text = input.value.value.trim();
    close();
    remember(text);
    lint(text);
    search(text);
  }

  const keys = {
    ArrowDown: () => { if (!proposals.length) look(); active = Math.min(active + 1, proposals.length - 1); },
    ArrowUp: () => { active = Math.max(active - 1, -1); },
    Escape: (e) => { if (proposals.length) close(); else e.target.blur(); },
    Enter: () => take(proposals[active]),
    Tab: () => take(proposals[active]),
  };

  function key(e) {
    if (!keys[e.key] || ['Enter', 'Tab'].includes(e.key) && active < 0) return;
    e.preventDefault();
    e.stopPropagation();
    keys[e.key](e);
    draw();
  }

  const option = (p, i) => html`
    <li role="option" id=${`proposal-${i}`} aria-selected=${i === active} @pointerdown=${(e) => { e.preventDefault(); take(p); }}>
      <bdi>${p.text}</bdi> <small>${t(`mentions.proposal.${p.kind}`)}</small></li>`;

  const remark = (kind) => (r) => html`
    <li class=${kind}>${place(r)}${r.message}
      ${r.suggestion ? html` <button type="button" class="quiet" @click=${() => { put(r.suggestion, r.suggestion.length); submit(); }}>${t('mentions.mend', { query: r.suggestion.slice(0, 80) })}</button>` : ''}</li>`;

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
            role="combobox" aria-expanded=${proposals.length > 0} aria-controls="proposals" aria-autocomplete="list" aria-describedby="remarks"
            aria-activedescendant=${active < 0 ? nothing : `proposal-${active}`} aria-invalid=${remarks.errors.length > 0}
            @input=${typed} @focus=${() => { look(); draw(); }} @blur=${() => { close(); draw(); }} @keydown=${key}></label>
        <button class="primary">${t('mentions.search.go')}</button>
        <ul id="proposals" role="listbox" aria-label=${t('mentions.proposals')} ?hidden=${!proposals.length}>${proposals.map(option)}</ul>
        <div id="remarks" class="remarks" role="status">${remarks.errors.length + remarks.warnings.length ? html`
          <ul>${remarks.errors.map(remark('error'))}${remarks.warnings.slice(0, 2).map(remark('why'))}</ul>` : ''}</div>
      </form>`,
  };
}
