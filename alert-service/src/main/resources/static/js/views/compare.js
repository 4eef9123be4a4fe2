// Brands and competitors side by side. Which ones, and over which time, is all in the address.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../api.js';
import { go, HOME, range, state } from '../state.js';
import { t } from '../i18n.js';
import { differences } from '../compare/differences.js';
import { figuresOf, shares, topicsOf } from '../compare/columns.js';
import { lines } from '../compare/lines.js';
import { said } from '../parts/said.js';
import { MAY_FOLLOW } from './brand-form.js';

const MOST = 6;
const TOPICS = 5;
const AGAIN = 60_000;
const PER_BRAND = ['summary', 'timeline', 'emerging', 'hashtags', 'limits'];

/** Those the address names, else the brand with its competitors, else the first few. */
export function compared(brands, { brand, others }) {
  const known = new Map(brands.map((b) => [b.id, b]));
  const asked = others ? others.split(',') : known.get(brand)?.competitors ?? [];
  const ids = [...new Set([brand, ...asked])].filter((id) => known.has(id));
  const enough = ids.length > 1 || others ? ids : [...new Set([...ids, ...brands.map((b) => b.id)])].slice(0, 4);
  return enough.slice(0, MOST).map((id) => known.get(id));
}

export function compare({ draw, brands, session }) {
  const data = { shares: null };
  for (const kind of PER_BRAND) data[kind] = new Map();
  const problems = new Map();
  let abort = new AbortController();
  let asked = '';

  async function read(kind, brand, path, query) {
    const { signal } = abort;
    const of = brand ? `${kind} ${brand.id}` : kind;
    try {
      const answer = await api.get(path, query, signal);
      if (brand) data[kind].set(brand.id, answer); else data[kind] = answer;
      problems.delete(of);
    } catch (e) {
      if (e.name === 'AbortError') return;
      problems.set(of, e);
    }
    draw();
  }

  function all() {
    abort.abort();
    abort = new AbortController();
    const chosen = compared(brands, state());
    if (chosen.length < 2) return;
    const { from, to, interval } = range(state());
    // one clock for all, or their days would not be the same days
    const timeZone = chosen[0].timeZone ?? 'UTC';
    read('shares', null, '/api/stats/share-of-voice', { brand: chosen.map((b) => b.id).join(','), from, to });
    for (const b of chosen) {
      read('limits', b, `/api/brands/${encodeURIComponent(b.id)}/limits`);
      read('summary', b, '/api/stats/summary', { brand: b.id, from, to });
      read('timeline', b, '/api/stats/timeline', { brand: b.id, from, to, interval, timeZone });
      read('emerging', b, '/api/stats/emerging', { brand: b.id, from, to, size: TOPICS });
      read('hashtags', b, '/api/stats/hashtags', { brand: b.id, from, to, size: TOPICS });
    }
  }

  const clock = setInterval(all, AGAIN);

  function choose(id, on) {
    const now = compared(brands, state()).map((b) => b.id);
    const next = on ? [...now, id] : now.filter((other) => other !== id);
    const { brand } = state();
    go({ brand: next.includes(brand) ? brand : next[0] ?? '', others: next.join(',') });
  }

  return {
    update() {
      const { period, from, to } = state();
      const now = `${period}|${from}|${to}|${compared(brands, state()).map((b) => b.id).join()}`;
      if (now === asked) return;
      // nothing of one period is shown under the name of another
      if (asked) data.shares = null;
      if (asked && asked.split('|').slice(0, 3).join() !== now.split('|').slice(0, 3).join()) for (const kind of PER_BRAND) data[kind].clear();
      asked = now;
      all();
    },
    again() {
      problems.clear();
      all();
    },
    leave() {
      abort.abort();
      clearInterval(clock);
    },
    template() {
      const chosen = compared(brands, state());
      return html`
        ${problem([...problems.values()][0])}
        ${choice(brands, chosen, choose)}
        ${chosen.length < 2 ? tooFew(brands, session) : html`
          ${warning(chosen, data.limits)}
          ${shares(chosen, data.shares)}
          ${figuresOf(chosen, data.summary)}
          ${lines(chosen, data.timeline)}
          ${topicsOf(chosen, data.emerging, data.hashtags)}`}`;
    },
  };
}

function choice(brands, chosen, choose) {
  if (brands.length < 2) return '';
  const ids = new Set(chosen.map((b) => b.id));
  return html`
    <fieldset class="panel compared">
      <legend>${t('compare.which')}</legend>
      ${brands.map((b) => html`
        <label class="check"><input type="checkbox" name="compared" value=${b.id} .checked=${ids.has(b.id)}
          ?disabled=${!ids.has(b.id) && ids.size >= MOST} @change=${(e) => choose(b.id, e.target.checked)}> ${b.name}</label>`)}
      ${ids.size >= MOST ? html`<p class="why">${t('compare.most', { n: MOST })}</p>` : ''}
    </fieldset>`;
}

function warning(chosen, limits) {
  const found = differences(chosen, limits, range(state()).from);
  if (!found.length) return '';
  return html`
    <section class="panel differing" role="note" aria-labelledby="compare-differ">
      <h2 id="compare-differ">⚠ ${t('compare.differ')}</h2>
      <ul class="plainly">${found.map(([sentence, each]) => html`<li>${sentence} <span>${each.join(' · ')}</span></li>`)}</ul>
    </section>`;
}

function tooFew(brands, session) {
  const alone = brands.length < 2;
  return html`
    <section class="panel empty">
      <p>${t(alone ? 'compare.alone' : 'compare.choose')}</p>
      ${alone && MAY_FOLLOW.includes(session.role) ? html`<button class="primary" @click=${() => go({ ...HOME, view: 'brand', brand: '' })}>${t('brand.new')}</button>` : ''}
    </section>`;
}

const problem = (error) => (error ? html`<p class="panel error" role="alert">${said(error)}</p>` : '');
