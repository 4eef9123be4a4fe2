// One branch of the routing tree as a form.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';
import { fields } from './fields.js';
import { matchFields } from './matchers.js';

const MOST_STEPS = 10;

export function routeForm({ draft, isRoot, isNew, brands, rules, receivers, may, problem }, { edit, step, drop, save, back }) {
  const get = (name) => name.replace(/\[(\d+)\]/g, '.$1').split('.').reduce((at, part) => at?.[part], draft);
  const f = fields({ get, set: edit, may, problem });
  const people = receivers.map((r) => [r.id, r.name]);
  const all = html`
    ${isRoot ? html`<p class="why">${t('route.root.text')}</p>` : html`
      <fieldset><legend>${t('route.which')}</legend>
        ${matchFields(f, draft.match, { brands, rules })}
        ${f.checked('goesOn', t('route.goesOn'))}
      </fieldset>`}
    <fieldset><legend>${t('route.who')}</legend>
      ${f.chosen('who', t('route.who.label'), [['above', t(isRoot ? 'route.who.all' : 'route.who.above')], ['these', t('route.who.these')]])}
      ${draft.who === 'these' ? f.some('receivers', t('settings.receivers'), people, people.length ? t('route.nobody.hint') : t('receivers.empty')) : ''}
      <div class="pair">
        ${f.typed('groupInterval', t('route.group'), t('route.group.hint'))}
        ${f.typed('repeat', t('route.repeat'), t('route.repeat.hint'))}
      </div>
    </fieldset>
    <fieldset><legend>${t('route.escalation')}</legend>
      ${f.chosen('steps', t('route.steps'), [['above', t(isRoot ? 'route.steps.none' : 'route.who.above')], ['these', t('route.steps.these')]])}
      ${draft.steps === 'these' ? html`
        ${draft.escalation.map((_, i) => html`
          <fieldset><legend>${t('route.step', { n: i + 1 })}</legend>
            ${f.typed(`escalation[${i}].after`, t('route.after'), t('route.after.hint'))}
            ${f.some(`escalation[${i}].receivers`, t('settings.receivers'), people)}
            ${may ? html`<p class="actions"><button type="button" class="quiet" @click=${() => drop(i)}>${t('way.remove')}<span class="hidden-visually"> ${t('route.step', { n: i + 1 })}</span></button></p>` : ''}
          </fieldset>`)}
        ${may && draft.escalation.length < MOST_STEPS ? html`<p class="actions"><button type="button" @click=${step}>${t('route.step.add')}</button></p>` : ''}` : ''}
    </fieldset>`;
  return html`
    <form class="form wide" id="route-form" novalidate @submit=${save}>
      ${f.elsewhere()}
      ${all}
      <p class="actions">
        ${may ? html`<button class="primary">${t(isNew ? 'route.add' : 'rule.save')}</button>` : ''}
        <button type="button" @click=${back}>${t('settings.cancel')}</button>
      </p>
    </form>`;
}
