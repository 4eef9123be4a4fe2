// A brand while somebody edits it: lists as text, one a line, and back into what the API takes.

const LINES = ['hashtags', 'ownAuthors', 'excludedAuthors', 'excludedSites'];

export function draftOf(brand) {
  return {
    name: brand.name,
    language: brand.language ?? '',
    timeZone: brand.timeZone ?? '',
    competitors: brand.competitors ?? [],
    ...Object.fromEntries(LINES.map((name) => [name, (brand[name] ?? []).join('\n')])),
    queries: brand.queries.map((q) => ({ ...q })),
  };
}

const listed = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean);

/** The first id that no query of the brand has. */
export function freeQueryId(queries) {
  const taken = new Set(queries.map((q) => q.id));
  let n = queries.length + 1;
  while (taken.has(`q${n}`)) n++;
  return `q${n}`;
}

/** @param brand what is kept as it is */
export function bodyOf(brand, draft) {
  const hashtags = draft.hashtags.split(/[\s,]+/).map((tag) => tag.replace(/^#/, '')).filter(Boolean);
  return {
    ...brand,
    name: draft.name.trim(),
    language: draft.language || undefined,
    timeZone: draft.timeZone || undefined,
    competitors: draft.competitors,
    ...Object.fromEntries(LINES.map((name) => [name, listed(draft[name])])),
    hashtags,
    queries: draft.queries.map((q) => ({ ...q, name: q.name.trim(), query: q.query.trim() })),
  };
}
