// One mention. Everything in it was written by a stranger: it is only ever put in as text, and links are http or https.

import { html } from '/webjars/lit-html/lit-html.js';
import { ago, moment, number, percent, short, signed, t } from '../i18n.js';
import { platformName } from './names.js';

export const SHAPES = { negative: '▼', neutral: '●', positive: '▲' };
const LONGEST = 1_200;
const UNSURE = 0.5;
/** Log-odds that hardly move an answer. */
const LITTLE = 0.1;

export const safe = (url) => (/^https?:\/\//i.test(url ?? '') ? url : null);

/** The text in pieces, those in a matched span marked. */
export function marked(text, spans, longest = LONGEST) {
  const cut = text.slice(0, longest);
  const pieces = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at || start >= cut.length) continue;
    pieces.push(cut.slice(at, start), html`<mark>${cut.slice(start, Math.min(end, cut.length))}</mark>`);
    at = Math.min(end, cut.length);
  }
  pieces.push(cut.slice(at));
  if (text.length > longest) pieces.push('…');
  return pieces;
}

export const spansIn = (mention, field) =>
  (mention.matches ?? []).flatMap((q) => q.spans ?? []).filter((s) => s.field === field && Number.isInteger(s.start));

/** What decided: words of the text, among them those the brand taught, and how the brand is usually talked of. */
function evidence({ sentiment }) {
  const found = sentiment.evidence ?? [];
  const named = (e) => (e.kind === 'brand' ? t('mention.why.brand', { word: e.text }) : e.text);
  const words = found.filter((e) => e.text).slice(0, 4).concat(found.filter((e) => e.text && e.kind === 'brand'));
  const said = [...new Set(words)].map((e) => `${named(e)} ${e.weight > 0 ? '+' : '−'}`);
  const usual = found.find((e) => e.kind === 'prior' && Math.abs(e.weight) >= LITTLE);
  if (usual) said.push(`${t('mention.why.prior')} ${usual.weight > 0 ? '+' : '−'}`);
  return said.length ? t('mention.why', { words: said.join(', ') }) : '';
}

export function card(mention) {
  const { author, sentiment, virality } = mention;
  const link = safe(mention.url);
  const label = sentiment?.label ?? 'neutral';
  const name = author?.handle ? `@${author.handle}` : author?.name ?? t('mention.unknown');
  return html`
    <article class=${`mention ${label}`} dir="auto">
      <p class="who">
        <b dir="auto">${name.slice(0, 80)}</b>
        <span>${platformName(mention.platform)}</span>
        ${mention.repostOf ? html`<span>${t('mention.repost')}</span>` : ''}
        ${author?.followers ? html`<span>${t('mention.followers', { n: short(author.followers), count: author.followers })}</span>` : ''}
        <time datetime=${mention.publishedAt} title=${moment(mention.publishedAt)}>${ago(mention.publishedAt)}</time>
      </p>
      ${mention.title ? html`<h3 dir="auto">${marked(mention.title, spansIn(mention, 'title'))}</h3>` : ''}
      <p class="said" dir="auto">${marked(mention.text ?? '', spansIn(mention, 'text'))}</p>
      <p class="tags">
        <span class=${`tag ${label}`} title=${sentiment ? t('sentiment.score', { score: signed(sentiment.score, 2), confidence: percent(sentiment.confidence * 100) }) : ''}>
          ${SHAPES[label]} ${t(`sentiment.${label}`)}${sentiment && sentiment.confidence < UNSURE ? ` · ${t('sentiment.unsure')}` : ''}</span>
        ${mention.wholeText ? html`<span class="why">${t('sentiment.towards', { brand: mention.brand, label: t(`sentiment.${mention.wholeText.label}`) })}</span>` : ''}
        <span>${mention.lang}</span>
        ${virality?.score >= 1 ? html`<span>${t('mention.viral', { score: number(Math.round(virality.score)) })}</span>` : ''}
        ${link ? html`<a href=${link} target="_blank" rel="noopener noreferrer nofollow">${t('mention.open')}</a>` : ''}
      </p>
      ${sentiment ? html`<p class="why">${evidence(mention)}</p>` : ''}
    </article>`;
}
