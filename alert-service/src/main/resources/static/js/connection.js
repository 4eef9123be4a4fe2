// Whether the server can be reached. Who fails to says so; it is then tried until it answers, and whoever waits is told.

const AGAIN = 3_000;

export const connection = new EventTarget();

let lost = false;
let missed = false;
let looking = false;

export const isLost = () => lost;

function tell(what) {
  lost = what === 'lost';
  connection.dispatchEvent(new Event(what));
}

async function look() {
  let answers = false;
  try {
    // a proxy before a server that is gone answers, too
    answers = ![502, 504].includes((await fetch('/api/session', { cache: 'no-store' })).status);
  } catch { /* nobody there */ }
  if (!answers) {
    setTimeout(look, AGAIN);
    if (!lost) tell('lost');
    return;
  }
  looking = false;
  if (!lost && !missed) return;
  missed = false;
  tell('back');
}

/** @param isMissed whether something was asked for that is still wanted */
export function doubt(isMissed = false) {
  missed ||= isMissed;
  if (looking) return;
  looking = true;
  look();
}

addEventListener('offline', () => doubt());
