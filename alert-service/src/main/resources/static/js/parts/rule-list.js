// The rules there are, each as a sentence, with what a person may do about it.

import { html } from '/webjars/lit-html/lit-html.js';
import { number, t } from '../i18n.js';
import { address, follow } from '../state.js';
import { languageName, metricName, platformName, severityName, windowName } from './names.js';
import { DEFAULTS, KINDS, kindOf } from './rule-kinds.js';

/** What a rule does, as one sentence. */
export function says(rule) {
  const kind = kindOf(rule.kind);
  if (!KINDS[rule.kind]) return rule.kind;
  return t(`kind.${rule.kind}.says`, {
    what: metricName(rule.metric ?? 'mentions'),
    days: rule.budgetDays ?? DEFAULTS.budgetDays,
    min: rule.minCount ?? DEFAULTS.minCount,
    threshold: rule.threshold ?? kind.threshold,
    window: windowName(rule.window ?? kind.window),
    words: [...(rule.words ?? []).slice(0, 5), rule.lexicon || !rule.words?.length ? t('rule.lexicon.of', { sector: t(`lexicon.${rule.lexicon ?? 'general'}`) }) : ''].filter(Boolean).join(', '),
  });
}

function narrowed({ scope }) {
  if (!scope) return '';
  const parts = [
    scope.query,
    (scope.platforms ?? []).map(platformName).join(', '),
    (scope.languages ?? []).map(languageName).join(', '),
  ].filter(Boolean);
  return parts.length ? t('rule.only', { parts: parts.join(' · ') }) : '';
}

function calm({ quietHours: q }) {
  return q ? t('rule.calm', { from: q.from, until: q.until, severity: severityName(q.unlessSeverity ?? DEFAULTS.unlessSeverity) }) : '';
}

export function ruleList(rules, brands, may, leaving, { ask, remove, keep }) {
  const brandName = (id) => brands.find((b) => b.id === id)?.name ?? id;
  const one = (rule) => html`
    <li class=${`rule ${rule.enabled ? '' : 'off'}`} id=${`rule-${rule.id}`}>
      <p class="tags"><b>${brandName(rule.brand)}</b> <span>${KINDS[rule.kind] ? t(`kind.${rule.kind}`) : rule.kind}</span>
        ${rule.enabled ? '' : html`<span class="tag">${t('rule.off')}</span>`}</p>
      <h3 dir="auto">${rule.name}</h3>
      <p>${says(rule)}</p>
      ${[narrowed(rule), calm(rule)].filter(Boolean).map((line) => html`<p class="why" dir="auto">${line}</p>`)}
      <p class="why">${t('alert.severity')} ${rule.severity === undefined || rule.severity === null ? t('rule.severity.computed') : severityName(rule.severity)}
        · ${t('versions.number', { n: number(rule.version) })}</p>
      ${leaving === rule.id ? html`
        <p class="actions" role="group" aria-label=${t('rule.delete.sure', { name: rule.name })}>
          <span>${t('rule.delete.sure', { name: rule.name })}</span>
          <button class="danger" id="delete-now" @click=${() => remove(rule)}>${t('rule.delete')}</button>
          <button @click=${keep}>${t('rule.delete.not')}</button>
        </p>` : html`
        <p class="actions">
          <a class="button" href=${address({ rule: rule.id, days: '' })} @click=${follow({ rule: rule.id, days: '' })}>${may ? t('rule.edit') : t('rule.see')}<span class="hidden-visually"> ${rule.name}</span></a>
          ${may ? html`
            ${kindOf(rule.kind).untried ? '' : html`<a class="button" href=${address({ rule: rule.id, days: '90' })} @click=${follow({ rule: rule.id, days: '90' })}>${t('rule.try')}<span class="hidden-visually"> ${rule.name}</span></a>`}
            <button class="quiet" @click=${() => ask(rule)}>${t('rule.delete')}<span class="hidden-visually"> ${rule.name}</span></button>` : ''}
        </p>`}
    </li>`;
  return html`
    <section class="panel" id="rules" aria-labelledby="rules-title">
      <header><h2 id="rules-title">${t('rules.title')}</h2>
        ${may ? html`<a class="button primary" href=${address({ rule: 'new' })} @click=${follow({ rule: 'new' })}>${t('rules.new')}</a>` : ''}</header>
      <p class="why">${t('rules.text')}</p>
      <ul class="rules">${rules.map(one)}</ul>
      ${rules.length ? '' : html`<p class="empty">${t('rules.empty')}</p>`}
    </section>`;
}
