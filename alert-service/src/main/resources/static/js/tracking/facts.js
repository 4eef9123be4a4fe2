// What else is known of a brand: its name and language, what belongs to it, whom it is compared with, what is not to be heard.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';
import { fields } from '../parts/fields.js';
import { languageName } from '../parts/names.js';
import { languages, zones } from '../start/proposal.js';

const IN_LIST = /\[\d+\]$/;
export const FACTS = ['name', 'language', 'timeZone', 'hashtags', 'competitors', 'ownAuthors', 'excludedAuthors', 'excludedSites'];

export const factOf = (field) => (field ? field.replace(IN_LIST, '') : field);

/** @param problem what was refused: `{field, message}` */
export function facts({ draft, others, may, problem, set }) {
  const refused = problem && FACTS.includes(factOf(problem.field)) ? { ...problem, field: factOf(problem.field) } : null;
  const f = fields({ get: (name) => draft[name], set, may, problem: refused });
  const coded = [...new Set([...languages(), draft.language].filter(Boolean))].map((code) => [code, languageName(code)]);
  const zoned = [...new Set([...zones(), draft.timeZone].filter(Boolean))].map((zone) => [zone, zone.replaceAll('_', ' ')]);
  return html`
    <details class="facts-of" ?open=${Boolean(refused)}><summary>${t('tracking.facts')}</summary>
      <div class="form">
        <div class="pair">
          ${f.typed('name', t('brand.name'))}
          ${f.chosen('language', t('brand.language'), [['', t('tracking.anyLanguage')], ...coded])}
          ${f.chosen('timeZone', t('brand.zone'), [['', 'UTC'], ...zoned.filter(([zone]) => zone !== 'UTC')])}
        </div>
        ${f.written('hashtags', t('tracking.hashtags'), t('tracking.hashtags.hint'), 2)}
        ${others.length ? f.some('competitors', t('tracking.competitors'), others.map((b) => [b.id, b.name]), t('tracking.competitors.hint')) : ''}
        ${f.written('ownAuthors', t('tracking.own'), t('tracking.own.hint'), 2)}
        <div class="pair">
          ${f.written('excludedAuthors', t('tracking.withoutAuthors'), t('tracking.authors.hint'), 2)}
          ${f.written('excludedSites', t('tracking.withoutSites'), t('tracking.sites.hint'), 2)}
        </div>
      </div>
    </details>`;
}
