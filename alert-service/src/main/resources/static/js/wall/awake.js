// A screen nobody touches goes dark; where the browser has a wake lock, it is asked to stay on.

/** @returns what gives it back */
export function keepAwake() {
  let lock = null;
  let over = false;

  async function ask() {
    if (over || document.hidden || !navigator.wakeLock) return;
    try {
      lock = await navigator.wakeLock.request('screen');
      if (over) lock.release();
    } catch { /* a low battery may refuse */ }
  }

  // a page that was hidden has lost it
  document.addEventListener('visibilitychange', ask);
  ask();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', ask);
    lock?.release();
  };
}
