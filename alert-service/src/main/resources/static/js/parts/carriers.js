// Who carries an alert, in people's words. Names and texts are strangers': only ever put in as text, and short.

import { html, svg } from '/webjars/lit-html/lit-html.js';
import { percent, t } from '../i18n.js';
import { drill, part } from './drill.js';
import { languageName, platformName } from './names.js';

const LONGEST = 160;
const ORDER = ['new-term', 'platform', 'author', 'story', 'hashtag', 'term', 'lang'];

const shortened = (text) => {
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
};

/** While an alert is new the search may not find yet who carries it; later, who is not found is gone. */
const FRESH = 900_000;
const isFresh = ({ lastAt }, now = Date.now()) => now - Date.parse(lastAt) < FRESH;

const isMissing = (c) => ['author', 'story'].includes(c.dimension) && !c.mentionId;

/** Whether looking again may bring what an alert is about. */
export const isBehind = (alert) => isFresh(alert) && ((alert.carriers ?? []).some(isMissing) || (alert.evidence ?? []).some((m) => m.text === undefined));

function unnamed(c, fresh) {
  if (c.mentionId) return t('mention.unknown');
  return t(fresh ? 'carrier.unnamed.yet' : 'carrier.unnamed');
}

function untold(c, fresh) {
  if (c.mentionId) return quote({ ...c, text: '…' });
  return t(fresh ? 'carrier.erased.yet' : 'carrier.erased');
}

/** A key as people would say it. */
function named(c, fresh) {
  if (c.dimension === 'platform') return platformName(c.key);
  if (c.dimension === 'lang') return languageName(c.key);
  if (c.dimension === 'hashtag') return `#${c.key}`;
  if (c.dimension === 'author') {
    return html`<bdi>${c.name ? shortened(c.name) : unnamed(c, fresh)}</bdi>${c.platform ? html` <small>${t('carrier.on', { platform: platformName(c.platform) })}</small>` : ''}`;
  }
  if (c.dimension === 'story') return c.text ? quote(c) : untold(c, fresh);
  return c.key;
}

export const quote = (c) => html`<q dir="auto">${shortened(c.text)}</q>${c.name ? html` <small><bdi>${c.name}</bdi>${c.platform ? `, ${platformName(c.platform)}` : ''}</small>` : ''}`;

function linked(c, within, fresh) {
  const name = named(c, fresh);
  return within && part(c) ? drill({ ...within, ...part(c) }, name) : name;
}

function group(dimension, list, within, fresh) {
  return html`
    <table class="carriers">
      <caption>${t(`contributor.${dimension}`)}</caption>
      <tbody>${list.map((c) => html`
        <tr><th scope="row" dir="auto">${linked(c, within, fresh)}</th>
          <td class="bar-of"><svg class="split" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">${svg`<rect class="carried" width=${Math.round(c.share * 100)} height="4"></rect>`}</svg></td>
          <td class="count">${percent(c.share * 100)}</td>
          <td class="count">${t('carrier.count', { n: c.count })}</td></tr>`)}
      </tbody>
    </table>`;
}

/** @param within the alert's mentions, as the list's address says it */
export function carriers(alert, within) {
  const list = alert.carriers;
  if (!list?.length) return '';
  const groups = ORDER.map((d) => [d, list.filter((c) => c.dimension === d && (c.share >= 0.005 || c.count > 1)).slice(0, 5)]).filter(([, l]) => l.length);
  return html`
    <section class="panel" aria-labelledby="carriers-title">
      <header><h2 id="carriers-title">${t('alert.contributors')}</h2></header>
      <p class="why">${t('carrier.text')}</p>
      <div class="groups">${groups.map(([d, l]) => group(d, l, within, isFresh(alert)))}</div>
    </section>`;
}
