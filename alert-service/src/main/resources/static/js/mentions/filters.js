// What narrows the list: controls for the usual, and a chip that can be taken away for each that is set.

import { html } from '/webjars/lit-html/lit-html.js';
import { day, moment, number, t } from '../i18n.js';
import { chip } from '../parts/chip.js';
import { languageName, platformName } from '../parts/names.js';
import { SHAPES } from '../parts/mention.js';
import { go } from '../state.js';
import { NARROWING, SORTS } from './wanted.js';

const LABELS = ['', 'negative', 'neutral', 'positive'];
const SPREADING = ['', '20', '50', '80'];

const WORDS = {
  sentiment: (v) => (LABELS.includes(v) ? t(`sentiment.${v}`) : v),
  platform: platformName,
  lang: languageName,
  hashtag: (v) => `#${v.replace(/^#/, '')}`,
  minVirality: (v) => t('mentions.atLeast', { n: v }),
  handled: (v) => t(v === 'true' ? 'mentions.handled.true' : 'mentions.handled.false'),
  voice: (v) => (['own', 'sponsored', 'others'].includes(v) ? t(`mentions.voice.${v}`) : v),
};

const change = (name) => (e) => go({ [name]: e.target.value });

export const choice = (name, label, value, options) => html`
  <label>${label}<select name=${name} @change=${change(name)}>
    ${options.map(([key, words]) => html`<option value=${key} ?selected=${key === value}>${words}</option>`)}
    ${options.some(([key]) => key === value) ? '' : html`<option value=${value} selected>${value}</option>`}
  </select></label>`;

const counted = (items, name) => [['', t('mentions.any')], ...(items ?? []).map((i) => [i.key, `${name(i.key)} (${number(i.mentions)})`])];

const local = (iso) => {
  if (!iso || Number.isNaN(Date.parse(iso))) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

function dates({ period, from, to }) {
  const set = (e) => {
    e.preventDefault();
    const form = new FormData(e.target);
    const iso = (name) => (form.get(name) ? new Date(form.get(name)).toISOString() : '');
    if (iso('from') && iso('to') && iso('from') < iso('to')) go({ period: 'custom', from: iso('from'), to: iso('to') });
  };
  return html`
    <form class="line" @submit=${set}>
      <label>${t('mentions.from')}<input type="datetime-local" name="from" required .value=${period === 'custom' ? local(from) : ''}></label>
      <label>${t('mentions.to')}<input type="datetime-local" name="to" required .value=${period === 'custom' ? local(to) : ''}></label>
      <button>${t('mentions.dates.go')}</button>
    </form>`;
}

export function filters(wanted, counts, more) {
  const { filters: f, sort, grouped } = wanted;
  const sorts = grouped ? ['recent', 'viral'] : SORTS;
  return html`<div class="controls">
    <div class="tags" role="group" aria-label=${t('sentiment.filter')}>
      ${LABELS.map((l) => html`<button aria-pressed=${f.sentiment === l} @click=${() => go({ sentiment: l })}>${l ? `${SHAPES[l]} ` : ''}${t(`sentiment.${l || 'all'}`)}</button>`)}
    </div>
    <details class="narrowing">
      <summary>${t('mentions.filters')}</summary>
      <div class="pair">
        ${choice('platform', t('platforms.platform'), f.platform, counted(counts.platform, platformName))}
        ${choice('lang', t('platforms.lang'), f.lang, counted(counts.lang, languageName))}
        ${choice('hashtag', t('platforms.hashtag'), f.hashtag, counted(counts.hashtag, (k) => `#${k}`))}
        ${choice('minVirality', t('mentions.spreading'), f.minVirality, SPREADING.map((v) => [v, v ? t('mentions.atLeast', { n: v }) : t('mentions.any')]))}
        ${more}
      </div>
      ${dates(wanted)}
    </details>
    <div class="line ordering">
      ${choice('sort', t('mentions.sort'), sorts.includes(sort) ? sort : 'recent', sorts.map((s) => [s, t(grouped ? `mentions.sort.stories.${s}` : `mentions.sort.${s}`)]))}
      <button aria-pressed=${grouped} @click=${() => go({ group: grouped ? '' : 'story', story: '' })}>${t('mentions.group')}</button>
    </div></div>`;
}

export function chips({ filters: f, period, from, to }) {
  const set = NARROWING.filter((name) => f[name]);
  const custom = period === 'custom';
  if (!set.length && !custom) return '';
  const until = to ? moment(to) : t('mentions.now');
  return html`
    <ul class="chips" aria-label=${t('mentions.narrowed')}>
      ${custom ? chip(t('period.label'), from && to && to.slice(0, 10) === from.slice(0, 10) ? `${moment(from)} – ${until}` : `${from ? day(from) : ''} – ${until}`, { period: '', from: '', to: '' }) : ''}
      ${set.map((name) => chip(t(`mentions.by.${name}`), (WORDS[name]?.(f[name]) ?? f[name]).slice(0, 120), { [name]: '' }))}
      ${set.length > 1 ? html`<li><button class="quiet" @click=${() => go({ ...Object.fromEntries(NARROWING.map((n) => [n, ''])), period: '', from: '', to: '' })}>${t('mentions.removeAll')}</button></li>` : ''}
    </ul>`;
}
