// A receiver while somebody edits it, and back into what the API takes. Fields have the names the API gives them.

import { CHANNELS, TEAM } from './channels.js';

const NEW = -1;
const WAY = /^(?:also\[(\d+)\]\.)?(channel|settings\.(\w+))$/;
const QUIET = { from: '22:00', until: '07:00', timeZone: '', unlessSeverity: '' };

/** What the fields of a way begin with. */
export const wayPrefix = (i) => (i === 0 ? '' : `also[${i - 1}].`);

const wayOf = ({ channel, settings, secrets }, i) => ({ was: i, channel, settings: { ...settings }, kept: secrets ?? [] });

export function draftOf(receiver) {
  const isTeam = receiver?.channel === TEAM;
  return {
    name: receiver?.name ?? '',
    is: isTeam ? TEAM : 'one',
    ways: receiver && !isTeam ? [receiver, ...receiver.also].map(wayOf) : [],
    members: receiver?.members ?? [],
    brands: receiver?.brands ?? [],
    minSeverity: String(receiver?.minSeverity ?? 0),
    language: receiver?.language ?? document.documentElement.lang,
    quiet: Boolean(receiver?.quietHours),
    quietHours: { ...QUIET, ...receiver?.quietHours },
  };
}

export function addWay(draft, channel) {
  draft.ways.push({ was: NEW, channel, settings: {}, kept: [] });
}

export function read(draft, name) {
  const way = WAY.exec(name);
  if (way) {
    const of = draft.ways[way[1] === undefined ? 0 : Number(way[1]) + 1];
    return way[3] ? of.settings[way[3]] : of.channel;
  }
  return name.startsWith('quietHours.') ? draft.quietHours[name.slice(11)] : draft[name];
}

export function write(draft, name, value) {
  const way = WAY.exec(name);
  if (way) {
    const of = draft.ways[way[1] === undefined ? 0 : Number(way[1]) + 1];
    if (way[3]) of.settings[way[3]] = value;
    else Object.assign(of, { channel: value, settings: {}, kept: [], was: NEW });
  } else if (name.startsWith('quietHours.')) {
    draft.quietHours[name.slice(11)] = value;
  } else {
    draft[name] = value;
  }
}

function sent({ was, channel, settings }) {
  const { settings: plain, secrets } = CHANNELS[channel] ?? { settings: Object.keys(settings), secrets: [] };
  const given = [...plain, ...secrets].filter((name) => settings[name]).map((name) => [name, settings[name].trim()]);
  return { channel, settings: Object.fromEntries(given), was };
}

export function bodyOf(draft) {
  const isTeam = draft.is === TEAM;
  const [first, ...also] = isTeam ? [{ channel: TEAM }] : draft.ways.map(sent);
  const { from, until, timeZone, unlessSeverity } = draft.quietHours;
  return {
    name: draft.name.trim(),
    channel: '',
    ...first,
    also,
    members: isTeam ? draft.members : [],
    brands: draft.brands,
    minSeverity: Number(draft.minSeverity),
    language: draft.language,
    quietHours: draft.quiet ? {
      from,
      until,
      timeZone: timeZone?.trim() || undefined,
      unlessSeverity: unlessSeverity === '' || unlessSeverity === null ? undefined : Number(unlessSeverity),
    } : undefined,
  };
}
