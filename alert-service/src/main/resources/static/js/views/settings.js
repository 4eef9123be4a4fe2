// What administrators and people on duty set up, section by section. Who may not see a section is told so, and who may help.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';
import { address, follow, HOME, state } from '../state.js';
import { feeds } from './settings/feeds.js';
import { quarantine } from './settings/quarantine.js';
import { receivers } from './settings/receivers.js';
import { routing } from './settings/routing.js';
import { silences } from './settings/silences.js';

const EVERYBODY = ['viewer', 'analyst', 'responder', 'auditor', 'admin'];

/** In the order shown; the roles are those of the API. */
const SECTIONS = {
  receivers: { of: receivers, read: ['responder', 'auditor', 'admin'], write: ['admin'] },
  routing: { of: routing, read: ['responder', 'auditor', 'admin'], write: ['admin'] },
  silences: { of: silences, read: EVERYBODY, write: ['responder', 'admin'] },
  feeds: { of: feeds, read: EVERYBODY, write: [] },
  quarantine: { of: quarantine, read: ['analyst', 'auditor', 'admin'], write: ['admin'] },
};

const readable = (id, role) => SECTIONS[id].read.includes(role);
const roles = (list) => list.map((role) => t(`role.${role}`)).join(', ');

export function settings({ draw, brands, session }) {
  const wanted = () => {
    const { section } = state();
    return SECTIONS[section] ? section : Object.keys(SECTIONS).find((id) => readable(id, session.role)) ?? 'silences';
  };
  let shown = '';
  let item = state().item;
  let part = null;

  function links() {
    const link = (to, isHere, label) => html`<li><a href=${address(to)} aria-current=${isHere ? 'page' : 'false'} @click=${follow(to)}>${label}</a></li>`;
    return html`
      <nav class="sections" aria-label=${t('settings.sections')}><ul>
        ${Object.keys(SECTIONS).filter((id) => readable(id, session.role)).map((id) => link({ ...HOME, view: 'settings', section: id }, id === shown, t(`settings.${id}`)))}
        ${link({ ...HOME, view: 'rules' }, false, t('rules.open'))}
      </ul></nav>`;
  }

  const refused = () => html`
    <section class="panel" id="not-allowed">
      <h2>${t('settings.refused')}</h2>
      <p>${t('settings.refused.text', { section: t(`settings.${shown}`), role: t(`role.${session.role}`), roles: roles(SECTIONS[shown].read) })}</p>
    </section>`;

  const onlyRead = () => (SECTIONS[shown].write.length && !SECTIONS[shown].write.includes(session.role)
    ? html`<p class="why">${t('settings.readonly', { role: t(`role.${session.role}`), roles: roles(SECTIONS[shown].write) })}</p>` : '');

  return {
    update() {
      const id = wanted();
      const elsewhere = shown && (id !== shown || state().item !== item);
      item = state().item;
      if (id !== shown) {
        part?.leave();
        shown = id;
        const { of, write } = SECTIONS[id];
        part = readable(id, session.role) ? of({ draw, brands, session, may: write.includes(session.role) }) : null;
      }
      part?.update();
      // from a list to one of it and back is like another page
      if (elsewhere) {
        scrollTo(0, 0);
        document.getElementById('content')?.focus({ preventScroll: true });
      }
    },
    again: () => part?.again?.(),
    leave() { part?.leave(); },
    template: () => html`
      <div class="settings">
        ${links()}
        <div class="setting">${part ? html`${onlyRead()} ${part.template()}` : refused()}</div>
      </div>`,
  };
}
