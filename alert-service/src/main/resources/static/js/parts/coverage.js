// Whether the sources listened: few mentions may mean few posts, or a source that was down.

import { html, svg } from '/webjars/lit-html/lit-html.js';
import { ago, lasting, moment, t } from '../i18n.js';
import { address, follow, HOME } from '../state.js';

const FEEDS = { ...HOME, view: 'settings', section: 'feeds' };
const NAMED = 3;
const WIDE = 1_000;
const LANE = 8;
const HIGHEST = 64;

const isOpen = (told) => told.outages.some((o) => !o.to);

function deaf(source) {
  const since = source.lastSuccess ? t('coverage.since', { ago: ago(source.lastSuccess) }) : t('coverage.never');
  return html`<span class="tag negative">${source.state === 'paused' ? '‖' : '✗'} <bdi>${source.source}</bdi> · ${source.state === 'paused' ? t('source.paused') : since}</span>`;
}

/** The part of an outage that lies in the period, in milliseconds since 1970. */
function cut(outage, period) {
  return [Math.max(Date.parse(outage.from), period.from), Math.min(outage.to ? Date.parse(outage.to) : period.now, period.to)];
}

/** How long a source was not heard in a period, and how often. */
export function silence(told, period) {
  const whole = told.outages.map((o) => cut(o, period)).reduce((sum, [start, end]) => sum + end - start, 0);
  return { time: lasting(whole), n: told.outages.length };
}

function missed(told, period) {
  const [from, to] = cut(told.outages.at(-1), period).map((at) => moment(new Date(at).toISOString()));
  return html`<li><bdi>${told.source}</bdi>: ${t('coverage.missed', silence(told, period))} ${isOpen(told)
    ? t('coverage.open-since', { from: moment(told.outages.at(-1).from) })
    : t('coverage.last', { from, to })}</li>`;
}

/** One lane a source: heard, not heard, and not known from before it was watched or after now. */
function bar(outages, period) {
  const x = (at) => Math.round((WIDE * (Math.min(Math.max(at, period.from), period.to) - period.from)) / (period.to - period.from));
  const lane = (told, i) => {
    const from = x(Date.parse(told.since));
    const part = (look, start, end) => svg`<rect class=${look} x=${start} y=${i * LANE} width=${Math.max(0, end - start)} height=${LANE - 2}></rect>`;
    return svg`${part('unknown', 0, WIDE)}${part('heard', from, x(period.now))}${told.outages.map((o) => {
      const [start, end] = cut(o, period);
      // an outage is seen, however short beside the period
      return part('missed', x(start), Math.max(x(end), x(start) + 3));
    })}`;
  };
  return html`<svg viewBox=${`0 0 ${WIDE} ${outages.length * LANE}`} height=${Math.min(HIGHEST, outages.length * LANE)} preserveAspectRatio="none" aria-hidden="true">${outages.map(lane)}</svg>`;
}

/**
 * @param answer nothing before it was read; a product without sources of its own is fed by pushes, which are not asked for
 * @param span from and to, as addresses have them
 */
export function coverage(answer, span, now = Date.now()) {
  const sources = answer?.sources ?? [];
  if (!sources.length) return '';
  const period = { from: Date.parse(span.from), to: Date.parse(span.to), now };
  const outages = answer.outages ?? [];
  const closed = new Set(outages.filter(isOpen).map((told) => told.source));
  const listening = sources.filter((s) => s.state === 'up' && !closed.has(s.source));
  const others = sources.filter((s) => !listening.includes(s));
  const missing = outages.filter((told) => told.outages.length);
  const since = outages.map((told) => told.since).sort().at(-1);
  return html`
    <section class="panel coverage" aria-label=${t('coverage.title')}>
      <span>${t('coverage.up', { n: listening.length, of: sources.length })}</span>
      ${others.slice(0, NAMED).map(deaf)} ${others.length > NAMED ? html`<span>${t('coverage.more', { n: others.length - NAMED })}</span>` : ''}
      <a href=${address(FEEDS)} @click=${follow(FEEDS)}>${t('coverage.open')}</a>
      ${outages.length ? html`
        ${bar(outages, period)}
        ${missing.length ? html`<ul class="plainly">${missing.slice(0, NAMED).map((told) => missed(told, period))}
          ${missing.length > NAMED ? html`<li>${t('coverage.more', { n: missing.length - NAMED })}</li>` : ''}</ul>` : html`<span>${t('coverage.whole')}</span>`}
        ${Date.parse(since) > period.from ? html`<span>${t('coverage.known', { from: moment(since), n: outages.length })}</span>` : ''}` : ''}
    </section>`;
}
