// Events as they happen. The browser reconnects by itself, and where it gives up it is made to; "reset" means we fell behind and must read afresh.

import { doubt } from './connection.js';

const AGAIN = 10_000;

/** @returns what ends it */
export function listen(brand, { mention, alert, notification, status, reset }) {
  let source = null;
  let timer = 0;

  function failed() {
    const isOver = source.readyState === EventSource.CLOSED;
    doubt();
    if (isOver) timer = setTimeout(open, AGAIN);
    status(isOver ? 'off' : 'waiting');
  }

  function open() {
    source = new EventSource(`/api/stream${brand ? `?brand=${encodeURIComponent(brand)}` : ''}`);
    source.addEventListener('open', () => status('on'));
    source.addEventListener('error', failed);
    source.addEventListener('mention', (e) => mention(JSON.parse(e.data)));
    source.addEventListener('alert', (e) => alert(JSON.parse(e.data)));
    if (notification) source.addEventListener('notification', (e) => notification(JSON.parse(e.data)));
    source.addEventListener('reset', () => reset());
  }

  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

/** Runs `task` at most once an interval, and once more after the last call. */
export function atMostEvery(milliseconds, task) {
  let timer = null;
  let again = false;
  const run = () => {
    task();
    timer = setTimeout(() => {
      timer = null;
      if (again) {
        again = false;
        run();
      }
    }, milliseconds);
  };
  return () => {
    if (timer) again = true; else run();
  };
}
