// What makes two brands' numbers hard to compare: that they are not listened to in the same way.

import { day, t } from '../i18n.js';
import { languageName, platformName } from '../parts/names.js';

const LIMITS = /(-|\bNOT\s+)?\b(lang|language|platform|country|site|domainurl|kind|rating|followers):(\([^)]*\)|\[[^\]]*\]|"[^"]*"|[^\s()]+)/giu;
const SAME = { language: 'lang', domainurl: 'site' };

function said(field, value, not) {
  const plain = value.replace(/^[("[]|[)"\]]$/g, '').trim();
  const name = field === 'lang' ? plain.split(/\s+OR\s+|\s+/i).map(languageName).join(', ') : field === 'platform' ? platformName(plain) : plain;
  const limit = t(`compare.limit.${field}`, { value: name });
  return not ? t('compare.without', { limit }) : limit;
}

/** What the queries of a brand let pass, beside words: languages, platforms, countries … as people would say it. */
export function limits(brand) {
  const found = new Set();
  for (const { query } of brand.queries ?? []) {
    // words in quotes are words, whatever stands between them
    const bare = query.replace(/(^|[\s(-])"[^"]*"/g, '$1');
    for (const [, not, name, value] of bare.matchAll(LIMITS)) found.add(said(SAME[name.toLowerCase()] ?? name.toLowerCase(), value, not));
  }
  return [...found].sort();
}

const words = (list) => (list.length ? list.join('; ') : t('compare.nolimit'));

/** Sentences, none where nothing differs. */
export function differences(brands, from) {
  const sentences = [];
  const differ = (of) => new Set(brands.map((b) => JSON.stringify(of(b)))).size > 1;
  const listed = (of) => brands.map((b) => `${b.name}: ${of(b)}`);
  if (differ(limits)) sentences.push([t('compare.differ.limits'), listed((b) => words(limits(b)))]);
  if (differ((b) => b.language ?? '')) sentences.push([t('compare.differ.language'), listed((b) => (b.language ? languageName(b.language) : t('compare.nolanguage')))]);
  if (differ((b) => (b.hashtags ?? []).length > 0)) sentences.push([t('compare.differ.hashtags'), listed((b) => ((b.hashtags ?? []).length ? b.hashtags.map((h) => `#${h}`).join(' ') : t('compare.nohashtags')))]);
  const without = (b) => (b.excludedSites ?? []).length + (b.excludedAuthors ?? []).length;
  if (differ((b) => without(b) > 0)) sentences.push([t('compare.differ.excluded'), listed((b) => without(b))]);
  const late = brands.filter((b) => b.since && Date.parse(b.since) > Date.parse(from));
  if (late.length && late.length < brands.length || late.length > 1 && differ((b) => (b.since ?? '').slice(0, 10))) {
    sentences.push([t('compare.differ.since'), late.map((b) => `${b.name}: ${day(b.since)}`)]);
  }
  return sentences;
}
