// What is to be said of a query while it is written: is it readable, how much would it have caught, and what of that.

import { html } from '/webjars/lit-html/lit-html.js';
import { ago, t } from '../i18n.js';
import { marked, safe } from './mention.js';
import { platformName } from './names.js';

const SAMPLES = 3;
const LONGEST = 240;

const remark = (f) => html`<li>${f.message}${f.suggestion ? html` → <code dir="auto">${f.suggestion}</code>` : ''}</li>`;

function counted({ matches }) {
  if (matches === undefined || matches === null) return t('start.uncounted');
  return matches === 0 ? t('start.none') : t('query.good', { n: matches });
}

const sample = (post) => html`
  <li><p class="said" dir="auto">${marked(post.text ?? '', (post.matched ?? []).filter((s) => s.field === 'text'), LONGEST)}</p>
    <small>${platformName(post.platform)} · ${ago(post.publishedAt)}${safe(post.url) ? html` · <a href=${post.url} target="_blank" rel="noopener noreferrer nofollow">${t('mention.open')}</a>` : ''}</small></li>`;

/** @param check what the server said of the query; null before it has */
export function lint(check) {
  return html`
    <div class="lint" id="query-said" aria-live="polite">
      ${check?.valid ? html`<p><span class="tag positive" aria-hidden="true">✓</span> ${counted(check)}</p>` : ''}
      ${check?.errors?.length ? html`<ul class="error">${check.errors.map(remark)}</ul>` : ''}
      ${check?.warnings?.length ? html`<ul>${check.warnings.map(remark)}</ul>` : ''}
    </div>
    ${check?.samples?.length ? html`
      <details class="lint"><summary>${t('start.samples')}</summary>
        <ul class="caught">${check.samples.slice(0, SAMPLES).map(sample)}</ul></details>` : ''}`;
}
