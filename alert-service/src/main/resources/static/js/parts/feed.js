// The live feed: newest first, pausable, filtered by sentiment.

import { html } from '/webjars/lit-html/lit-html.js';
import { repeat } from '/webjars/lit-html/directives/repeat.js';
import { number, t } from '../i18n.js';
import { card } from './mention.js';
import { drill } from './drill.js';

const LABELS = ['', 'negative', 'neutral', 'positive'];

export function feed(data, { sentiment }, { pause, sentiment: choose, more }) {
  const known = new Set();
  const items = [...(data.paused ? [] : data.fresh), ...(data.page?.items ?? [])]
    .filter((m) => !known.has(m.mentionId) && known.add(m.mentionId));
  return html`
    <section class="panel" aria-labelledby="feed-title">
      <header>
        <h2 id="feed-title">${t('feed.title')} <small>${data.page ? drill({ sentiment }, t('feed.total', { n: number(data.page.total) })) : ''}</small></h2>
        <span class="tags">
          <span class=${`live ${data.live}`} role="status">${t(`live.${data.live}`)}</span>
          <button aria-pressed=${data.paused} @click=${pause}>
            ${data.paused ? `${t('live.resume')} (${t('live.new', { n: data.fresh.length })})` : t('live.pause')}</button>
        </span>
      </header>
      <div class="tags" role="group" aria-label=${t('sentiment.filter')}>
        ${LABELS.map((l) => html`<button aria-pressed=${sentiment === l} @click=${() => choose(l)}>${t(`sentiment.${l || 'all'}`)}</button>`)}
      </div>
      <ol class="feed" id="feed">${repeat(items, (m) => m.mentionId, (m) => html`<li>${card(m)}</li>`)}</ol>
      ${data.page && items.length === 0 ? html`<p class="empty">${t('feed.empty')}</p>` : ''}
      ${data.page?.cursor && (data.page.items.length < 200) ? html`<button @click=${more}>${t('feed.more')}</button>` : ''}
    </section>`;
}
