// A rule while somebody edits it: flat text by field name, and back into what the API takes.

import { t } from '../i18n.js';
import { kindOf } from './rule-kinds.js';

/** A field that cannot even be sent; shown like one the server refused. */
export class FieldProblem extends Error {
  constructor(field, message) {
    super(message);
    this.field = field;
    this.status = 422;
  }
}

const text = (value) => (value === null || value === undefined ? '' : String(value));
const some = (list) => (list ?? []).join(', ');

export function draftOf(rule, brand) {
  const [metric, ...rest] = (rule?.metric ?? 'negative').split(':');
  return {
    brand: rule?.brand ?? brand,
    name: rule?.name ?? '',
    kind: rule?.kind ?? 'spike',
    metric: metric === 'negative-share' ? 'negative' : metric,
    metricOf: rest.join(':'),
    enabled: rule?.enabled ?? true,
    budgetDays: text(rule?.budgetDays),
    minCount: text(rule?.minCount),
    severity: text(rule?.severity),
    window: text(rule?.window),
    threshold: text(rule?.threshold),
    words: (rule?.words ?? []).join('\n'),
    lexicon: text(rule?.lexicon),
    'scope.query': text(rule?.scope?.query),
    'scope.platforms': some(rule?.scope?.platforms),
    'scope.languages': some(rule?.scope?.languages),
    quiet: Boolean(rule?.quietHours),
    'quietHours.from': rule?.quietHours?.from ?? '22:00',
    'quietHours.until': rule?.quietHours?.until ?? '07:00',
    'quietHours.timeZone': text(rule?.quietHours?.timeZone),
    'quietHours.unlessSeverity': text(rule?.quietHours?.unlessSeverity),
  };
}

function numeric(draft, field) {
  const written = draft[field].trim();
  if (written === '') return undefined;
  const value = Number(written.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
  if (!Number.isFinite(value)) throw new FieldProblem(field, t('field.number'));
  return value;
}

function whole(draft, field) {
  const value = numeric(draft, field);
  if (value !== undefined && !Number.isInteger(value)) throw new FieldProblem(field, t('field.whole'));
  return value;
}

const filled = (value) => (value.trim() === '' ? undefined : value.trim());
const listed = (value, separator) => {
  const parts = value.split(separator).map((part) => part.trim()).filter(Boolean);
  return parts.length ? parts : undefined;
};

export function bodyOf(draft) {
  const has = (field) => kindOf(draft.kind).fields.includes(field);
  const metric = ['hashtag', 'story'].includes(draft.metric) ? `${draft.metric}:${draft.metricOf.trim().replace(/^#/, '')}` : draft.metric;
  const scope = {
    query: filled(draft['scope.query']),
    platforms: listed(draft['scope.platforms'].toLowerCase(), /[,;\s]+/),
    languages: listed(draft['scope.languages'].toLowerCase(), /[,;\s]+/),
  };
  return {
    brand: draft.brand,
    name: draft.name.trim(),
    kind: draft.kind,
    metric: has('metric') ? metric : undefined,
    budgetDays: has('budgetDays') ? numeric(draft, 'budgetDays') : undefined,
    minCount: has('minCount') ? whole(draft, 'minCount') : undefined,
    severity: whole(draft, 'severity'),
    enabled: draft.enabled,
    scope: Object.values(scope).some((part) => part !== undefined) ? scope : undefined,
    window: has('window') ? filled(draft.window) : undefined,
    threshold: has('threshold') ? numeric(draft, 'threshold') : undefined,
    words: has('words') ? listed(draft.words, /[\n,]+/) : undefined,
    lexicon: has('lexicon') ? filled(draft.lexicon) : undefined,
    quietHours: draft.quiet ? {
      from: draft['quietHours.from'],
      until: draft['quietHours.until'],
      timeZone: filled(draft['quietHours.timeZone']),
      unlessSeverity: whole(draft, 'quietHours.unlessSeverity'),
    } : undefined,
  };
}

const slug = (name) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 50);

/** An id of its own for something new: readable where its name allows. */
export function freeId(name, otherwise, taken, prefix = '') {
  const base = `${prefix}${slug(name) || otherwise}`;
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  return id;
}

export const newId = ({ brand, name }, taken) => freeId(name, 'rule', taken, `${brand}.`);
