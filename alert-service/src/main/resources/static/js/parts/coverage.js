// Whether the sources listen: few mentions may mean few posts, or a source that is down.

import { html } from '/webjars/lit-html/lit-html.js';
import { ago, t } from '../i18n.js';
import { address, follow, HOME } from '../state.js';

const FEEDS = { ...HOME, view: 'settings', section: 'feeds' };
const NAMED = 3;

function deaf(source) {
  const since = source.lastSuccess ? t('coverage.since', { ago: ago(source.lastSuccess) }) : t('coverage.never');
  return html`<span class="tag negative">${source.state === 'paused' ? '‖' : '✗'} <bdi>${source.source}</bdi> · ${source.state === 'paused' ? t('source.paused') : since}</span>`;
}

/** @param answer nothing before it was read; a product without sources of its own is fed by pushes */
export function coverage(answer) {
  const sources = answer?.sources ?? [];
  if (!sources.length) return '';
  const listening = sources.filter((s) => s.state === 'up');
  const others = sources.filter((s) => s.state !== 'up');
  const share = (100 * listening.length) / sources.length;
  return html`
    <section class="panel coverage" aria-label=${t('coverage.title')}>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="whole" width="100" height="4"></rect><rect class="heard" width=${share} height="4"></rect></svg>
      <span>${t('coverage.up', { n: listening.length, of: sources.length })}</span>
      ${others.slice(0, NAMED).map(deaf)} ${others.length > NAMED ? html`<span>${t('coverage.more', { n: others.length - NAMED })}</span>` : ''}
      <a href=${address(FEEDS)} @click=${follow(FEEDS)}>${t('coverage.open')}</a>
    </section>`;
}
