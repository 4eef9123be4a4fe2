// Only the cards that can be seen are in the page; blanks above and below stand for the others.

import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { ref } from '/webjars/lit-html/directives/ref.js';
import { repeat } from '/webjars/lit-html/directives/repeat.js';

const GUESS = 190;
const BEYOND = 700;
const GAP = 8;

const tall = (pixels) => ref((element) => {
  // a strict policy forbids style attributes, not this
  if (element) element.style.height = `${Math.max(0, Math.round(pixels))}px`;
});

export function seen({ draw, near }) {
  const heights = new Map();
  let tops = [0];
  let items = [];
  let box = null;
  let first = 0;
  let last = 12;
  let planned = false;

  const observer = new ResizeObserver((entries) => {
    let moved = false;
    for (const { target, borderBoxSize } of entries) {
      const id = target.dataset.id;
      const height = Math.round(borderBoxSize[0].blockSize) + GAP;
      if (!target.isConnected) observer.unobserve(target);
      if (!id || !target.isConnected || Math.abs((heights.get(id) ?? 0) - height) < 2) continue;
      heights.set(id, height);
      moved = true;
    }
    if (moved) plan();
  });

  // always the same two functions: another one would be told of every element at every drawing
  const watch = (element) => { if (element) observer.observe(element); };
  const hold = (element) => { if (element) box = element; };

  function measure() {
    tops = new Array(items.length + 1);
    tops[0] = 0;
    for (let i = 0; i < items.length; i++) tops[i + 1] = tops[i] + (heights.get(items[i].mentionId) ?? GUESS);
  }

  /** Index of the card at a height. */
  function at(height) {
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tops[middle + 1] <= height) low = middle + 1; else high = middle;
    }
    return low;
  }

  function look() {
    planned = false;
    if (!box?.isConnected) return;
    measure();
    const top = -box.getBoundingClientRect().top;
    first = at(Math.max(0, top - BEYOND));
    last = Math.min(items.length, at(top + innerHeight + BEYOND) + 1);
    draw();
    if (top + innerHeight + 2 * BEYOND > tops[items.length]) near();
  }

  function plan() {
    if (planned) return;
    planned = true;
    requestAnimationFrame(look);
  }

  addEventListener('scroll', plan, { passive: true });
  addEventListener('resize', plan);

  return {
    plan,
    leave() {
      removeEventListener('scroll', plan);
      removeEventListener('resize', plan);
      observer.disconnect();
    },
    /** Whether the beginning of the list can be seen. */
    atTop: () => !box || box.getBoundingClientRect().top > 0,
    reset() { first = 0; last = 12; },
    template(all, card, attributes) {
      if (items !== all || tops.length !== all.length + 1) {
        items = all;
        measure();
        plan();
      }
      const from = Math.min(first, items.length);
      const to = Math.min(Math.max(last, from), items.length);
      return html`
        <div class="cards" id="feed" role=${all.length ? 'feed' : nothing} aria-busy=${attributes.busy} aria-label=${all.length ? attributes.label : nothing} ${ref(hold)}>
          <div class="blank" ${tall(tops[from] ?? 0)}></div>
          ${repeat(items.slice(from, to), (m) => m.mentionId, (m, i) => card(m, from + i, ref(watch)))}
          <div class="blank" ${tall((tops[items.length] ?? 0) - (tops[to] ?? 0))}></div>
        </div>`;
    },
    /** Brings a card into sight and gives it the focus. */
    focus(index) {
      measure();
      const start = box.getBoundingClientRect().top + scrollY;
      const bar = Math.max(0, document.querySelector('header.bar')?.getBoundingClientRect().bottom ?? 0);
      const top = start + tops[index];
      const bottom = start + tops[index + 1];
      if (top < scrollY + bar + GAP) scrollTo(0, top - bar - 2 * GAP);
      else if (bottom > scrollY + innerHeight) scrollTo(0, Math.min(top - bar - 2 * GAP, bottom - innerHeight + 3 * GAP));
      look();
      requestAnimationFrame(() => box.querySelector(`[data-id="${CSS.escape(items[index]?.mentionId ?? '')}"]`)?.focus({ preventScroll: true }));
    },
  };
}
