// Lengths of time as people write them, between ISO 8601 and "1 h 30 min".

import { t } from '../i18n.js';
import { FieldProblem } from './rule-draft.js';

const UNITS = { d: 86_400, h: 3_600, min: 60, s: 1 };
const ISO = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/;
const WRITTEN = /^(\d+)\s*(d|days?|j|jours?|h|hours?|heures?|min|m|minutes?|s|sec|seconds?|secondes?)?$/;

export function inWords(iso) {
  const found = ISO.exec(iso ?? '');
  if (!found) return iso ?? '';
  let seconds = 0;
  [86_400, 3_600, 60, 1].forEach((unit, i) => { seconds += unit * Number(found[i + 1] ?? 0); });
  const parts = [];
  for (const [unit, length] of Object.entries(UNITS)) {
    const n = Math.floor(seconds / length);
    if (n) parts.push(`${n} ${unit === 'd' ? t('unit.day') : unit}`);
    seconds -= n * length;
  }
  return parts.join(' ') || '0 s';
}

/** Undefined where nothing is written; a bare number is minutes. */
export function toIso(written, field) {
  const text = written.trim().toLowerCase();
  if (text === '') return undefined;
  let seconds = 0;
  const parts = /^(\d+\s*[^\d\s]*\s*)+$/.test(text) ? text.match(/\d+\s*[^\d\s]*/g) : ['?'];
  for (const part of parts) {
    const found = WRITTEN.exec(part.trim());
    if (!found) throw new FieldProblem(field, t('field.span'));
    const unit = (found[2] ?? 'min').replace(/^j.*/, 'd');
    seconds += Number(found[1]) * (unit.startsWith('m') ? 60 : UNITS[unit[0]]);
  }
  return `PT${seconds}S`;
}
