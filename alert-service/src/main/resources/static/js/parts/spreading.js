// What is newly said, which stories are told, and who tells them. Texts and names are strangers': only ever put in as text.

import { html } from '/webjars/lit-html/lit-html.js';
import { number, short, t } from '../i18n.js';
import { bar } from './breakdowns.js';
import { anyOf, drill } from './drill.js';

const LONGEST = 140;

function emerging(items) {
  if (!items?.length) return '';
  const most = Math.max(...items.map((i) => i.mentions));
  return html`
    <section class="panel shares-of" aria-label=${t('emerging.title')}>
      <header><h2>${t('emerging.title')}</h2><small>${t('emerging.hint')}</small></header>
      <table class="shares">
        <tbody>${items.map((i) => html`
          <tr>
            <th scope="row" dir="auto" title=${i.forms?.join(', ') ?? ''}>${drill({ q: anyOf(i.forms?.length ? i.forms : [i.term]) }, i.term)}</th>
            <td><svg class="split" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">${bar(i, most)}</svg></td>
            <td class="count wide">${number(i.mentions)} <small>${t('emerging.before', { n: number(i.before) })}</small></td>
          </tr>`)}
        </tbody>
      </table>
    </section>`;
}

function stories(items) {
  const told = items?.filter((i) => i.mentions > 1);
  if (!told?.length) return '';
  return html`
    <section class="panel shares-of" aria-label=${t('stories.title')}>
      <header><h2>${t('stories.title')}</h2></header>
      <ol class="stories">${told.map((i) => html`
        <li>
          <p class="said" dir="auto">${drill({ story: i.story }, cut(i.exemplar?.title || i.exemplar?.text || i.story))}</p>
          <p class="why">${t('stories.of', { n: i.mentions, authors: i.authors, score: Math.round(i.virality.score) })}</p>
        </li>`)}
      </ol>
    </section>`;
}

function authors(items) {
  if (!items?.length) return '';
  return html`
    <section class="panel shares-of" aria-label=${t('authors.title')}>
      <header><h2>${t('authors.title')}</h2></header>
      <table class="shares">
        <tbody>${items.map((i) => html`
          <tr>
            <th scope="row" dir="auto">${drill({ author: i.author }, (i.label ?? i.author).slice(0, 60))}</th>
            <td>${i.role ? html`<span class=${`tag ${i.role === 'detractor' ? 'negative' : 'positive'}`}>${t(`authors.${i.role}`)}</span>` : ''}
              <small>${i.followers === null || i.followers === undefined ? t('authors.unknown') : t('mention.followers', { n: short(i.followers), count: i.followers })}</small>
              ${typeof i.influence?.score === 'number' ? html`<small title=${t('authors.influence.formula')}>· ${t('authors.influence', { score: number(Math.round(i.influence.score)) })}</small>` : ''}</td>
            <td class="count">${number(i.mentions)}</td>
          </tr>`)}
        </tbody>
      </table>
    </section>`;
}

const cut = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

export const spreading = (data) => [
  emerging(data.emerging?.items),
  stories(data.stories?.items),
  authors(data.authors?.items),
];
