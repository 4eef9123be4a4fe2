// The life of an incident: what happened when, and who did what.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../api.js';
import { moment, number, short, t } from '../i18n.js';
import { platformName, windowName } from './names.js';

const HOUR = 3_600_000;
const WINDOWS = { '15m': HOUR / 4, '1h': HOUR, '3h': 3 * HOUR, '24h': 24 * HOUR };
const WIDEST = 50;
const MANY = 1_000;
const VERBS = ['ack', 'assign', 'comment', 'resolve', 'reopen'];

const nameOf = ({ author }) => (author?.handle ? `@${author.handle}` : author?.name ?? t('mention.unknown'));

/** What the alert counts, as the list of mentions is narrowed. */
function narrowed({ metric }) {
  const [kind, ...rest] = metric.split(':');
  if (kind === 'hashtag' || kind === 'story') return { [kind]: rest.join(':') };
  return kind.startsWith('negative') ? { sentiment: 'negative' } : {};
}

/** Who began: the first mention of the window that opened the alert, and the first of those whom many may have seen. */
export async function voicesOf(alert) {
  const about = {
    ...narrowed(alert),
    brand: alert.brand,
    from: new Date(Date.parse(alert.openedAt) - (WINDOWS[alert.window] ?? HOUR)).toISOString(),
    to: new Date(Date.parse(alert.resolvedAt ?? alert.lastAt) + 60_000).toISOString(),
  };
  const [oldest, widest] = await Promise.all([
    api.get('/api/mentions', { ...about, sort: 'oldest', size: 1 }),
    api.get('/api/mentions', { ...about, sort: 'reach', size: WIDEST }),
  ]);
  const wide = widest.items.filter((m) => m.reach?.high >= MANY);
  return { first: oldest.items[0], wide: wide.sort((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt))[0] };
}

/** Everything known to have happened, oldest first; what the machine found before what people did at the same moment. */
function events(alert, line, told, voices) {
  const list = [{ at: alert.openedAt, text: t('incident.opened') }];
  if (alert.toldAt) list.push({ at: alert.toldAt, text: t('incident.told') });
  const { first, wide } = voices ?? {};
  if (first) list.push({ at: first.publishedAt, text: t('incident.first', { name: nameOf(first), platform: platformName(first.platform) }) });
  if (wide) list.push({ at: wide.publishedAt, text: t('incident.voice', { name: nameOf(wide), platform: platformName(wide.platform), n: short(wide.reach.high) }) });
  if (line?.peak) list.push({ at: line.peak.t, text: t('incident.peak', { n: number(line.peak.observed), window: windowName(line.window) }) });
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
        <li><time datetime=${e.at}>${moment(e.at)}</time> <span><bdi>${e.text}</bdi>${e.comment ? html`<q dir="auto">${e.comment}</q>` : ''}</span></li>`)}</ol>
    </section>`;
}
