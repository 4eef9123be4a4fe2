// One mention of the list. A stranger wrote it: it is only ever put in as text, bounded, and links are http or https.

import { html } from '/webjars/lit-html/lit-html.js';
import { ago, moment, number, short, t } from '../i18n.js';
import { languageName, platformName } from '../parts/names.js';
import { marked, safe, spansIn } from '../parts/mention.js';
import { address, follow } from '../state.js';
import { evidence, feeling } from './evidence.js';
import { spark } from './spark.js';
import { tags } from './wanted.js';

const LONGEST_NAME = 80;
const FOLDED = 600;
const LONGEST = 20_000;
const LATE = 250;
const BEFORE = 100;
const WORDS = 5;
const ALL_WORDS = 12;
const MOST_TAGS = 12;
const COUNTERS = ['likes', 'shares', 'comments', 'views'];

const narrow = (changes, words, title) => html`
  <a class="narrow" href=${address(changes)} title=${title} @click=${follow(changes)}>${words}</a>`;

export const nameOf = ({ author }) => (author?.handle ? `@${author.handle}` : author?.name || t('mention.unknown')).slice(0, LONGEST_NAME);

function who(m, brandName) {
  const { author } = m;
  const key = author?.handle ?? (author?.id ? `${m.platform}:${author.id}` : '');
  return html`
    <p class="who" id=${`who-${m.mentionId}`}>
      <b>${key ? narrow({ author: key }, html`<bdi>${nameOf(m)}</bdi>`, t('mentions.only.author')) : html`<bdi>${nameOf(m)}</bdi>`}</b>
      ${m.voice ? html`<span class=${`badge ${m.voice}`}>${t(`mentions.voice.${m.voice}`)}</span>` : ''}
      ${brandName ? html`<span>${brandName}</span>` : ''}
      ${narrow({ platform: m.platform }, platformName(m.platform), t('mentions.only.platform'))}
      ${m.repostOf ? html`<span>${t('mention.repost')}</span>` : ''}
      ${author?.followers ? html`<span>${t('mention.followers', { n: short(author.followers), count: author.followers })}</span>` : ''}
      <time datetime=${m.publishedAt} title=${moment(m.publishedAt)}>${ago(m.publishedAt)}</time>
    </p>`;
}

const reactions = ({ engagement }) => COUNTERS.filter((c) => engagement?.[c])
  .map((c) => html`<span>${t(`mentions.count.${c}`, { n: short(engagement[c]) })}</span>`);

// Folded, a long text begins shortly before what was found in it.
function piece(text, spans, open) {
  const first = Math.min(...spans.map((s) => s.start), text.length);
  const begin = open || first < LATE || text.length < FOLDED ? 0 : first - BEFORE;
  const moved = spans.map(({ start, end }) => ({ start: start - begin, end: end - begin }));
  return [begin ? '… ' : '', marked(text.slice(begin), moved, open ? LONGEST : FOLDED)];
}

function said(m, open) {
  return html`
    ${m.title ? html`<h3 dir="auto">${piece(m.title, spansIn(m, 'title'), open)}</h3>` : ''}
    <p class=${`said ${open ? 'open' : ''}`} id=${`said-${m.mentionId}`} dir="auto">${piece(m.text ?? '', spansIn(m, 'text'), open)}</p>`;
}

function facts(m, names) {
  const link = safe(m.url);
  return html`
    <p class="tags">
      ${feeling(m.sentiment)}
      ${m.lang && m.lang !== 'und' ? html`<span class="chip">${narrow({ lang: m.lang }, m.lang, languageName(m.lang))}</span>` : ''}
      ${spark(m)}
      ${reactions(m)}
      ${link ? html`<a href=${link} target="_blank" rel="noopener noreferrer nofollow">${t('mention.open')}</a>` : ''}
    </p>
    ${names.length ? html`<p class="why">${t('mention.matched', { queries: names.join(', ') })}</p>` : ''}`;
}

const hashtags = (m) => {
  const all = [...tags(m)].slice(0, MOST_TAGS);
  return all.length ? html`<p class="tags">${all.map((tag) => narrow({ hashtag: tag }, html`<bdi>#${tag}</bdi>`, t('mentions.only.hashtag')))}</p>` : '';
};

function noted({ note }) {
  if (!note) return '';
  return html`
    <p class="tags noted">
      ${note.handled ? html`<span class="done">✓ ${t('mentions.handledBy', { who: note.by })}</span>` : ''}
      ${note.assignee ? html`<span>${t('mentions.assignedTo')} ${narrow({ assignee: note.assignee }, html`<bdi>${note.assignee}</bdi>`, t('mentions.only.assignee'))}</span>` : ''}
      ${note.tags.map((tag) => html`<span class="label">${narrow({ tag }, html`<bdi>${tag}</bdi>`, t('mentions.only.tag'))}</span>`)}
    </p>`;
}

/**
 * @param place its index, how many there are, whether it is open, selected or the one the keyboard is on, and what can be done with it
 */
export function card(m, { brand, brandName, index, total, open, active, selected, actions, select, watch, focused }) {
  const names = open ? (m.queries ?? []).map((id) => brand?.queries?.find((q) => q.id === id)?.name ?? id) : [];
  return html`
    <article class=${`mention ${m.sentiment?.label ?? 'neutral'} ${m.note?.handled ? 'handled' : ''} ${selected ? 'selected' : ''}`} data-id=${m.mentionId}
      tabindex=${active ? '0' : '-1'} aria-posinset=${index + 1} aria-setsize=${total ?? -1} @focusin=${focused}
      aria-labelledby=${`who-${m.mentionId}`} aria-describedby=${`said-${m.mentionId}`} ${watch}>
      <div class="top">
        ${select ? html`<input type="checkbox" class="pick" aria-label=${t('mentions.select', { author: nameOf(m) })} .checked=${selected} @change=${select}>` : ''}
        ${who(m, brandName)}
      </div>
      ${said(m, open)}
      ${facts(m, names)}
      ${open ? hashtags(m) : ''}
      ${evidence(m, open ? ALL_WORDS : WORDS)}
      ${noted(m)}
      ${actions}
    </article>`;
}

/** A story told by many, in place of its copies. */
export function storyCard(s, index, total) {
  const inside = { group: '', sort: '', story: s.story };
  const text = s.exemplar?.text ?? '';
  return html`
    <article class="mention story" tabindex="0" aria-posinset=${index + 1} aria-setsize=${total} aria-labelledby=${`story-${index}`}>
      <p class="who" id=${`story-${index}`}><b>${t('mentions.copies', { n: s.mentions, authors: s.authors })}</b>
        ${s.first ? html`<span>${t('mentions.firstBy', { author: (s.first.author ?? t('mention.unknown')).slice(0, LONGEST_NAME), when: ago(s.first.at) })}</span>` : ''}</p>
      ${s.exemplar?.title ? html`<h3 dir="auto">${s.exemplar.title.slice(0, FOLDED)}</h3>` : ''}
      <p class="said" dir="auto">${text.slice(0, FOLDED)}${text.length > FOLDED ? '…' : ''}</p>
      <p class="tags">
        <span class="tag negative">▼ ${number(s.negative)}</span><span class="tag">● ${number(s.neutral)}</span><span class="tag positive">▲ ${number(s.positive)}</span>
        ${s.virality?.score >= 1 ? html`<span>${t('mention.viral', { score: number(Math.round(s.virality.score)) })}</span>` : ''}
        <a class="button" href=${address(inside)} @click=${follow(inside)}>${t('mentions.openStory')}</a>
      </p>
    </article>`;
}

