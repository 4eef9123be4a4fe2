// Proposals below a field in which a query is written: of one line or of many.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';
import { propose } from '../mentions/complete.js';

/**
 * @param field a lit reference to the field
 * @param words what is known to stand in queries here, as `propose` takes it
 * @param id of the list, for the field to name
 * @param opens whether the arrow keys open it, where they are not needed to move among lines
 * @param took is told what was chosen, once it stands in the field
 */
export function completion({ draw, field, words, id, opens = false, took }) {
  let proposals = [];
  let active = -1;

  const close = () => { proposals = []; active = -1; };

  function look() {
    const { value, selectionStart } = field.value;
    proposals = propose(value, selectionStart ?? value.length, words());
    active = -1;
  }

  function take(proposal) {
    const { text, begin, end } = proposal;
    const { value } = field.value;
    field.value.value = value.slice(0, begin) + text + value.slice(end).replace(/^ /, '');
    field.value.focus();
    field.value.setSelectionRange(begin + text.length, begin + text.length);
    took(proposal);
  }

  const keys = {
    ArrowDown: () => { if (!proposals.length) look(); active = Math.min(active + 1, proposals.length - 1); },
    ArrowUp: () => { active = Math.max(active - 1, -1); },
    Escape: close,
    Enter: () => take(proposals[active]),
    Tab: () => take(proposals[active]),
  };

  const means = (key) => {
    if (!keys[key]) return false;
    if (['Enter', 'Tab'].includes(key)) return active >= 0;
    return proposals.length > 0 || opens && key !== 'Escape';
  };

  const option = (p, i) => html`
    <li role="option" id=${`${id}-${i}`} aria-selected=${i === active} @pointerdown=${(e) => { e.preventDefault(); take(p); }}>
      <bdi>${p.text}</bdi> <small>${t(`mentions.proposal.${p.kind}`)}</small></li>`;

  return {
    look,
    close,
    get isOpen() { return proposals.length > 0; },
    /** The id of the proposal that Enter would take. */
    get active() { return active < 0 ? undefined : `${id}-${active}`; },
    /** Whether a key was meant for the proposals. */
    key(e) {
      if (!means(e.key)) return false;
      e.preventDefault();
      e.stopPropagation();
      keys[e.key]();
      draw();
      return true;
    },
    list: () => html`<ul id=${id} class="proposals" role="listbox" aria-label=${t('mentions.proposals')} ?hidden=${!proposals.length}>${proposals.map(option)}</ul>`,
  };
}
