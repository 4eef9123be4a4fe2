// One receiver as a form: a person or place with its ways, or a team of others. Secrets are written, never read.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';
import { CHANNELS, channelName, TEAM } from './channels.js';
import { fields, quietFields, SEVERITIES } from './fields.js';
import { severityName } from './names.js';
import { read, wayPrefix } from './receiver-draft.js';
import { DEFAULTS } from './rule-kinds.js';

const MOST_WAYS = 11;

export function receiverForm({ draft, id, others, brands, may, problem, outcome }, { edit, add, drop, save, back }) {
  const f = fields({ get: (name) => read(draft, name), set: edit, may, problem });
  const isTeam = draft.is === TEAM;

  const secret = (prefix, channel, name, isKept) => f.hidden(
    `${prefix}settings.${name}`, t(`way.${channel}.${name}`), t(isKept ? 'way.kept' : `way.${channel}.${name}.hint`), isKept ? '••••••••' : '',
  );

  const way = ({ channel, kept }, i) => {
    const prefix = wayPrefix(i);
    const of = CHANNELS[channel] ?? { settings: [], secrets: [] };
    return html`
      <fieldset><legend>${t('way.number', { n: i + 1 })}</legend>
        <div class="pair">
          ${f.chosen(`${prefix}channel`, t('way.channel'), [...new Set([...Object.keys(CHANNELS), channel])].map((c) => [c, channelName(c)]), CHANNELS[channel] ? t(`channel.${channel}.hint`) : '')}
          ${of.settings.map((name) => f.typed(`${prefix}settings.${name}`, t(`way.${channel}.${name}`), t(`way.${channel}.${name}.hint`), name === 'url' ? 'url' : name === 'address' ? 'email' : 'text'))}
          ${of.secrets.map((name) => secret(prefix, channel, name, kept.includes(name)))}
        </div>
        ${may && draft.ways.length > 1 ? html`<p class="actions"><button type="button" class="quiet" @click=${() => drop(i)}>${t('way.remove')}<span class="hidden-visually"> ${t('way.number', { n: i + 1 })}</span></button></p>` : ''}
      </fieldset>`;
  };

  const all = html`
    <div class="pair">
      ${f.typed('name', t('rule.name'), t('receiver.name.hint'))}
      ${f.chosen('is', t('receiver.is'), ['one', TEAM].map((is) => [is, t(`receiver.is.${is}`)]), t(`receiver.is.${draft.is}.hint`))}
    </div>
    ${isTeam
      ? f.some('members', t('receiver.members'), others.map((r) => [r.id, r.name]), others.length ? '' : t('receiver.members.none'))
      : html`${draft.ways.map(way)}
        ${may && draft.ways.length < MOST_WAYS ? html`<p class="actions"><button type="button" @click=${add}>${t('way.add')}</button></p>` : ''}`}
    ${f.some('brands', t('receiver.brands'), brands.map((b) => [b.id, b.name]), t('receiver.brands.hint'))}
    <div class="pair">
      ${f.chosen('minSeverity', t('receiver.minSeverity'), SEVERITIES.map((s) => [s, severityName(s)]))}
      ${f.chosen('language', t('receiver.language'), [['en', 'English'], ['fr', 'Français']], t('receiver.language.hint'))}
    </div>
    ${quietFields(f, draft.quiet, t('rule.default', { value: severityName(DEFAULTS.unlessSeverity) }))}`;

  return html`
    <form class="form wide" id="receiver-form" novalidate @submit=${save}>
      ${f.elsewhere()}
      ${all}
      <p role="status" id="receiver-outcome">${outcome}</p>
      <p class="actions">
        ${may ? html`<button class="primary">${t('rule.save')}</button>` : ''}
        <button type="button" @click=${back}>${t(id === 'new' ? 'settings.cancel' : 'receiver.back')}</button>
      </p>
    </form>`;
}
