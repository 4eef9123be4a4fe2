// After a brand was added: how its first post comes in, and the first mention when it does.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../api.js';
import { listen } from '../live.js';
import { address, follow, HOME, state } from '../state.js';
import { t } from '../i18n.js';
import { card } from '../parts/mention.js';
import { said } from '../parts/said.js';
import { pushLines } from '../start/proposal.js';
import { steps } from '../start/steps.js';

const AGAIN = 15_000;
const SHOWN = 3;
const WEEKS = 5 * 7 * 86_400_000;

export function started({ draw, brands }) {
  const brand = brands.find((b) => b.id === state().brand);
  const words = t('start.example', { brand: brand.name });
  const pending = Boolean(history.state?.pending);
  const data = { mentions: [], live: 'waiting', copied: '', caught: true, problem: '', at: Date.now() };
  let left = false;

  async function load() {
    try {
      const answer = await api.get('/api/mentions', { brand: brand.id, from: new Date(Date.now() - WEEKS).toISOString(), sort: 'recent', size: SHOWN });
      take(answer.items);
      data.problem = '';
    } catch (e) {
      data.problem = said(e);
    }
    if (!left) draw();
  }

  function take(items) {
    const known = new Set();
    data.mentions = [...items, ...data.mentions].filter((m) => !known.has(m.mentionId) && known.add(m.mentionId)).slice(0, SHOWN);
  }

  /** An example that the brand's own query would pass over would leave somebody waiting for nothing. */
  async function tryExample() {
    try {
      const answer = await api.post('/api/queries/check', { query: brand.queries[0]?.query ?? '', texts: [words] });
      data.caught = answer.texts?.[0]?.matches !== false;
      if (!left) draw();
    } catch { /* it is only a courtesy */ }
  }

  async function copy() {
    data.at = Date.now();
    draw();
    const lines = document.getElementById('push-lines');
    try {
      await navigator.clipboard.writeText(lines.textContent);
      data.copied = t('start.copied');
    } catch {
      // pages without https have no clipboard
      getSelection().selectAllChildren(lines);
      data.copied = t('start.marked');
    }
    draw();
  }

  const stop = listen(brand.id, {
    mention: (m) => { take([m]); draw(); },
    alert: () => {},
    status: (s) => {
      if (s === 'on' && data.live !== 'on') load();
      data.live = s;
      draw();
    },
    reset: load,
  });
  const clock = setInterval(() => data.mentions.length || load(), AGAIN);
  load();
  tryExample();

  const to = (changes, label, look = 'button') => {
    const there = { ...HOME, brand: brand.id, ...changes };
    return html`<a class=${look} href=${address(there)} @click=${follow(there)}>${label}</a>`;
  };

  const arrivals = () => html`
    <section class=${`panel start ${data.mentions.length ? 'arrived' : ''}`} aria-labelledby="first-title">
      <header><h2 id="first-title">${data.mentions.length ? t('start.arrived') : t('start.waiting')}</h2>
        <span class=${`live ${data.live}`}>${t(`live.${data.live}`)}</span></header>
      <div id="first-mentions" aria-live="polite">
        ${data.mentions.length
          ? html`<ol class="feed">${data.mentions.map((m) => html`<li class="arriving">${card(m)}</li>`)}</ol>`
          : html`<p class="awaited">${t('start.waiting.text')}</p>`}
      </div>
      ${data.problem ? html`<p class="error" role="alert">${data.problem}</p>` : ''}
      <p class="actions">${to({ view: '' }, t('start.overview'), data.mentions.length ? 'button primary' : 'button')}</p>
    </section>`;

  return {
    update() {},
    leave() {
      left = true;
      stop();
      clearInterval(clock);
    },
    template: () => html`
      <section class="panel start" aria-labelledby="started-title">
        ${steps(data.mentions.length ? 3 : 1)}
        <header><h2 id="started-title">${t('start.saved', { brand: brand.name })}</h2></header>
        <p role="status">${pending ? t('brand.pending') : t('brand.saved')}</p>
      </section>
      <div class="beginning">
        <section class="panel start" aria-labelledby="next-title">
          <header><h2 id="next-title">${t('start.next')}</h2></header>
          <h3>${t('start.push')}</h3>
          <p>${t('start.push.text')}</p>
          <pre class="lines" id="push-lines" tabindex="0" role="region" aria-label=${t('start.push')}>${pushLines(words, data.at)}</pre>
          ${data.caught ? '' : html`<p class="error">${t('start.push.missed')}</p>`}
          <p class="actions"><button @click=${copy}>${t('start.copy')}</button> <span role="status">${data.copied}</span></p>
          <h3>${t('start.import')}</h3>
          <p>${t('start.import.text')}</p>
          <pre class="lines" tabindex="0" role="region" aria-label=${t('start.import')}>./vigie import posts.ndjson.gz</pre>
          <h3>${t('start.history')}</h3>
          <p>${t('start.history.text')} ${to({ view: 'queries' }, t('start.history.open'), '')}</p>
          <h3>${t('start.feeds')}</h3>
          <p>${t('start.feeds.text')} ${to({ view: 'settings' }, t('settings.open'), '')}</p>
        </section>
        ${arrivals()}
      </div>`,
  };
}
