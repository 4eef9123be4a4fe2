// Where Vigie listens, and whether it hears: each source with its health and what it brought.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../../api.js';
import { ago, moment, number, t } from '../../i18n.js';
import { silence } from '../../parts/coverage.js';
import { platformName } from '../../parts/names.js';
import { said } from '../../parts/said.js';

const AGAIN = 15_000;
const WEEK = 7 * 86_400_000;
const STATES = ['up', 'down', 'paused'];
const SHAPES = { up: '✓', down: '✗', paused: '‖' };
const LOOKS = { up: 'positive', down: 'negative' };

export function feeds({ draw }) {
  const data = { sources: null, platforms: [], outages: [], from: 0, problem: '' };
  let timer = 0;
  let left = false;

  async function load() {
    clearTimeout(timer);
    try {
      const from = Date.now() - WEEK;
      const answer = await api.get('/api/stats/coverage', { from: new Date(from).toISOString() });
      Object.assign(data, answer, { from, problem: '' });
    } catch (e) {
      data.problem = said(e);
    }
    if (left) return;
    timer = setTimeout(load, AGAIN);
    draw();
  }

  const when = (iso) => (iso ? html`<time datetime=${iso} title=${moment(iso)}>${ago(iso)}</time>` : '–');

  // who only pushes is not asked, and so never silent
  function silent(source) {
    const told = data.outages.find((o) => o.source === source);
    if (!told) return '';
    const now = Date.now();
    const said = told.outages.length ? t('source.silent.for', silence(told, { from: data.from, to: now, now })) : t('source.silent.never');
    const known = Date.parse(told.since) > data.from ? t('coverage.known', { from: moment(told.since), n: 1 }) : '';
    return html`<div><dt>${t('source.silent')}</dt><dd>${said} ${known}</dd></div>`;
  }

  const one = (s) => html`
    <li class=${`rule ${s.state === 'up' ? '' : 'off'}`}>
      <p class="tags"><span class=${`tag ${LOOKS[s.state] ?? ''}`}>${SHAPES[s.state] ?? ''} ${STATES.includes(s.state) ? t(`source.${s.state}`) : s.state}</span></p>
      <h3><bdi>${s.source}</bdi></h3>
      ${s.error ? html`<p class="error"><bdi>${s.error}</bdi></p>` : ''}
      <dl class="facts">
        <div><dt>${t('source.reached')}</dt><dd>${when(s.lastSuccess)}</dd></div>
        <div><dt>${t('source.lastPost')}</dt><dd>${when(s.lastPost)}</dd></div>
        <div><dt>${t('source.posts')}</dt><dd>${number(s.posts)}</dd></div>
        <div><dt>${t('source.malformed')}</dt><dd>${number(s.malformed)}</dd></div>
        ${silent(s.source)}
      </dl>
      ${Object.keys(s.platforms ?? {}).length ? html`<p class="why"><bdi>${Object.entries(s.platforms).map(([platform, n]) => `${platformName(platform)} ${number(n)}`).join(' · ')}</bdi></p>` : ''}
    </li>`;

  return {
    update() { if (!data.sources) load(); },
    again: load,
    leave() {
      left = true;
      clearTimeout(timer);
    },
    template: () => html`
      ${data.problem ? html`<p class="panel error" role="alert">${data.problem}</p>` : ''}
      <section class="panel" id="feeds" aria-labelledby="feeds-title">
        <header><h2 id="feeds-title">${t('feeds.title')}</h2></header>
        <p class="why">${t('feeds.text')}</p>
        ${!data.sources ? (data.problem ? '' : html`<p class="loading" role="status">${t('app.loading')}</p>`) : html`
          <ul class="rules">${data.sources.map(one)}</ul>
          ${data.sources.length ? '' : html`<p class="empty">${t('feeds.empty')}</p>`}
          ${data.platforms.length ? html`<h3>${t('feeds.platforms')}</h3>
            <ul class="plainly">${data.platforms.map((p) => html`<li><bdi>${platformName(p.key)}</bdi>: ${number(p.mentions)}</li>`)}</ul>` : ''}`}
      </section>`,
  };
}
