// Why somebody is told later or not at all, in the reader's language; a sentence that is not known stays as it is.

import { moment, t } from '../i18n.js';
import { severityName } from './names.js';

const WHEN = (found) => ({ time: moment(found[1]) });
const KNOWN = [
  [/^no branch of the routing tree leads to it$/, 'why.branch'],
  [/^the brand is not among its brands$/, 'why.brand'],
  [/^severity (\d) is below its (\d)$/, 'why.severity', (found) => ({ is: severityName(found[1]), from: severityName(found[2]) })],
  [/^only if nobody acknowledges$/, 'why.later'],
  [/^unless somebody acknowledges before$/, 'why.unless'],
  [/^the person has not agreed to be told/, 'why.consent'],
  [/^by ([a-z0-9-]+): (.*)$/s, 'why.silence', (found) => ({ reason: found[2] })],
  [/^quiet hours until (\S+)$/, 'why.quiet', WHEN],
  [/^gathered until (\S+)$/, 'why.gathered', WHEN],
  [/^the larger incident \S+ speaks for it$/, 'why.larger'],
  [/^(.+) takes care of it$/s, 'why.care', (found) => ({ name: found[1] })],
  [/^it is over$/, 'why.over'],
  [/^decided at \S+, too long ago$/, 'why.late'],
  [/^the receiver was deleted$/, 'why.receiver.gone'],
  [/^the receiver is not reached this way any more$/, 'why.way.gone'],
  [/^the brand was deleted$/, 'why.brand.gone'],
  [/^sent again by hand$/, 'why.again'],
  [/^(?:the mail server )?answered (\d+)$/, 'why.answered', (found) => ({ code: found[1] })],
  [/does not answer in time|^no answer in time$/, 'why.hangs'],
  [/^no answer: |cannot be reached/, 'why.away'],
  [/inside a private network/, 'why.private'],
  [/^no mail server is set$/, 'field.nomail'],
];

export function why(reason) {
  for (const [pattern, key, values] of KNOWN) {
    const found = pattern.exec(reason ?? '');
    if (found) return t(key, values?.(found));
  }
  return reason ?? '';
}
