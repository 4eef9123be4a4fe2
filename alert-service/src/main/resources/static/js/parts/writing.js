// Where a query is written: as tall as it is long, its parts in their colours, with proposals for the word one is at.

import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { createRef, ref } from '/webjars/lit-html/directives/ref.js';
import { completion } from './completion.js';
import { painted } from './highlight.js';

const LONGEST = 4_096;

/** @param typed takes what stands in the field after each change; `tracking` = whether it listens, or searches what was heard */
export function writing({ draw, id, words, typed, tracking = true }) {
  const field = createRef();
  const proposals = completion({ draw, field, words: () => ({ ...words(), tracking }), id: `proposals-${id}`, took: () => changed() });

  function changed() {
    proposals.look();
    typed(field.value.value);
    draw();
  }

  const leave = () => { proposals.close(); draw(); };

  return {
    focus: () => field.value?.focus(),
    /** @param findings what is wrong where; `described` = ids of what is said of it */
    template: ({ name, value, findings, disabled, invalid, described }) => html`
      <div class="writing">
        <pre aria-hidden="true">${painted(value, findings)}${'\n'}</pre>
        <textarea ${ref(field)} id=${id} name=${name} rows="1" maxlength=${LONGEST} spellcheck="false" autocapitalize="off" autocomplete="off" ?disabled=${disabled}
          aria-invalid=${Boolean(invalid)} aria-describedby=${described} aria-autocomplete="list" aria-controls=${`proposals-${id}`}
          aria-activedescendant=${proposals.active ?? nothing} .value=${value} @input=${changed} @keydown=${proposals.key} @blur=${leave}></textarea>
        ${proposals.list()}
      </div>`,
  };
}
