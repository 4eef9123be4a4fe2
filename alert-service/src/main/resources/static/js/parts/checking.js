// Has a query looked at by the server a moment after it was last changed. An answer to what was changed meanwhile is dropped.

import { api } from '../api.js';

const PAUSE = 350;

/** @param scope `search` where it may name what is known only later, and no posts are to be looked through */
export function checking(draw, scope) {
  let timer = 0;
  let turn = 0;
  let looked = '';

  async function now(query) {
    clearTimeout(timer);
    const mine = ++turn;
    looked = query;
    let answer = null;
    // it may be asked while the page is being drawn, which must not begin again within itself
    await null;
    if (query.trim()) {
      try {
        answer = await api.post('/api/queries/check', { query, scope });
      } catch { /* saving says what is wrong */ }
    }
    if (mine !== turn) return;
    self.answer = answer;
    self.of = query;
    draw();
  }

  const self = {
    /** What was said of the query `of`; null before anything was. */
    answer: null,
    of: '',
    now,
    soon(query) {
      if (query === looked) return;
      clearTimeout(timer);
      timer = setTimeout(() => now(query), PAUSE);
    },
    leave() {
      clearTimeout(timer);
      turn += 1;
    },
  };
  return self;
}
