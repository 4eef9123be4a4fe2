// The life of an incident: what happened when, and who did what.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../api.js';
import { moment, number, short, t } from '../i18n.js';
import { behind, drill } from './drill.js';
import { platformName, windowName } from './names.js';

const SECOND = 1_000;
const WINDOWS = { '15m': 900 * SECOND, '1h': 3_600 * SECOND, '3h': 10_800 * SECOND };
/** Whom so many may see can begin what others only join: the hundredth to tenth part of some ten thousand followers. */
const MANY = 1_000;
const VERBS = ['ack', 'assign', 'comment', 'resolve', 'reopen'];

const nameOf = ({ author }) => (author?.handle ? `@${author.handle}` : author?.name ?? t('mention.unknown'));
const iso = (ms) => new Date(ms).toISOString();

/** Who began: the first of the mentions the alert is about, and the first of those whom many may have seen. */
export async function voicesOf(alert) {
  const { period, ...about } = behind(alert);
  const oldest = async (q) => (await api.get('/api/mentions', { ...about, q, sort: 'oldest', size: 1 })).items[0];
  const [first, wide] = await Promise.all([oldest(), oldest(`reach:>=${MANY}`)]);
  return { first, wide };
}

/** The list that holds this one mention, or hardly another. */
function just({ brand, eventTime, platform, author }) {
  const at = Date.parse(eventTime);
  return { brand, period: 'custom', from: iso(at), to: iso(at + SECOND), platform, author: author?.handle ?? (author?.id ? `${platform}:${author.id}` : '') };
}

/** Everything known to have happened, oldest first; what the machine found before what people did at the same moment. */
function events(alert, line, told, voices, now = Date.now()) {
  const { first, wide } = voices ?? {};
  const list = [];
  if (first) list.push({ at: first.eventTime, text: t('incident.first', { name: nameOf(first), platform: platformName(first.platform) }), to: just(first) });
  // an alert opens with the five minutes its evidence lies in, which may begin before anybody spoke
  list.push({ at: first?.eventTime > alert.openedAt ? first.eventTime : alert.openedAt, text: t('incident.opened') });
  if (alert.toldAt) list.push({ at: alert.toldAt, text: t('incident.told') });
  if (wide) list.push({ at: wide.eventTime, text: t('incident.voice', { name: nameOf(wide), platform: platformName(wide.platform), n: short(wide.reach.high) }), to: just(wide) });
  if (line?.peak) {
    const { t: end, observed } = line.peak;
    const counted = { ...behind(alert), from: iso(Date.parse(end) - (WINDOWS[line.window] ?? WINDOWS['1h'])), to: end };
    // the window that holds it may still run
    list.push({ at: iso(Math.min(Date.parse(end), now)), text: t('incident.peak', { n: number(observed), window: windowName(line.window) }), to: counted });
  }
  // everything else that was decided about telling people has a list of its own
  const sent = (told ?? []).find((row) => row.outcome === 'sent');
  if (sent) list.push({ at: sent.at, text: t('incident.sent') });
  for (const action of alert.people?.actions ?? []) {
    if (!VERBS.includes(action.verb)) continue;
    list.push({ at: action.at, text: t(`incident.${action.verb}`, { by: action.by, to: action.to ?? '' }), comment: action.comment });
  }
  if (alert.resolvedAt) list.push({ at: alert.resolvedAt, text: t('incident.calm') });
  return list.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

export function incident(alert, line, told, voices) {
  return html`
    <section class="panel sooner" aria-labelledby="incident-title">
      <header><h2 id="incident-title">${t('incident.title')}</h2></header>
      <ol class="incident" id="incident">${events(alert, line, told, voices).map((e) => html`
        <li><time datetime=${e.at}>${moment(e.at)}</time> <span><bdi>${e.to ? drill(e.to, e.text) : e.text}</bdi>${e.comment ? html`<q dir="auto">${e.comment}</q>` : ''}</span></li>`)}</ol>
    </section>`;
}
