// The query that narrows a rule: written with colours and proposals, and looked at while one types, as those that listen are.

import { checking } from './checking.js';
import { knownWords } from './known-words.js';
import { lint, mended } from './lint.js';
import { writing } from './writing.js';

const SAID = 'said-scope';

/** @param hashtagsOf tells those of a brand; `edit` takes the name of the field and what stands in it */
export function ruleScope({ draw, hashtagsOf, edit }) {
  const check = checking(draw, 'search');
  let words = {};
  let brand = '';

  function typed(text) {
    check.soon(text);
    edit('scope.query', text);
  }

  const field = writing({ draw, id: 'f-scope.query', words: () => ({ ...words, hashtags: hashtagsOf(brand) }), typed, tracking: false });

  async function learn(of) {
    if (brand === of) return;
    brand = of;
    const known = await knownWords(of);
    if (brand === of) words = known;
  }

  const mend = (finding) => {
    typed(mended(check.of, finding));
    field.focus();
  };

  return {
    /** Another rule is written, or the same one for another brand. */
    open(draft) {
      learn(draft.brand);
      check.now(draft['scope.query']);
    },
    leave: check.leave,
    /** What is wrong in the query that stands there. */
    findings: (query) => (check.of === query ? check.answer?.errors ?? [] : []),
    field({ query, may, invalid, described }) {
      const findings = this.findings(query);
      return field.template({ name: 'scope.query', value: query, findings, disabled: !may, invalid: invalid || findings.length, described: `${may ? SAID : ''} ${described}`.trim() });
    },
    said: () => lint(check.answer, { id: SAID, mend, counts: false }),
  };
}
