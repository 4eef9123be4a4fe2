// Events as they happen. The browser reconnects by itself; "reset" means we fell behind and must read afresh.

export function listen(brand, { mention, alert, notification, status, reset }) {
  const source = new EventSource(`/api/stream${brand ? `?brand=${encodeURIComponent(brand)}` : ''}`);
  source.addEventListener('open', () => status('on'));
  source.addEventListener('error', () => status(source.readyState === EventSource.CLOSED ? 'off' : 'waiting'));
  source.addEventListener('mention', (e) => mention(JSON.parse(e.data)));
  source.addEventListener('alert', (e) => alert(JSON.parse(e.data)));
  if (notification) source.addEventListener('notification', (e) => notification(JSON.parse(e.data)));
  source.addEventListener('reset', () => reset());
  return () => source.close();
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
