// The brands that are followed, each with what is listened for.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';
import { MAY_FOLLOW } from '../views/brand-form.js';
import { brandName, languageName } from '../parts/names.js';
import { address, follow, HOME } from '../state.js';

const SHOWN = 3;

export function brandList(brands, session) {
  const may = MAY_FOLLOW.includes(session.role);
  const link = (to, label, look) => html`<a class=${look} href=${address(to)} @click=${follow(to)}>${label}</a>`;
  const one = (b) => {
    const to = { ...HOME, view: 'queries', brand: b.id };
    const facts = [
      b.language ? languageName(b.language) : '',
      (b.hashtags ?? []).map((tag) => `#${tag}`).join(' '),
      (b.competitors ?? []).length ? t('tracking.beside', { names: b.competitors.map((id) => brandName(brands, id)).join(', ') }) : '',
    ].filter(Boolean);
    return html`
      <li class="rule">
        <h3><bdi>${b.name}</bdi></h3>
        ${b.queries.slice(0, SHOWN).map((q) => html`<pre class="query">${q.query}</pre>`)}
        ${b.queries.length > SHOWN ? html`<p class="why">${t('tracking.more', { n: b.queries.length - SHOWN })}</p>` : ''}
        ${facts.length ? html`<p class="why">${facts.join(' · ')}</p>` : ''}
        <p class="actions">${link(to, html`${t(may ? 'rule.edit' : 'rule.see')}<span class="hidden-visually"> ${b.name}</span>`, 'button')}</p>
      </li>`;
  };
  return html`
    <section class="panel" id="followed" aria-labelledby="followed-title">
      <header><h2 id="followed-title">${t('tracking.brands')}</h2>
        ${may ? link({ ...HOME, view: 'brand', brand: '' }, t('brand.new'), 'button primary') : ''}</header>
      <p class="why">${t('tracking.brands.text')}</p>
      <ul class="rules">${brands.map(one)}</ul>
    </section>`;
}
