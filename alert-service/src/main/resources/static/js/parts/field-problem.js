// What the server says of a field, in the reader's language; an unknown sentence stays as it is.

import { language, t } from '../i18n.js';

const KNOWN = [
  [/ is required(: a silence must end| for a team)?$/, 'field.required'],
  [/ is required, and has at least (\d+) characters$/, 'field.secret'],
  [/ is required, and has at most \d+ characters$| is not an address$| must be an http or https address/, 'field.url'],
  [/ must be one e-mail address/, 'field.email'],
  [/ cannot be used: no mail server is set/, 'field.nomail'],
  [/ is either this or user and password$/, 'field.tokenOr'],
  [/ goes with user$/, 'field.withUser'],
  [/ must be later than from, by a year at most$/, 'field.year'],
  [/ must be between (PT\S+) and (PT\S+)$/, 'field.duration'],
  [/ there is no receiver of this id$| must be the id of another receiver$/, 'field.noreceiver'],
  [/ must be between (\S+) and (\S+)$/, 'field.between'],
  [/ must not be longer than (\d+) characters$/, 'field.long'],
  [/ must not hold more than (\d+)$/, 'field.many'],
  [/ is the name of another rule/, 'field.taken'],
  [/ must be a time of day/, 'field.time'],
  [/ must differ from /, 'field.differ'],
  [/ must be a time zone/, 'field.zone'],
  [/ must hold platforms/, 'field.platforms'],
  [/ must hold languages/, 'field.languages'],
  [/ must be mentions, negative/, 'field.metric'],
  [/ must not be more than (\d+) days before/, 'field.days'],
  [/ must be later than /, 'field.later'],
];

export function sentence({ field, message }) {
  for (const [pattern, key] of KNOWN) {
    const found = pattern.exec(` ${message}`);
    if (found) return t(key, { a: found[1], b: found[2] });
  }
  const bare = field && message.startsWith(`${field} `) ? message.slice(field.length + 1) : message;
  return language() === 'en' && bare ? bare.charAt(0).toUpperCase() + bare.slice(1) : bare;
}
