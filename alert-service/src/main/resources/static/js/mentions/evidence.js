// Why a mention is read as it is: the words, and what each is (turned round by "not", an emoji, part of a hashtag).

import { html } from '/webjars/lit-html/lit-html.js';
import { percent, signed, t } from '../i18n.js';
import { SHAPES } from '../parts/mention.js';

const UNSURE = 0.5;
const PERSON = 'person';
const KINDS = ['negated', 'negation', 'emoji', 'hashtag', 'punctuation', 'brand'];
/** Log-odds that hardly move an answer. */
const LITTLE = 0.1;

export function feeling(sentiment) {
  if (!sentiment) return '';
  const { label, confidence, model, score } = sentiment;
  const byPerson = model === PERSON;
  const unsure = !byPerson && confidence < UNSURE;
  return html`
    <span class=${`tag ${label} ${unsure ? 'unsure' : ''}`} title=${t('sentiment.score', { score: signed(score, 2), confidence: percent(confidence * 100) })}>
      ${SHAPES[label]} ${t(`sentiment.${label}`)}${unsure ? ` · ${t('sentiment.unsure')}` : ''}${byPerson ? ` · ${t('mentions.byPerson')}` : ''}</span>`;
}

/** Words of the text, and how the brand is usually talked of, which stands in no text; strongest first. */
const decisive = (found) => found
  .map((e) => (e.kind === 'prior' && Math.abs(e.weight) >= LITTLE ? { ...e, text: t('mention.why.prior') } : e))
  .filter((e) => e.text)
  .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));

const piece = ({ text, weight, kind }) => html`
  <li class=${weight > 0 ? 'for' : 'against'}><bdi>${text.slice(0, 60)}</bdi>
    ${KINDS.includes(kind) ? html`<small>${t(`mentions.kind.${kind}`)}</small>` : ''}
    <span aria-hidden="true">${weight > 0 ? '+' : '−'}</span><span class="hidden-visually">${t(weight > 0 ? 'mentions.lifts' : 'mentions.lowers')}</span></li>`;

/** @param most how many words */
export function evidence({ sentiment, wholeText, brand }, most) {
  const words = decisive(sentiment?.evidence ?? []).slice(0, most);
  return html`
    ${wholeText ? html`<p class="why">${t('sentiment.towards', { brand, label: t(`sentiment.${wholeText.label}`) })}</p>` : ''}
    ${words.length ? html`<ul class="evidence" aria-label=${t('mentions.evidence')}>${words.map(piece)}</ul>` : ''}`;
}
