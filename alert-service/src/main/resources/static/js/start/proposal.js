// What can be guessed for somebody who begins: a query from a name, a language and a time zone from the browser, a first post to try.

import { language } from '../i18n.js';

const OFFERED = ['en', 'fr', 'de', 'es', 'it', 'nl', 'pt'];
const SLUG = 64;

/** A brand's id. A name without any Latin letter gets one by its letters' numbers, the same each time. */
export function idOf(name) {
  const slug = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '').slice(0, SLUG).replace(/-+$/, '');
  if (slug || !name.trim()) return slug;
  return `brand-${[...name.trim()].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 2_147_483_647, 7).toString(36)}`;
}

/** The name as it is said, as a hashtag and, where one could be made of it, as an account. */
export function proposedQuery(name) {
  const said = name.replace(/["\\]/g, ' ').replace(/\s+/g, ' ').trim();
  const bare = said.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}_]/gu, '');
  const forms = [said && `"${said}"`, /\p{L}/u.test(bare) && `#${bare}`, /^(?=.*[a-z])[a-z0-9_]+$/.test(bare) && `@${bare}`];
  return forms.filter(Boolean).join(language() === 'fr' ? ' OU ' : ' OR ');
}

export const ownLanguage = () => (navigator.language ?? '').split('-')[0].toLowerCase() || language();

export const languages = () => [...new Set([ownLanguage(), ...OFFERED])];

export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** Old browsers know no list; the own one is never missing. */
export const zones = () => [...new Set([ownZone(), 'UTC', ...(Intl.supportedValuesOf?.('timeZone') ?? [])])];

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** Two lines for a shell in the folder of the product. The key is read where it is kept, so that no secret is shown or copied. */
export function pushLines(text, now, host = location.hostname) {
  const post = { id: `first-${now}`, platform: 'forum', publishedAt: new Date(now).toISOString(), text };
  return `KEY=$(sed -n 's/^VIGIE_API_KEY=//p' .vigie/credentials)
curl http://${host}:8081/api/posts -H "X-Api-Key: $KEY" -H 'Content-Type: application/json' -d ${quoted(JSON.stringify(post))}`;
}
