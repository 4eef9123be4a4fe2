// What can be set on the wall: shown while somebody is there, by mouse or by keyboard.

import { html } from '/webjars/lit-html/lit-html.js';
import { address, follow, go, HOME, periods } from '../state.js';
import { t } from '../i18n.js';

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

/** All of them is said by naming none, so that a brand that is added later appears, too. */
function choose(all, shown, id, isOn) {
  const chosen = all.map((b) => b.id).filter((one) => (one === id ? isOn : shown.some((b) => b.id === one)));
  go({ brand: '', brands: chosen.length === all.length ? '' : chosen.join(',') }, true);
}

export function controls({ brands, shown, period, light, paused }, { pause, turn }) {
  const home = HOME;
  const several = shown.length > 1;
  return html`
    <div class="wall-controls" role="toolbar" aria-label=${t('wall.controls')}>
      ${several ? html`
        <button aria-label=${t('wall.before')} title=${`${t('wall.before')} (←)`} @click=${() => turn(-1)}>←</button>
        <button aria-pressed=${paused} title=${t('wall.space')} @click=${pause}>${t(paused ? 'live.resume' : 'live.pause')}</button>
        <button aria-label=${t('wall.next')} title=${`${t('wall.next')} (→)`} @click=${() => turn(1)}>→</button>` : ''}
      <label><span class="hidden-visually">${t('period.label')}</span>
        <select @change=${(e) => go({ period: e.target.value, from: '', to: '' }, true)}>${periods.map((p) => html`<option value=${p} ?selected=${p === period}>${t(`period.${p}`)}</option>`)}</select></label>
      <details><summary class="button">${t('wall.brands')}</summary>
        <div class="wall-brands">${brands.map((b) => {
          const isOn = shown.some((one) => one.id === b.id);
          return html`<label class="check"><input type="checkbox" .checked=${isOn} ?disabled=${isOn && shown.length === 1} @change=${(e) => choose(brands, shown, b.id, e.target.checked)}> <bdi>${b.name}</bdi></label>`;
        })}</div></details>
      <button @click=${() => go({ light: light ? '' : '1' }, true)}>${t(light ? 'wall.dark' : 'wall.light')}</button>
      ${document.fullscreenEnabled ? html`<button @click=${fullScreen}>${t(document.fullscreenElement ? 'wall.full.leave' : 'wall.full')}</button>` : ''}
      <a class="button" href=${address(home)} @click=${follow(home)}>${t('wall.leave')}</a>
    </div>`;
}
