// What makes two brands' numbers hard to compare: that they are not listened to in the same way.

import { day, t } from '../i18n.js';
import { languageName, platformName } from '../parts/names.js';

const NAMED = ['lang', 'platform', 'country', 'site', 'kind', 'rating', 'followers'];
const NAMES = { lang: languageName, platform: platformName };

/** A limit as people would say it. */
function said({ field, values, without }) {
  const value = values.map(NAMES[field] ?? String).join(', ');
  const limit = NAMED.includes(field) ? t(`compare.limit.${field}`, { value }) : `${field} ${value}`;
  return without ? t('compare.without', { limit }) : limit;
}

const words = (list) => (list.length ? list.join('; ') : t('compare.nolimit'));

/**
 * Sentences, none where nothing differs.
 *
 * @param limits by brand, what the server reads its queries to let pass; not compared before all are known
 */
export function differences(brands, limits, from) {
  const sentences = [];
  const differ = (of) => new Set(brands.map((b) => JSON.stringify(of(b)))).size > 1;
  const listed = (of) => brands.map((b) => `${b.name}: ${of(b)}`);
  const passing = (b) => (limits.get(b.id)?.items ?? []).map(said).sort();
  if (brands.every((b) => limits.has(b.id)) && differ(passing)) sentences.push([t('compare.differ.limits'), listed((b) => words(passing(b)))]);
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
