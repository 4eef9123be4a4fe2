// Days and hours where a brand lives, not where the reader sits.

import { state } from '../state.js';

export const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** Several brands have no time of their own: the reader's is used. */
export const zoneOf = (brands) => (brands ?? []).find((b) => b.id === state().brand)?.timeZone ?? browserZone();

function clock(zone) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  return (at) => Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
}

/** @returns what tells the day of the week (0 = Monday) and the hour of an instant */
export function hoursIn(zone) {
  const read = clock(zone);
  return (iso) => {
    const { year, month, day, hour } = read(Date.parse(iso));
    return { weekday: (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7, hour };
  };
}

/** The day an instant falls on, as a date field holds it. */
export function dayIn(zone, at) {
  const { year, month, day } = clock(zone)(at);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** The instant a day begins there, `later` days after the one named. */
export function beginOf(date, zone, later = 0) {
  const [year, month, day] = date.split('-').map(Number);
  const wanted = Date.UTC(year, month - 1, day + later);
  const read = clock(zone);
  const offset = (at) => {
    const p = read(at);
    return Date.UTC(p.year, p.month - 1, p.day, p.hour, p.minute, p.second) - at;
  };
  // the offset of a guess is that of the answer, but near a change of the clocks: so it is asked twice
  const guess = wanted - offset(wanted);
  return new Date(wanted - offset(guess)).toISOString();
}
