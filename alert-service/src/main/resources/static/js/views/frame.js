// What surrounds every view: name, brand, period, language, theme.

import { html } from '/webjars/lit-html/lit-html.js';
import { live } from '/webjars/lit-html/directives/live.js';
import { t } from '../i18n.js';
import { dates } from '../parts/dates.js';
import { own } from './own.js';
import { isLost } from '../connection.js';
import { address, follow, go, HOME, periods, state } from '../state.js';

/** What the bar leads to, in its order. */
const VIEWS = [
  { view: '', key: 'views.overview' },
  { view: 'mentions', key: 'mentions.open' },
  { view: 'compare', key: 'compare.open' },
  { view: 'alerts', key: 'alerts.title' },
  { view: 'queries', key: 'queries.open' },
  { view: 'rules', key: 'rules.open' },
  { view: 'settings', key: 'settings.open' },
  { view: 'wall', key: 'wall.open' },
];

function links({ view, alert }) {
  const shown = ['overview', 'alert'].includes(view) && alert ? 'alerts' : view === 'overview' ? '' : view;
  const here = (v) => v.view === shown;
  return html`<nav class="bar-links" aria-label=${t('views.label')}>${VIEWS.map((v) => {
    const to = { ...HOME, view: v.view };
    return html`<a href=${address(to)} aria-current=${here(v) ? 'page' : 'false'} @click=${follow(to)}>${t(v.key)}</a>`;
  })}</nav>`;
}

/** Another brand in the same view, where that view is there for it. */
function switchBrand(view, brand) {
  const stays = VIEWS.some((v) => v.view === view);
  go({ ...HOME, view: stays ? view : '', brand });
}

/** What only those who do not see the page as a whole are told of it. */
const TITLES = { overview: 'views.overview', alert: 'alert.details', brand: 'brand.new', started: 'start.next', learnt: 'learnt.open' };

function title(shown, brands) {
  const named = brands?.find((b) => b.id === state().brand)?.name;
  const key = TITLES[shown] ?? VIEWS.find((v) => v.view === shown)?.key;
  return html`<h1 class="hidden-visually">${key ? t(key) : 'Vigie'}${named ? html` – <bdi>${named}</bdi>` : ''}</h1>`;
}

/** @param shown the view that is drawn, which the address may name otherwise */
export function frame({ session, brands, draw, signOut, shown, content }) {
  const { alert, brand, period, view } = state();
  const overTime = ['overview', 'mentions', 'compare'].includes(view) && !alert;
  return html`
    <a class="skip" href="#content">${t('app.skip')}</a>
    <header class="bar">
      <a class="name" href="/"><img src="/vigie.svg" alt=""> <span>Vigie</span></a>
      ${brands?.length ? links(state()) : ''}
      ${!brands?.length ? '' : html`<label><span class="hidden-visually">${t('brand.label')}</span>
        <select id="brand" @change=${(e) => switchBrand(view, e.target.value)}>
          <option value="" .selected=${live(!brand)}>${t('brand.all')}</option>
          ${brands.map((b) => html`<option value=${b.id} .selected=${live(b.id === brand)}>${b.name}</option>`)}
        </select></label>`}
      ${!overTime ? '' : html`<label><span class="hidden-visually">${t('period.label')}</span>
        <select id="period" @change=${(e) => go({ period: e.target.value, from: '', to: '' })}>
          ${periods.map((p) => html`<option value=${p} ?selected=${p === period}>${t(`period.${p}`)}</option>`)}
          ${period === 'custom' ? html`<option value="custom" selected>${t('period.custom')}</option>` : ''}
        </select></label>
        ${dates(brands, draw)}`}
      ${own({ session, mayAdd: brands?.length && view !== 'brand', draw, signOut })}
    </header>
    <div role="status">${isLost() ? html`<p class="banner">${t('app.lost')}</p>` : ''}</div>
    <main id="content" tabindex="-1">${title(shown, brands)}${content}</main>`;
}
