// One brand on the wall: readable from across a room. The posts are strangers' words: only ever put in as text.

import { html, svg } from '/webjars/lit-html/lit-html.js';
import { repeat } from '/webjars/lit-html/directives/repeat.js';
import { ago, day, number, percent, short, signed, t, time } from '../i18n.js';
import { change, missing } from '../parts/figures.js';
import { SHAPES } from '../parts/mention.js';
import { platformName, severityName } from '../parts/names.js';

const LABELS = ['negative', 'neutral', 'positive'];
const MENTIONS = 4;
const ALERTS = 3;
const LONGEST = 280;

const figure = (label, value, note, look = '') => html`
  <div class=${`wall-figure ${look}`}><dt>${label}</dt><dd class="value">${value}</dd><dd>${note}</dd></div>`;

/** Too few mentions carry no rate; a rate says how many carry it. */
const rate = (label, value, shown, sample, summary) =>
  (value === null || value === undefined ? figure(label, '–', missing(summary)) : figure(label, shown(value), sample));

function figures(summary) {
  if (!summary) return html`<p class="wall-empty">${t('wall.reading')}</p>`;
  const { mentions, sentiment, previous = {}, netSentiment, brandHealth, reach, openAlerts } = summary;
  const polar = sentiment.negative + sentiment.positive;
  const range = !reach?.high ? '–' : reach.low === reach.high ? short(reach.high) : `${short(reach.low)}–${short(reach.high)}`;
  return html`
    <dl class="wall-figures">
      ${figure(t('figure.mentions'), number(mentions), change(mentions, previous.mentions))}
      ${rate(t('figure.net'), netSentiment, signed, t('wall.sample', { n: number(mentions) }), summary)}
      ${rate(t('figure.health'), brandHealth, percent, t('wall.polar', { n: polar }), summary)}
      ${figure(t('figure.reach'), range, reach?.high ? change(reach.high, previous.reach?.high) : t('figure.noreach'))}
      ${figure(t('figure.alerts'), openAlerts ? `▲ ${number(openAlerts)}` : '0', openAlerts ? '' : t('wall.calm'), openAlerts ? 'alarming' : '')}
    </dl>`;
}

/** Bars from below: negative, neutral, positive. */
function bars(buckets, most) {
  const width = 100 / buckets.length;
  return buckets.map((bucket, i) => {
    let top = 100;
    return LABELS.map((label) => {
      const height = (100 * (bucket[label] ?? 0)) / most;
      top -= height;
      return height ? svg`<rect class=${label} x=${i * width} y=${top} width=${width * 0.88} height=${height}></rect>` : '';
    });
  });
}

function timeline(answer) {
  const buckets = answer?.buckets ?? [];
  const most = Math.max(1, ...buckets.map((b) => b.mentions));
  const total = LABELS.map((label) => [label, buckets.reduce((sum, b) => sum + (b[label] ?? 0), 0)]);
  const named = total.map(([label, n]) => `${number(n)} ${t(`sentiment.${label}`)}`).join(', ');
  const when = (iso) => (answer.interval === '1d' ? day(iso) : answer.interval === '1h' && buckets.length > 30 ? `${day(iso)} ${time(iso)}` : time(iso));
  const ticks = [0, 0.25, 0.5, 0.75].map((part) => buckets[Math.floor(part * buckets.length)]).filter(Boolean);
  return html`
    <section class="wall-time" aria-label=${t('timeline.title')}>
      <p class="wall-legend">${total.map(([label, n]) => html`<span class=${label}>${SHAPES[label]} ${number(n)} ${t(`sentiment.${label}`)}</span>`)}
        <span class="most">${t('wall.most', { n: number(most) })}</span></p>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label=${`${t('timeline.title')}: ${named}`}>${bars(buckets, most)}</svg>
      <p class="wall-ticks" aria-hidden="true">${ticks.map((b) => html`<span>${when(b.t)}</span>`)}</p>
    </section>`;
}

function said(mention, now) {
  const label = mention.sentiment?.label ?? 'neutral';
  const name = mention.author?.handle ? `@${mention.author.handle}` : mention.author?.name ?? t('mention.unknown');
  const text = mention.title && !mention.text ? mention.title : mention.text ?? '';
  return html`
    <li class=${`mention ${label}`} dir="auto">
      <p class="who"><span>${SHAPES[label]} ${t(`sentiment.${label}`)}</span> <b dir="auto">${name.slice(0, 40)}</b>
        <span>${platformName(mention.platform)}</span> <time datetime=${mention.publishedAt}>${ago(mention.publishedAt, now)}</time></p>
      <p class="said" dir="auto">${text.slice(0, LONGEST)}</p>
    </li>`;
}

function alerts(items, now) {
  if (!items?.length) return '';
  return html`
    <section class="wall-alerts" aria-label=${t('figure.alerts')}>
      <ul>${items.slice(0, ALERTS).map((a) => html`
        <li><b>▲ ${severityName(a.severity)}</b> <span>${a.summary}</span> <time datetime=${a.openedAt}>${ago(a.openedAt, now)}</time></li>`)}</ul>
      ${items.length > ALERTS ? html`<p>${t('wall.more', { n: items.length - ALERTS })}</p>` : ''}
    </section>`;
}

/** @param data what was read of the brand: `summary`, `timeline`, `page`, `alerts`, each absent before it was */
export function page(brand, data, now) {
  return html`
    ${figures(data.summary)}
    ${alerts(data.alerts?.items, now)}
    <div class="wall-columns">
      ${data.timeline ? timeline(data.timeline) : html`<section class="wall-time" aria-busy="true"></section>`}
      <section class="wall-said" aria-label=${t('feed.title')}>
        ${data.page && !data.page.items.length ? html`<p class="wall-empty">${t('timeline.empty')}</p>` : ''}
        <ol>${repeat((data.page?.items ?? []).slice(0, MENTIONS), (m) => m.mentionId, (m) => said(m, now))}</ol>
      </section>
    </div>`;
}
