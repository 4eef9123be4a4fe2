// A brand's queries as they are written: each looked at while one types, found posts shown, more added, some taken away.

import { html } from '/webjars/lit-html/lit-html.js';
import { repeat } from '/webjars/lit-html/directives/repeat.js';
import { t } from '../i18n.js';
import { checking } from '../parts/checking.js';
import { sentence } from '../parts/field-problem.js';
import { lint, mended } from '../parts/lint.js';
import { writing } from '../parts/writing.js';
import { freeQueryId } from './draft.js';

/** @param words what is known to stand in queries; `may` = whether they can be changed, and looked at by the server */
export function queryList({ draw, words, may, changed }) {
  const known = new Map();

  /** What belongs to one query of the draft, as long as it is there. */
  function of(query) {
    if (!known.has(query)) {
      const check = checking(draw);
      const typed = (text) => {
        query.query = text;
        check.soon(text);
        changed();
      };
      known.set(query, { check, typed, field: writing({ draw, id: `query-${query.id}`, words, typed }) });
      if (may) check.now(query.query);
    }
    return known.get(query);
  }

  function forget(query) {
    known.get(query)?.check.leave();
    known.delete(query);
  }

  const wrongAt = (problem, i) => (problem?.field?.startsWith(`queries[${i}]`) ? problem : null);

  function one(draft, query, i, problem) {
    const { check, typed, field } = of(query);
    const wrong = wrongAt(problem, i);
    const findings = check.of === query.query ? check.answer?.errors ?? [] : [];
    const said = `said-${query.id}`;
    const remove = () => {
      draft.queries = draft.queries.filter((q) => q !== query);
      forget(query);
      changed();
      draw();
      document.getElementById('add-query')?.focus();
    };
    const mend = (finding) => {
      typed(mended(check.of, finding));
      draw();
      field.focus();
    };
    return html`
      <fieldset class="tracked">
        <legend class="hidden-visually">${query.name || t('tracking.unnamed')}</legend>
        <label class="named">${t('tracking.name')}<input id=${`name-${query.id}`} maxlength="200" ?disabled=${!may} .value=${query.name} @input=${(e) => { query.name = e.target.value; changed(); draw(); }}></label>
        <div class="field"><label for=${`query-${query.id}`}>${t('brand.query')}</label>
          ${field.template({ name: `query-${i}`, value: query.query, findings, disabled: !may, invalid: wrong || findings.length, described: `${may ? said : ''} ${wrong ? `wrong-${query.id}` : ''}`.trim() })}
          ${wrong && !findings.length ? html`<span class="error" id=${`wrong-${query.id}`}>${sentence(wrong)}</span>` : ''}</div>
        ${may ? lint(check.answer, { id: said, mend }) : ''}
        ${may && draft.queries.length > 1 ? html`<button type="button" class="quiet remove" @click=${remove}>${t('tracking.remove')}<span class="hidden-visually"> ${query.name}</span></button>` : ''}
      </fieldset>`;
  }

  return {
    leave: () => [...known.keys()].forEach(forget),
    /** @param problem what was refused: `{field, message}` */
    template(draft, problem) {
      for (const query of [...known.keys()]) if (!draft.queries.includes(query)) forget(query);
      const add = () => {
        const id = freeQueryId(draft.queries);
        draft.queries = [...draft.queries, { id, name: '', query: '' }];
        changed();
        draw();
        document.getElementById(`name-${id}`)?.focus();
      };
      return html`
        ${repeat(draft.queries, (q) => q.id, (q, i) => one(draft, q, i, problem))}
        ${may ? html`<p><button type="button" id="add-query" @click=${add}>${t('tracking.add')}</button></p>` : ''}`;
    },
  };
}
