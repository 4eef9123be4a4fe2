// One brand (or all) over a period: figures, timeline, alerts, and the live feed.

import { html } from '/webjars/lit-html/lit-html.js';
import { guard } from '/webjars/lit-html/directives/guard.js';
import { api } from '../api.js';
import { atMostEvery, listen } from '../live.js';
import { before, range, state } from '../state.js';
import { t } from '../i18n.js';
import { figures } from '../parts/figures.js';
import { timeline } from '../parts/timeline.js';
import { liveFeed, SHOWN } from '../parts/feed.js';
import { alertList, banner } from '../parts/alerts.js';
import { breakdowns } from '../parts/breakdowns.js';
import { spreading } from '../parts/spreading.js';
import { hashtags } from '../parts/hashtags.js';
import { isOpen, reachInputs } from '../parts/reach.js';
import { coverage } from '../parts/coverage.js';
import { heat } from '../parts/heat.js';
import { zoneOf } from '../parts/zone.js';

const ROWS = 6;
const PARTS = ['platform', 'lang'];
const PLACES = ['country', 'site'];
/** By hours a longer period would be more bars than an answer holds. */
const LONGEST_HOURS = 92 * 24 * 3_600_000;
const SLOW = ['emerging', 'stories', 'authors'];

export function overview({ draw, brands, session }) {
  const data = { live: 'waiting' };
  const feed = liveFeed(draw);
  const aborts = new Map();
  const problems = new Map();
  let asked = null;
  let late = false;

  const filters = () => {
    const { brand, sentiment } = state();
    const { from, to } = range(state());
    return { brand, from, to, sentiment };
  };

  // Each kind of reading replaces the one of the same kind still under way, so an old answer never overwrites a new one.
  async function read(kind, path, query) {
    aborts.get(kind)?.abort();
    const abort = new AbortController();
    aborts.set(kind, abort);
    try {
      data[kind] = await api.get(path, query, abort.signal);
      problems.delete(kind);
    } catch (e) {
      if (e.name === 'AbortError') return;
      problems.set(kind, e);
    } finally {
      if (aborts.get(kind) === abort) aborts.delete(kind);
    }
    if (late && !asking()) soonNumbers();
    draw();
  }

  // Nothing of one period or label is shown under the name of another, however long the new answer takes.
  function forgetOthers() {
    const { period: name, from, to, sentiment, tags } = state();
    const next = { period: `${name}|${from}|${to}`, sentiment, tags };
    const moved = asked && asked.period !== next.period;
    if (moved) for (const kind of ['summary', 'share', 'shareBefore', 'timeline', 'hours', 'hashtags', 'reach', ...PARTS, ...PLACES, ...SLOW]) delete data[kind];
    if (moved || asked && asked.sentiment !== sentiment) {
      delete data.page;
      feed.forget();
    }
    if (asked && asked.tags !== tags) delete data.hashtags;
    asked = next;
  }

  function numbers() {
    const { brand, from, to } = filters();
    const { interval } = range(state());
    read('summary', '/api/stats/summary', { brand, from, to });
    read('timeline', '/api/stats/timeline', { brand, from, to, interval });
    for (const by of PARTS) read(by, '/api/stats/breakdown', { brand, from, to, by });
    if (isOpen(state())) read('reach', '/api/stats/reach', { brand, from, to });
  }

  // looked through whole texts and accounts: not with each new mention
  function slowNumbers() {
    const { brand, from, to } = filters();
    for (const kind of SLOW) read(kind, `/api/stats/${kind}`, { brand, from, to, size: ROWS });
    const { interval } = range(state());
    if (interval === '1d' && Date.parse(to) - Date.parse(from) <= LONGEST_HOURS) read('hours', '/api/stats/timeline', { brand, from, to, interval: '1h' });
    for (const by of PLACES) read(by, '/api/stats/breakdown', { brand, from, to, by });
    if (brand) {
      read('share', '/api/stats/share-of-voice', { brand, from, to });
      read('shareBefore', '/api/stats/share-of-voice', { brand, ...before({ from, to }) });
    }
    read('coverage', '/api/stats/coverage', { brand, from, to });
    read('hashtags', '/api/stats/hashtags', { brand, from, to, size: ROWS, sort: state().tags === 'rising' ? 'rising' : 'top' });
  }

  async function mentions() {
    await read('page', '/api/mentions', { ...filters(), sort: 'recent', size: SHOWN });
    feed.read(data.page);
  }

  function alerts() {
    const { brand } = state();
    read('alerts', '/api/alerts', { brand });
  }

  // While posts pour in the index answers slowly; asking anew before it has answered would mean never to see an answer.
  const asking = () => aborts.has('summary') || aborts.has('timeline');
  const refreshNumbers = () => {
    late = asking();
    if (!late) numbers();
  };
  const soonNumbers = atMostEvery(2_000, refreshNumbers);
  const soonAlerts = atMostEvery(500, alerts);

  function arrived(item) {
    const { sentiment, period } = state();
    soonNumbers();
    if (period === 'custom' || item.change && item.change !== 'first') return;
    if (sentiment && item.sentiment?.label !== sentiment) return;
    // a back-fill arrives on the same road; what was said long ago is not news
    if (Date.now() - Date.parse(item.publishedAt) > 3_600_000) return;
    feed.arrived(item);
  }

  let stop = () => {};
  let listeningTo = null;

  function connect() {
    const { brand } = state();
    if (listeningTo === brand) return;
    stop();
    listeningTo = brand;
    let heardBefore = false;
    stop = listen(brand, {
      mention: arrived,
      alert: soonAlerts,
      status: (s) => {
        // back again: something may have been missed. At first everything is being read anyway, and only the newest may be
        if (s === 'on' && data.live !== 'on') {
          if (heardBefore || problems.size) all(); else mentions();
          heardBefore = true;
        }
        data.live = s;
        draw();
      },
      reset: all,
    });
  }

  function all() {
    numbers();
    slowNumbers();
    mentions();
    alerts();
  }

  // a moving period moves although nothing arrives
  const clock = setInterval(() => { refreshNumbers(); slowNumbers(); }, 30_000);

  const handlers = {
    act: async (alert, verb) => {
      try {
        await api.post(`/api/alerts/${encodeURIComponent(alert.id)}/${verb}`);
        problems.delete('act');
      } catch (e) {
        problems.set('act', e);
      }
      alerts();
      soonNumbers();
    },
  };

  return {
    update() {
      forgetOthers();
      connect();
      all();
    },
    again() {
      problems.clear();
      all();
    },
    leave() {
      stop();
      clearInterval(clock);
      aborts.forEach((a) => a.abort());
    },
    template: () => html`
      ${problem([...problems.values()][0])}
      ${banner(data.alerts?.items, brands)}
      ${figures(data, brands.find((b) => b.id === state().brand), state())}
      ${reachInputs(data.reach, state())}
      ${coverage(data.coverage, filters())}
      <div class="columns">
        <div class="feed">
          ${seldom([data.timeline, data.alerts], () => timeline(data.timeline, data.alerts?.items ?? [], state()))}
          ${seldom([data.hours ?? data.timeline], () => heat(data.hours ?? data.timeline, zoneOf(brands)))}
          ${feed.template(data, state())}
        </div>
        <div class="feed">
          ${alertList(data.alerts?.items, brands, session, handlers)}
          ${breakdowns(data)}
          ${hashtags(data.hashtags, state())}
          ${spreading(data)}
        </div>
      </div>`,
  };
}

/** The chart and the large tables cost a tenth of a second: they are drawn anew for new figures or another address, not for each mention. */
const seldom = (figures, part) => guard([...figures, location.search, document.documentElement.lang], part);

function problem(error) {
  if (!error) return '';
  const sentence = error.status === 0 ? t('error.offline')
    : error.status === 403 ? t('error.forbidden') : t('error.other', { detail: error.message });
  return html`<p class="panel error" role="alert">${sentence}</p>`;
}
