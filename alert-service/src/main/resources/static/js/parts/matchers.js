// Which alerts are meant, as branches of the routing tree and silences say it: read, written, and as one line.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';
import { brandName, languageName, metricName, platformName, severityName } from './names.js';

const METRICS = ['mentions', 'negative', 'negative-share'];
const text = (list) => (list ?? []).join(', ');
const listed = (written) => written.toLowerCase().split(/[,;\s]+/).filter(Boolean);
const graded = (value) => (value === '' || value === undefined || value === null ? undefined : Number(value));
const unlessEmpty = (list) => (list.length ? list : undefined);

export function matchDraft(match) {
  return {
    brands: match?.brands ?? [],
    rules: match?.rules ?? [],
    metrics: match?.metrics ?? [],
    platforms: text(match?.platforms),
    languages: text(match?.languages),
    minSeverity: String(match?.minSeverity ?? ''),
    maxSeverity: String(match?.maxSeverity ?? ''),
  };
}

/** Undefined where every alert is meant. */
export function matchBody({ brands, rules, metrics, platforms, languages, minSeverity, maxSeverity }) {
  const body = {
    brands: unlessEmpty(brands),
    rules: unlessEmpty(rules),
    metrics: unlessEmpty(metrics),
    platforms: unlessEmpty(listed(platforms)),
    languages: unlessEmpty(listed(languages)),
    minSeverity: graded(minSeverity),
    maxSeverity: graded(maxSeverity),
  };
  return Object.values(body).some((part) => part !== undefined) ? body : undefined;
}

/** @param rules of the brands that may be meant; what is matched already is offered too, even where nothing has it any more */
export function matchFields(f, draft, { brands, rules }) {
  const offered = rules.filter((r) => !draft.brands.length || draft.brands.includes(r.brand));
  const names = [...new Set([...offered.map((r) => r.name), ...draft.rules])].sort((a, b) => a.localeCompare(b));
  const metrics = [...new Set([...METRICS, ...offered.map((r) => r.metric).filter((m) => m?.includes(':')), ...draft.metrics])];
  return html`
    ${f.some('match.brands', t('match.brands'), brands.map((b) => [b.id, b.name]), t('match.empty'))}
    ${names.length ? f.some('match.rules', t('match.rules'), names.map((name) => [name, name])) : ''}
    ${f.some('match.metrics', t('match.metrics'), metrics.map((m) => [m, metricName(m)]))}
    <div class="pair">
      ${f.graded('match.minSeverity', t('match.minSeverity'), t('match.any'))}
      ${f.graded('match.maxSeverity', t('match.maxSeverity'), t('match.any'))}
      ${f.typed('match.platforms', t('rule.platforms'), t('match.platforms.hint'))}
      ${f.typed('match.languages', t('rule.languages'), t('match.languages.hint'))}
    </div>`;
}

function severities({ minSeverity: min, maxSeverity: max }) {
  if (min === undefined && max === undefined) return '';
  if (min === max) return t('match.severity', { severity: severityName(min) });
  if (max === undefined) return t('match.from', { severity: severityName(min) });
  if (min === undefined) return t('match.to', { severity: severityName(max) });
  return t('match.between', { from: severityName(min), to: severityName(max) });
}

/** What a match means, as one line. */
export function matchLine(match, brands) {
  const m = { brands: [], rules: [], metrics: [], platforms: [], languages: [], ...match };
  const parts = [
    m.brands.map((id) => brandName(brands, id)).join(t('match.or')),
    m.rules.length ? t('match.rule', { names: m.rules.join(t('match.or')) }) : '',
    m.metrics.map(metricName).join(t('match.or')),
    severities({ minSeverity: m.minSeverity ?? undefined, maxSeverity: m.maxSeverity ?? undefined }),
    m.platforms.length ? t('match.platform', { names: m.platforms.map(platformName).join(t('match.or')) }) : '',
    m.languages.length ? t('match.language', { names: m.languages.map(languageName).join(t('match.or')) }) : '',
  ].filter(Boolean);
  return parts.length ? parts.join(' · ') : t('match.all');
}
