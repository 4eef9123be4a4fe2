// The fields of a form: each with its label, its hint and, where it was refused, what was said of it.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';
import { severityName } from './names.js';
import { sentence } from './field-problem.js';

export const SEVERITIES = [0, 1, 2, 3, 4];

/**
 * @param get the value of a field by its name, which is the name the API gives it
 * @param set takes a name and the new value
 * @param problem what was refused: `{field, message}`
 */
export function fields({ get, set, may, problem, same = {} }) {
  let shown = false;
  const refused = (name) => Boolean(problem?.field) && (problem.field === name || same[problem.field] === name);
  const within = (name) => refused(name) || Boolean(problem?.field?.startsWith(`${name}[`));
  const input = (e) => set(e.target.name, e.target.type === 'checkbox' ? e.target.checked : e.target.value);
  const described = (name, hint, wrong = refused) => [hint ? `hint-${name}` : '', wrong(name) ? `wrong-${name}` : ''].join(' ').trim();
  const below = (name, hint, wrong = refused) => {
    if (wrong(name)) shown = true;
    return html`
      ${hint ? html`<small id=${`hint-${name}`}>${hint}</small>` : ''}
      ${wrong(name) ? html`<span class="error" id=${`wrong-${name}`}>${sentence(problem)}</span>` : ''}`;
  };

  const line = (name, label, hint, { type = 'text', mode = 'text', placeholder = '' } = {}) => html`
    <div class="field"><label for=${`f-${name}`}>${label}</label>
      <input id=${`f-${name}`} name=${name} type=${type} inputmode=${mode} placeholder=${placeholder} autocomplete=${type === 'password' ? 'new-password' : 'off'}
        ?disabled=${!may} aria-invalid=${refused(name)} aria-describedby=${described(name, hint)} .value=${get(name) ?? ''} @input=${input}>${below(name, hint)}</div>`;

  const chosen = (name, label, options, hint) => html`
    <div class="field"><label for=${`f-${name}`}>${label}</label>
      <select id=${`f-${name}`} name=${name} ?disabled=${!may} aria-invalid=${refused(name)} aria-describedby=${described(name, hint)} @change=${input}>
        ${options.map(([value, said]) => html`<option value=${value} ?selected=${String(get(name) ?? '') === String(value)}>${said}</option>`)}</select>${below(name, hint)}</div>`;

  /** Some of several; the value is the list of those chosen. */
  const some = (name, label, options, hint) => {
    const picked = get(name) ?? [];
    const toggle = (value) => (e) => set(name, e.target.checked ? [...picked, value] : picked.filter((one) => one !== value));
    return html`
      <fieldset class="some" id=${`f-${name}`} tabindex="-1" aria-describedby=${described(name, hint, within)}><legend>${label}</legend>
        <div class="choices">${options.map(([value, said]) => html`
          <label class="check"><input type="checkbox" ?disabled=${!may} .checked=${picked.includes(value)} @change=${toggle(value)}> <bdi>${said}</bdi></label>`)}</div>
        ${below(name, hint, within)}</fieldset>`;
  };

  return {
    typed: (name, label, hint, mode) => line(name, label, hint, { mode }),
    hidden: (name, label, hint, placeholder) => line(name, label, hint, { type: 'password', placeholder }),
    clock: (name, label) => line(name, label, '', { type: 'time' }),
    dated: (name, label, hint) => line(name, label, hint, { type: 'datetime-local' }),
    written: (name, label, hint, rows) => html`
      <div class="field"><label for=${`f-${name}`}>${label}</label>
        <textarea id=${`f-${name}`} name=${name} rows=${rows} maxlength="4096" spellcheck="false" ?disabled=${!may} aria-invalid=${refused(name)}
          aria-describedby=${described(name, hint)} .value=${get(name) ?? ''} @input=${input}></textarea>${below(name, hint)}</div>`,
    /** A field of another kind; `content` takes what goes to its `aria-` attributes, `said` whether what is wrong already stands there. */
    held: (name, label, content, said) => {
      const wrong = (one) => refused(one) && !said;
      if (refused(name)) shown = true;
      return html`
        <div class="field"><label for=${`f-${name}`}>${label}</label>
          ${content({ invalid: refused(name), described: described(name, '', wrong) })}${below(name, '', wrong)}</div>`;
    },
    chosen,
    graded: (name, label, empty) => chosen(name, label, [['', empty], ...SEVERITIES.map((s) => [s, severityName(s)])]),
    some,
    checked: (name, label) => html`<label class="check"><input type="checkbox" name=${name} ?disabled=${!may} .checked=${Boolean(get(name))} @change=${input}> ${label}</label>`,
    /** What was refused at no field that was drawn before this is asked. */
    elsewhere: () => (problem && !shown ? html`<p class="error" role="alert">${sentence(problem)}</p>` : ''),
  };
}

/** When to be told later, as rules and receivers say it. */
export function quietFields(f, isOn, byDefault) {
  return html`
    <fieldset><legend>${t('rule.quiet')}</legend>
      ${f.checked('quiet', t('rule.quiet.on'))}
      ${isOn ? html`
        <div class="pair">
          ${f.clock('quietHours.from', t('rule.quiet.from'))} ${f.clock('quietHours.until', t('rule.quiet.until'))}
          ${f.typed('quietHours.timeZone', t('brand.zone'), t('rule.quiet.zone.hint'))}
          ${f.graded('quietHours.unlessSeverity', t('rule.quiet.unless'), byDefault)}
        </div>` : ''}
    </fieldset>`;
}

/** Back to where somebody was who thought better of it, or to the beginning of what is left when that is gone. */
export function focusBack(selector) {
  const at = document.querySelector(selector) ?? document.getElementById('content');
  at?.focus({ preventScroll: at.id === 'content' });
}

/** Where a person corrects what was refused; one of a list is corrected at the list. */
export function focusOn(field) {
  const at = document.getElementById(`f-${field}`) ?? document.getElementById(`f-${field?.replace(/\[\d+\]$/, '')}`);
  at?.focus();
}
