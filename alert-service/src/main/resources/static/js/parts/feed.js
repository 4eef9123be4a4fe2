// The newest mentions: live ones come in at the top, the oldest drop off. Pausable, filtered by sentiment; all of them are a link away.

import { html } from '/webjars/lit-html/lit-html.js';
import { repeat } from '/webjars/lit-html/directives/repeat.js';
import { t } from '../i18n.js';
import { atMostEvery } from '../live.js';
import { address, follow, go, toMentions } from '../state.js';
import { card } from './mention.js';
import { drill } from './drill.js';

export const SHOWN = 10;
/** More often than this nobody can read, and drawing would take the time that input needs. */
const EVERY = 500;
const LABELS = ['', 'negative', 'neutral', 'positive'];

const newest = (items) => [...new Map(items.map((m) => [m.mentionId, m])).values()]
  .sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt)).slice(0, SHOWN);

/** Somebody is at one of the cards, which must not go away below a hand or a cursor. A finger does not hover. */
const isRead = () => document.querySelector(matchMedia('(hover: hover)').matches ? '#feed:hover, #feed:focus-within' : '#feed:focus-within');

const all = (to) => html`<p class="all"><a class="button" href=${address(to)} @click=${follow(to)}>${t('feed.all')}</a></p>`;

export function liveFeed(draw) {
  let known = null;
  let shown = [];
  let waiting = 0;
  let paused = false;
  const soon = atMostEvery(EVERY, () => {
    refresh();
    draw();
  });

  function refresh() {
    if (shown.length && (paused || isRead())) return;
    shown = known ?? [];
    waiting = 0;
  }

  const pause = () => {
    paused = !paused;
    refresh();
    draw();
  };

  function head({ live, summary, page }, sentiment) {
    const total = (sentiment ? summary?.sentiment[sentiment] : summary?.mentions) ?? page?.total;
    return html`
      <header>
        <h2 id="feed-title">${t('feed.title')} <small>${total === undefined ? '' : drill({ sentiment }, t('feed.total', { n: total }))}</small></h2>
        <span class="tags">
          <span class=${`live ${live}`} role="status">${t(`live.${live}`)}</span>
          <button aria-pressed=${paused} @click=${pause}>
            ${t(paused ? 'live.resume' : 'live.pause')}${waiting ? ` (${t('live.new', { n: waiting })})` : ''}</button>
        </span>
      </header>`;
  }

  return {
    /** What was read is of the period and label asked for; what arrived meanwhile may not be found by a search yet. */
    read(page) {
      if (!page) return;
      known = newest([...(known ?? []), ...page.items]);
      refresh();
      draw();
    },
    arrived(mention) {
      known = newest([mention, ...(known ?? [])]);
      waiting += 1;
      soon();
    },
    forget() {
      known = null;
      shown = [];
      waiting = 0;
    },
    template: (data, { sentiment }) => html`
      <section class="panel" aria-labelledby="feed-title">
        ${head(data, sentiment)}
        <div class="tags" role="group" aria-label=${t('sentiment.filter')}>
          ${LABELS.map((l) => html`<button aria-pressed=${sentiment === l} @click=${() => go({ sentiment: l })}>${t(`sentiment.${l || 'all'}`)}</button>`)}
        </div>
        <ol class="feed" id="feed" @mouseleave=${soon} @focusout=${() => setTimeout(soon)}>
          ${repeat(shown, (m) => m.mentionId, (m) => html`<li>${card(m)}</li>`)}</ol>
        ${known && !shown.length ? html`<p class="empty">${t('feed.empty')}</p>` : ''}
        ${shown.length ? all(toMentions({ sentiment })) : ''}
      </section>`,
  };
}
