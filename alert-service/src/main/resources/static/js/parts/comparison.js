// What one version of the queries catches more and less than another. The posts are strangers' words: only ever put in as text.

import { html } from '/webjars/lit-html/lit-html.js';
import { ago, moment, t } from '../i18n.js';
import { marked, spansIn } from './mention.js';
import { platformName } from './names.js';

const sample = ({ post, matches }) => html`
  <li class="mention neutral" dir="auto">
    <p class="who"><b dir="auto">${post.author?.handle ?? post.author?.name ?? t('mention.unknown')}</b>
      <span>${platformName(post.platform)}</span>
      <time datetime=${post.publishedAt} title=${moment(post.publishedAt)}>${ago(post.publishedAt)}</time></p>
    ${post.title ? html`<h3 dir="auto">${marked(post.title, spansIn({ matches }, 'title'))}</h3>` : ''}
    <p class="said" dir="auto">${marked(post.text ?? '', spansIn({ matches }, 'text'))}</p>
  </li>`;

const kind = (name, n, samples) => html`
  <h3>${t(`compare.${name}`, { n })}</h3>
  <ul class="feed samples">${samples.map(sample)}</ul>`;

export function comparison(c) {
  return html`
    <p>${t('compare.period', { from: moment(c.from), to: moment(c.to), kept: c.kept })}</p>
    ${kind('added', c.added, c.samples.added)}
    ${kind('dropped', c.dropped, c.samples.dropped)}`;
}
