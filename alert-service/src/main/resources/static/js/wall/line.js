// The live road of the wall. A browser gives up on some failures; a wall that hangs for weeks does not.

import { listen } from '../live.js';

const AGAIN = 10_000;

/**
 * @param heard takes each mention or alert
 * @param status takes `on`, `waiting` or `off`
 * @returns what ends it
 */
export function hold({ heard, status, reset }) {
  let stop = () => {};
  let timer = 0;

  function open() {
    stop = listen('', {
      mention: heard,
      alert: heard,
      reset,
      status: (s) => {
        status(s);
        clearTimeout(timer);
        if (s === 'off') timer = setTimeout(() => { stop(); open(); }, AGAIN);
      },
    });
  }

  open();
  return () => {
    clearTimeout(timer);
    stop();
  };
}
