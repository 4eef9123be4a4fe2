// The life of an incident: what happened when, and who did what.

import { html } from '/webjars/lit-html/lit-html.js';
import { moment, number, short, t } from '../i18n.js';
import { platformName, windowName } from './names.js';

const OUTCOMES = { sent: 'sent', pending: 'pending' };
const OTHERS_SHOWN = 10;
const VERBS = ['ack', 'assign', 'comment', 'resolve', 'reopen'];

function widest(evidence) {
  return (evidence ?? []).filter((m) => m.text !== undefined && m.reach?.high >= 1_000)
    .reduce((most, m) => (!most || m.reach.high > most.reach.high ? m : most), null);
}

/** Everything known to have happened, oldest first; what the machine found before what people did at the same moment. */
function events(alert, line, told) {
  const list = [{ at: alert.openedAt, text: t('incident.opened') }];
  if (alert.toldAt) list.push({ at: alert.toldAt, text: t('incident.told') });
  const voice = widest(alert.evidence);
  if (voice) {
    list.push({
      at: voice.publishedAt,
      text: t('incident.voice', { name: voice.author?.handle ? `@${voice.author.handle}` : voice.author?.name ?? t('mention.unknown'), platform: platformName(voice.platform), n: short(voice.reach.high) }),
    });
  }
  if (line?.peak) list.push({ at: line.peak.t, text: t('incident.peak', { n: number(line.peak.observed), window: windowName(line.window) }) });
  for (const sent of told ?? []) {
    const others = Object.entries(sent.others ?? {});
    if (others.length) {
      const shown = others.slice(0, OTHERS_SHOWN).map(([receiver, why]) => `${receiver}: ${why}`);
      list.push({ at: sent.at, text: t('incident.notMeant', { n: number(others.length) }), comment: shown.join(' · ') });
    } else if (sent.at) {
      const text = t(`incident.${OUTCOMES[sent.outcome] ?? 'unsent'}`, { receiver: sent.receiver, channel: sent.channel });
      list.push({ at: sent.at, text, comment: sent.outcome === 'sent' ? undefined : sent.reason });
    }
  }
  for (const action of alert.people?.actions ?? []) {
    if (!VERBS.includes(action.verb)) continue;
    list.push({ at: action.at, text: t(`incident.${action.verb}`, { by: action.by, to: action.to ?? '' }), comment: action.comment });
  }
  if (alert.resolvedAt) list.push({ at: alert.resolvedAt, text: t('incident.calm') });
  return list.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

export function incident(alert, line, told) {
  return html`
    <section class="panel sooner" aria-labelledby="incident-title">
      <header><h2 id="incident-title">${t('incident.title')}</h2></header>
      <ol class="incident" id="incident">${events(alert, line, told).map((e) => html`
        <li><time datetime=${e.at}>${moment(e.at)}</time> <span><bdi>${e.text}</bdi>${e.comment ? html`<q dir="auto">${e.comment}</q>` : ''}</span></li>`)}</ol>
    </section>`;
}
