// The kinds of rules, one line each: which fields a kind has, and what it takes where one is left empty; `labels` where a field means
// something else there, `untried` where counts of the past cannot say what it would have done. Names, hints and sentences are translations
// under `kind.<kind>`, `kind.<kind>.hint` and `kind.<kind>.says`.

export const KINDS = {
  spike: { fields: ['metric', 'budgetDays', 'minCount'] },
  threshold: { fields: ['metric', 'threshold', 'window'], threshold: 50, window: '1h' },
  ratio: { fields: ['metric', 'threshold', 'window', 'minCount'], threshold: 3, window: '1h' },
  'negative-share': { fields: ['threshold', 'window', 'budgetDays', 'minCount'], threshold: 10, window: '3h' },
  reach: { fields: ['threshold', 'window'], threshold: 100_000, window: '1h' },
  keyword: { fields: ['metric', 'words', 'lexicon', 'threshold', 'window'], threshold: 3, window: '1h' },
  'new-term': { fields: ['metric', 'threshold', 'window', 'budgetDays', 'minCount'], threshold: 5, window: '1h', labels: { budgetDays: 'rule.daysBack' }, untried: true },
  quiet: { fields: ['metric', 'window', 'budgetDays', 'minCount'], window: '3h' },
};

export const WINDOWS = ['15m', '1h', '3h', '24h'];
export const LEXICONS = ['general', 'finance', 'food', 'health', 'retail', 'telecom', 'transport'];
export const DEFAULTS = { budgetDays: 14, minCount: 5, unlessSeverity: 4 };

const EVERY = { fields: ['metric', 'threshold', 'window', 'words', 'lexicon', 'budgetDays', 'minCount'] };

/** Of a kind that this page does not know yet, everything can be said. */
export const kindOf = (name) => KINDS[name] ?? EVERY;
