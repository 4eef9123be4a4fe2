// One rule as a form. The fields follow the kind; what was refused is said at its field.

import { html } from '/webjars/lit-html/lit-html.js';
import { number, t } from '../i18n.js';
import { severityName, windowName } from './names.js';
import { sentence } from './field-problem.js';
import { DEFAULTS, KINDS, kindOf, LEXICONS, WINDOWS } from './rule-kinds.js';

const SEVERITIES = [0, 1, 2, 3, 4];

/** @param edit takes a field's name and its new value */
export function ruleForm({ draft, isNew, brands, may, problem, outcome }, { edit, save, back }) {
  const kind = kindOf(draft.kind);
  const refused = (name) => problem?.field === name || (name === 'metric' && problem?.field === 'metricOf');
  const input = (e) => edit(e.target.name, e.target.type === 'checkbox' ? e.target.checked : e.target.value);
  const described = (name, hint) => [hint ? `hint-${name}` : '', refused(name) ? `wrong-${name}` : ''].join(' ').trim();
  const below = (name, hint) => html`
    ${hint ? html`<small id=${`hint-${name}`}>${hint}</small>` : ''}
    ${refused(name) ? html`<span class="error" id=${`wrong-${name}`}>${sentence(problem)}</span>` : ''}`;

  const typed = (name, label, hint, mode = 'text') => html`
    <div class="field"><label for=${`f-${name}`}>${label}</label>
      <input id=${`f-${name}`} name=${name} inputmode=${mode} autocomplete="off" ?disabled=${!may} aria-invalid=${refused(name)}
        aria-describedby=${described(name, hint)} .value=${draft[name]} @input=${input}>${below(name, hint)}</div>`;
  const written = (name, label, hint, rows) => html`
    <div class="field"><label for=${`f-${name}`}>${label}</label>
      <textarea id=${`f-${name}`} name=${name} rows=${rows} maxlength="4096" spellcheck="false" ?disabled=${!may} aria-invalid=${refused(name)}
        aria-describedby=${described(name, hint)} .value=${draft[name]} @input=${input}></textarea>${below(name, hint)}</div>`;
  const clock = (name, label) => html`
    <div class="field"><label for=${`f-${name}`}>${label}</label>
      <input id=${`f-${name}`} name=${name} type="time" ?disabled=${!may} aria-invalid=${refused(name)} aria-describedby=${described(name)}
        .value=${draft[name]} @input=${input}>${below(name)}</div>`;
  const chosen = (name, label, options, hint) => html`
    <div class="field"><label for=${`f-${name}`}>${label}</label>
      <select id=${`f-${name}`} name=${name} ?disabled=${!may} aria-invalid=${refused(name)} aria-describedby=${described(name, hint)} @change=${input}>
        ${options.map(([value, shown]) => html`<option value=${value} ?selected=${String(draft[name]) === String(value)}>${shown}</option>`)}</select>${below(name, hint)}</div>`;

  const byDefault = (value) => t('rule.default', { value });
  const fields = {
    metric: () => html`
      ${chosen('metric', t('rule.metric'), ['mentions', 'negative', 'hashtag', 'story'].map((m) => [m, t(`rule.metric.${m}`)]))}
      ${['hashtag', 'story'].includes(draft.metric) ? typed('metricOf', t(`rule.metricOf.${draft.metric}`)) : ''}`,
    threshold: () => typed('threshold', t(`rule.threshold.${KINDS[draft.kind] ? draft.kind : 'any'}`), kind.threshold ? byDefault(number(kind.threshold)) : '', 'decimal'),
    window: () => chosen('window', t('rule.window'), [['', kind.window ? byDefault(windowName(kind.window)) : ''], ...WINDOWS.map((w) => [w, windowName(w)])]),
    words: () => written('words', t('rule.words'), t('rule.words.hint'), 4),
    lexicon: () => chosen('lexicon', t('rule.lexicon'), [['', '–'], ...LEXICONS.map((l) => [l, t(`lexicon.${l}`)])], t('rule.lexicon.hint')),
    budgetDays: () => {
      const key = kind.labels?.budgetDays ?? 'rule.budgetDays';
      return typed('budgetDays', t(key), t(`${key}.hint`), 'decimal');
    },
    minCount: () => typed('minCount', t('rule.minCount'), `${t('rule.minCount.hint')} ${byDefault(number(DEFAULTS.minCount))}`, 'numeric'),
  };
  const elsewhere = problem && !shownAt(problem.field, draft, fields, kind) ? sentence(problem) : '';

  return html`
    <form class="form wide" novalidate @submit=${save}>
      ${elsewhere ? html`<p class="error" role="alert">${elsewhere}</p>` : ''}
      <div class="pair">
        ${isNew ? chosen('brand', t('brand.label'), brands.map((b) => [b.id, b.name])) : ''}
        ${typed('name', t('rule.name'), t('rule.name.hint'))}
      </div>
      ${chosen('kind', t('rule.kind'), [...new Set([...Object.keys(KINDS), draft.kind])].map((k) => [k, KINDS[k] ? t(`kind.${k}`) : k]), KINDS[draft.kind] ? t(`kind.${draft.kind}.hint`) : '')}
      <div class="pair">${kind.fields.map((f) => fields[f]())}</div>
      <div class="pair">
        ${chosen('severity', t('alert.severity'), [['', t('rule.severity.computed')], ...SEVERITIES.map((s) => [s, severityName(s)])])}
        <div class="field"><label class="check"><input type="checkbox" name="enabled" ?disabled=${!may} .checked=${draft.enabled} @change=${input}> ${t('rule.enabled')}</label></div>
      </div>
      <fieldset><legend>${t('rule.scope')}</legend>
        <p class="why">${t('rule.scope.hint')}</p>
        ${written('scope.query', t('brand.query'), '', 2)}
        <div class="pair">
          ${typed('scope.platforms', t('rule.platforms'), t('rule.platforms.hint'))}
          ${typed('scope.languages', t('rule.languages'), t('rule.languages.hint'))}
        </div>
      </fieldset>
      <fieldset><legend>${t('rule.quiet')}</legend>
        <label class="check"><input type="checkbox" name="quiet" ?disabled=${!may} .checked=${draft.quiet} @change=${input}> ${t('rule.quiet.on')}</label>
        ${draft.quiet ? html`
          <div class="pair">
            ${clock('quietHours.from', t('rule.quiet.from'))} ${clock('quietHours.until', t('rule.quiet.until'))}
            ${typed('quietHours.timeZone', t('brand.zone'), t('rule.quiet.zone.hint'))}
            ${chosen('quietHours.unlessSeverity', t('rule.quiet.unless'), [['', byDefault(severityName(DEFAULTS.unlessSeverity))], ...SEVERITIES.map((s) => [s, severityName(s)])])}
          </div>` : ''}
      </fieldset>
      <p role="status" id="rule-outcome">${outcome}</p>
      <p class="actions">
        ${may ? html`<button class="primary">${t('rule.save')}</button>` : ''}
        <button type="button" @click=${back}>${t('rule.back')}</button>
      </p>
    </form>`;
}

/** Whether a refused field is one of those drawn. */
function shownAt(field, draft, fields, kind) {
  if (!field) return false;
  if (field in fields) return kind.fields.includes(field);
  if (field === 'quietHours.from' || field.startsWith('quietHours.')) return draft.quiet;
  return field === 'name' || field === 'kind' || field === 'severity' || field.startsWith('scope.');
}
