// A branch of the routing tree while somebody edits it, and what is done to the tree as a whole. A place is the indexes that lead to it.

import { t } from '../i18n.js';
import { inWords, toIso } from './duration.js';
import { matchBody, matchDraft } from './matchers.js';
import { FieldProblem } from './rule-draft.js';

export const ROOT = 'root';
const copy = (tree) => JSON.parse(JSON.stringify(tree));

export const placeOf = (item) => (item === ROOT ? [] : item.split('.').map(Number));
export const nameOf = (place) => (place.length ? place.join('.') : ROOT);

export function branchAt(tree, place) {
  return place.reduce((branch, i) => branch?.children?.[i], tree);
}

function childrenAt(tree, place) {
  const branch = branchAt(tree, place);
  branch.children ??= [];
  return branch.children;
}

export function replaced(tree, place, branch) {
  if (!place.length) return { ...branch, children: tree.children };
  const next = copy(tree);
  const siblings = childrenAt(next, place.slice(0, -1));
  const i = place.at(-1);
  siblings[i] = { ...branch, children: siblings[i].children };
  return next;
}

export function added(tree, place, branch) {
  const next = copy(tree);
  childrenAt(next, place).push(branch);
  return next;
}

export function removed(tree, place) {
  const next = copy(tree);
  childrenAt(next, place.slice(0, -1)).splice(place.at(-1), 1);
  return next;
}

/** Where a branch can go from here: earlier or later among its like, out of its branch, or into the one before it. */
export function moves(tree, place) {
  if (!place.length) return [];
  const i = place.at(-1);
  const siblings = branchAt(tree, place.slice(0, -1)).children.length;
  return [i > 0 && 'up', i < siblings - 1 && 'down', place.length > 1 && 'out', i > 0 && 'in'].filter(Boolean);
}

/** The tree after the move, and the place the branch has then. */
export function moved(tree, place, way) {
  const next = copy(tree);
  const parent = place.slice(0, -1);
  const i = place.at(-1);
  const siblings = childrenAt(next, parent);
  const [branch] = siblings.splice(i, 1);
  if (way === 'in') {
    const into = childrenAt(next, [...parent, i - 1]);
    into.push(branch);
    return { tree: next, place: [...parent, i - 1, into.length - 1] };
  }
  if (way === 'out') {
    childrenAt(next, parent.slice(0, -1)).splice(parent.at(-1) + 1, 0, branch);
    return { tree: next, place: [...parent.slice(0, -1), parent.at(-1) + 1] };
  }
  const to = way === 'up' ? i - 1 : i + 1;
  siblings.splice(to, 0, branch);
  return { tree: next, place: [...parent, to] };
}

export function draftOf(branch) {
  return {
    match: matchDraft(branch?.match),
    who: branch && !branch.receivers ? 'above' : 'these',
    receivers: branch?.receivers ?? [],
    goesOn: Boolean(branch?.continue),
    groupInterval: inWords(branch?.groupInterval),
    repeat: inWords(branch?.repeat),
    steps: branch?.escalation ? 'these' : 'above',
    escalation: (branch?.escalation ?? []).map(({ after, receivers }) => ({ after: inWords(after), receivers: [...receivers] })),
  };
}

export function bodyOf(draft, isRoot) {
  return {
    match: isRoot ? undefined : matchBody(draft.match),
    receivers: draft.who === 'these' ? draft.receivers : undefined,
    continue: !isRoot && draft.goesOn ? true : undefined,
    groupInterval: toIso(draft.groupInterval, 'groupInterval'),
    repeat: toIso(draft.repeat, 'repeat'),
    escalation: draft.steps === 'these' ? draft.escalation.map(({ after, receivers }, i) => {
      const iso = toIso(after, `escalation[${i}].after`);
      if (!iso) throw new FieldProblem(`escalation[${i}].after`, t('field.required'));
      return { after: iso, receivers };
    }) : undefined,
    children: [],
  };
}
