// The wall: brands one after the other on a screen that hangs in a room. It turns, heals and stays on by itself.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../api.js';
import { atMostEvery, listen } from '../live.js';
import { range, state } from '../state.js';
import { moment, t, time } from '../i18n.js';
import { keepAwake } from '../wall/awake.js';
import { controls } from '../wall/controls.js';
import { page } from '../wall/page.js';

const TURN = 20_000;
const AGAIN = 15_000;
const STILL = 4_000;
const SETTLED = 3_000;
const SHOWN = 6;
const STEPS = { '24h': '1h' };

export function wall({ draw, brands }) {
  const data = new Map();
  const aborts = new Map();
  const seen = { at: 0, paused: false, still: false, live: 'starting', problem: false, readAt: null };
  const theme = document.documentElement.dataset.theme;
  let turning = 0;
  let resting = 0;
  let settling = 0;
  let asked = '';

  const shown = () => {
    const { brand, brands: listed } = state();
    const wanted = listed ? listed.split(',') : brand ? [brand] : [];
    const found = wanted.map((id) => brands.find((b) => b.id === id)).filter(Boolean);
    return found.length ? found : brands;
  };
  const current = () => shown()[seen.at % shown().length];

  /** Figures of one moment together: an answer of half of them would contradict itself. */
  async function read(brand) {
    aborts.get(brand.id)?.abort();
    const abort = new AbortController();
    aborts.set(brand.id, abort);
    const { from, to, interval } = range(state());
    const of = { brand: brand.id, from, to };
    const get = (path, query) => api.get(path, query, abort.signal);
    try {
      const [summary, timeline, mentions, alerts] = await Promise.all([
        get('/api/stats/summary', of),
        get('/api/stats/timeline', { ...of, interval: STEPS[state().period] ?? interval }),
        get('/api/mentions', { ...of, sort: 'recent', size: SHOWN }),
        get('/api/alerts', { brand: brand.id, state: 'open' }),
      ]);
      data.set(brand.id, { summary, timeline, page: mentions, alerts });
      Object.assign(seen, { problem: false, readAt: new Date().toISOString() });
    } catch (e) {
      if (e.name === 'AbortError') return;
      seen.problem = true;
    } finally {
      if (aborts.get(brand.id) === abort) aborts.delete(brand.id);
    }
    draw();
  }

  const readCurrent = () => { if (!aborts.has(current().id)) read(current()); };
  const soon = atMostEvery(2_000, readCurrent);

  function schedule() {
    clearTimeout(turning);
    if (!seen.paused && shown().length > 1) turning = setTimeout(() => turn(1), TURN);
  }

  function turn(by) {
    const many = shown().length;
    seen.at = (seen.at + by + many) % many;
    schedule();
    read(current());
    draw();
  }

  function pause() {
    seen.paused = !seen.paused;
    schedule();
    draw();
  }

  function stirred() {
    clearTimeout(resting);
    resting = setTimeout(() => { seen.still = true; draw(); }, STILL);
    if (!seen.still) return;
    seen.still = false;
    draw();
  }

  function pressed(e) {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    stirred();
    // what has the focus keeps its own keys
    const own = e.target.closest?.('select, input, summary, button, a');
    if (e.key === ' ' && !own) pause();
    else if (e.key === 'ArrowRight' && !e.target.closest?.('select, input')) turn(1);
    else if (e.key === 'ArrowLeft' && !e.target.closest?.('select, input')) turn(-1);
    // most browsers do so by themselves
    else if (e.key === 'Escape' && document.fullscreenElement) document.exitFullscreen();
    else return;
    e.preventDefault();
  }

  const stirs = ['pointermove', 'pointerdown', 'focusin'];
  stirs.forEach((name) => addEventListener(name, stirred));
  addEventListener('keydown', pressed);
  document.addEventListener('fullscreenchange', draw);
  const awake = keepAwake();
  function heard(item) {
    if (item.brand !== current().id) return;
    soon();
    // what was just heard is found by a search only a moment later
    clearTimeout(settling);
    settling = setTimeout(readCurrent, SETTLED);
  }

  const line = listen('', {
    mention: heard,
    alert: heard,
    status: (s) => {
      if (s === 'on' && seen.live !== 'on') readCurrent();
      seen.live = s;
      draw();
    },
    reset: readCurrent,
  });
  const clock = setInterval(readCurrent, AGAIN);
  stirred();

  function update() {
    const { light, period, from, to, brand, brands: listed } = state();
    document.documentElement.dataset.theme = light ? 'light' : 'dark';
    const next = `${period}|${from}|${to}|${brand}|${listed}`;
    if (next === asked) return;
    asked = next;
    data.clear();
    seen.at = 0;
    schedule();
    read(current());
  }

  const isLost = () => ['waiting', 'off'].includes(seen.live) || seen.problem;

  function status() {
    if (!isLost() && seen.live === 'starting') return '';
    if (!isLost()) return html`<span class="live on">${t('live.on')}</span>`;
    return html`<span class="live off">${seen.readAt ? t('wall.lost', { time: moment(seen.readAt) }) : t('live.waiting')}</span>`;
  }

  return {
    bare: true,
    update,
    again: readCurrent,
    leave() {
      clearTimeout(turning);
      clearTimeout(resting);
      clearTimeout(settling);
      clearInterval(clock);
      stirs.forEach((name) => removeEventListener(name, stirred));
      removeEventListener('keydown', pressed);
      document.removeEventListener('fullscreenchange', draw);
      aborts.forEach((a) => a.abort());
      line();
      awake();
      document.documentElement.dataset.theme = theme;
      if (document.fullscreenElement) document.exitFullscreen();
    },
    template: () => {
      const all = shown();
      const brand = current();
      const now = Date.now();
      return html`
        <main class=${`wall ${seen.still ? 'still' : ''}`} id="content" tabindex="-1">
          <header class="wall-head">
            <h1 dir="auto">${brand.name}</h1>
            <p><span>${t(`period.${state().period}`)}</span> <span role="status">${status()}</span>
              ${seen.paused ? html`<b>‖ ${t('wall.paused')}</b>` : ''}
              ${all.length > 1 ? html`<span>${t('wall.page', { n: seen.at % all.length + 1, of: all.length })}</span>` : ''}
              <time>${time(now)}</time></p>
          </header>
          ${page(brand, data.get(brand.id) ?? {}, now)}
          ${controls({ brands, shown: all, period: state().period, light: state().light, paused: seen.paused }, { pause, turn })}
        </main>`;
    },
  };
}
