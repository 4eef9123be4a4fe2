// One rule as a form. The fields follow the kind; what was refused is said at its field.

import { html } from '/webjars/lit-html/lit-html.js';
import { number, t } from '../i18n.js';
import { fields, quietFields } from './fields.js';
import { severityName, windowName } from './names.js';
import { DEFAULTS, KINDS, kindOf, LEXICONS, WINDOWS } from './rule-kinds.js';

/** @param edit takes a field's name and its new value */
export function ruleForm({ draft, isNew, brands, may, problem, outcome }, { edit, save, back, scope }) {
  const kind = kindOf(draft.kind);
  const f = fields({ get: (name) => draft[name], set: edit, may, problem, same: { metricOf: 'metric' } });
  const query = draft['scope.query'];
  const byDefault = (value) => t('rule.default', { value });
  const ofKind = {
    metric: () => html`
      ${f.chosen('metric', t('rule.metric'), ['mentions', 'negative', 'hashtag', 'story'].map((m) => [m, t(`rule.metric.${m}`)]))}
      ${['hashtag', 'story'].includes(draft.metric) ? f.typed('metricOf', t(`rule.metricOf.${draft.metric}`)) : ''}`,
    threshold: () => f.typed('threshold', t(`rule.threshold.${KINDS[draft.kind] ? draft.kind : 'any'}`), kind.threshold ? byDefault(number(kind.threshold)) : '', 'decimal'),
    window: () => f.chosen('window', t('rule.window'), [['', kind.window ? byDefault(windowName(kind.window)) : ''], ...WINDOWS.map((w) => [w, windowName(w)])]),
    words: () => f.written('words', t('rule.words'), t('rule.words.hint'), 4),
    lexicon: () => f.chosen('lexicon', t('rule.lexicon'), [['', '–'], ...LEXICONS.map((l) => [l, t(`lexicon.${l}`)])], t('rule.lexicon.hint')),
    budgetDays: () => {
      const key = kind.labels?.budgetDays ?? 'rule.budgetDays';
      return f.typed('budgetDays', t(key), t(`${key}.hint`), 'decimal');
    },
    minCount: () => f.typed('minCount', t('rule.minCount'), `${t('rule.minCount.hint')} ${byDefault(number(DEFAULTS.minCount))}`, 'numeric'),
  };

  const all = html`
    <div class="pair">
      ${isNew ? f.chosen('brand', t('brand.label'), brands.map((b) => [b.id, b.name])) : ''}
      ${f.typed('name', t('rule.name'), t('rule.name.hint'))}
    </div>
    ${f.chosen('kind', t('rule.kind'), [...new Set([...Object.keys(KINDS), draft.kind])].map((k) => [k, KINDS[k] ? t(`kind.${k}`) : k]), KINDS[draft.kind] ? t(`kind.${draft.kind}.hint`) : '')}
    <div class="pair">${kind.fields.map((name) => ofKind[name]())}</div>
    <div class="pair">
      ${f.graded('severity', t('alert.severity'), t('rule.severity.computed'))}
      <div class="field">${f.checked('enabled', t('rule.enabled'))}</div>
    </div>
    <fieldset><legend>${t('rule.scope')}</legend>
      <p class="why">${t('rule.scope.hint')}</p>
      ${f.held('scope.query', t('brand.query'), (how) => scope.field({ query, may, ...how }), scope.findings(query).length)}
      ${may ? scope.said() : ''}
      <div class="pair">
        ${f.typed('scope.platforms', t('rule.platforms'), t('rule.platforms.hint'))}
        ${f.typed('scope.languages', t('rule.languages'), t('rule.languages.hint'))}
      </div>
    </fieldset>
    ${quietFields(f, draft.quiet, byDefault(severityName(DEFAULTS.unlessSeverity)))}`;

  return html`
    <form class="form wide" novalidate @submit=${save}>
      ${f.elsewhere()}
      ${all}
      <p role="status" id="rule-outcome">${outcome}</p>
      <p class="actions">
        ${may ? html`<button class="primary">${t('rule.save')}</button>` : ''}
        <button type="button" @click=${back}>${t('rule.back')}</button>
      </p>
    </form>`;
}
