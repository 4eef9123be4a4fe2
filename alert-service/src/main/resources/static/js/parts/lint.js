// What is to be said of a query while it is written: is it readable, how much would it have caught, and what of that.

import { html } from '/webjars/lit-html/lit-html.js';
import { ago, t } from '../i18n.js';
import { marked, safe } from './mention.js';
import { platformName } from './names.js';

const SAMPLES = 3;
const LONGEST = 240;
const CLAUSES = 4;

/** The query with what is proposed in place of the piece that was meant. */
export const mended = (query, { position, length, suggestion }) => query.slice(0, position) + suggestion + query.slice(position + length);

const remark = (mend) => (f) => html`
  <li>${f.message}${f.suggestion ? html` → <code dir="auto">${f.suggestion}</code>
    ${mend ? html`<button type="button" class="quiet" @click=${() => mend(f)}>${t('query.mend')}</button>` : ''}` : ''}</li>`;

function counted({ matches }) {
  if (matches === undefined || matches === null) return t('start.uncounted');
  return matches === 0 ? t('start.none') : t('query.good', { n: matches });
}

/** Which parts of the query were found, once each. */
export const clauses = (spans) => {
  const found = [...new Set(spans.map((s) => s.clause))].slice(0, CLAUSES);
  return found.map((clause) => html`<code dir="auto">${clause}</code> `);
};

const sample = (post) => html`
  <li><p class="said" dir="auto">${marked(post.text ?? '', (post.matched ?? []).filter((s) => s.field === 'text'), LONGEST)}</p>
    <small>${platformName(post.platform)} · ${ago(post.publishedAt)}${safe(post.url) ? html` · <a href=${post.url} target="_blank" rel="noopener noreferrer nofollow">${t('mention.open')}</a>` : ''}
      · ${t('query.by')} ${clauses(post.matched ?? [])}</small></li>`;

/**
 * @param check what the server said of the query; null before it has
 * @param id what the field names as its description
 * @param counts whether it was counted what the query would have caught
 * @param mend takes the remark whose proposal is wanted; absent where it is only shown
 */
export function lint(check, { id = 'query-said', mend, counts = true } = {}) {
  return html`
    <div class="lint" id=${id} aria-live="polite">
      ${check?.valid ? html`<p><span class="tag positive" aria-hidden="true">✓</span> ${counts ? counted(check) : t('query.readable')}
        ${['medium', 'high'].includes(check.cost) ? html`<span class="tag">${t(`query.cost.${check.cost}`)}</span>` : ''}</p>` : ''}
      ${check?.errors?.length ? html`<ul class="error">${check.errors.map(remark(mend))}</ul>` : ''}
      ${check?.warnings?.length ? html`<ul>${check.warnings.map(remark(mend))}</ul>` : ''}
    </div>
    ${check?.samples?.length ? html`
      <details class="lint"><summary>${t('start.samples')}</summary>
        <ul class="caught">${check.samples.slice(0, SAMPLES).map(sample)}</ul></details>` : ''}`;
}
