// When in the week people talk: each day and hour in the brand's time. Colour goes by the mean of the hours observed, since
// a period rarely holds each day of the week equally often.

import { html } from '/webjars/lit-html/lit-html.js';
import { number, t, weekday as named } from '../i18n.js';
import { drill } from './drill.js';
import { hoursIn } from './zone.js';

const LEVELS = 5;
const HOUR = 3_600_000;
const FEWEST = 48;
const MONDAY = Date.UTC(2024, 0, 1);

const dayName = (weekday, style) => named(MONDAY + weekday * 24 * HOUR, style);

/** By day of the week and hour: how often it was observed, its mentions, and when it was, if only once. */
export function week(buckets, zone) {
  const at = hoursIn(zone);
  const cells = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => ({ mentions: 0, hours: 0 })));
  for (const bucket of buckets) {
    const { weekday, hour } = at(bucket.t);
    const cell = cells[weekday][hour];
    cell.mentions += bucket.mentions;
    cell.hours += 1;
    cell.t = bucket.t;
  }
  return cells;
}

const mean = (cell) => (cell.hours ? cell.mentions / cell.hours : 0);

function cellOf(cell, weekday, hour, most) {
  if (!cell.hours) return html`<td></td>`;
  const level = Math.ceil((LEVELS * mean(cell)) / most);
  const shown = number(mean(cell), { maximumFractionDigits: mean(cell) < 10 && cell.hours > 1 ? 1 : 0, notation: 'compact' });
  const said = t('heat.cell', { day: dayName(weekday, 'long'), hour: `${hour} h`, n: cell.mentions, hours: cell.hours });
  const until = () => new Date(Date.parse(cell.t) + HOUR).toISOString();
  return html`<td class=${`heat-${level}`} title=${said}>${!cell.mentions ? '' : cell.hours === 1
    ? drill({ period: 'custom', from: cell.t, to: until() }, shown, said) : shown}</td>`;
}

// an answer is drawn many times, and a year of hours takes a while to sort
let last = {};

function weekOf(buckets, zone) {
  if (last.buckets !== buckets || last.zone !== zone) last = { buckets, zone, cells: week(buckets, zone) };
  return last.cells;
}

/** @param answer the timeline by hours */
export function heat(answer, zone) {
  const buckets = answer?.interval === '1h' ? answer.buckets : [];
  if (buckets.length < FEWEST || !buckets.some((b) => b.mentions)) return '';
  const cells = weekOf(buckets, zone);
  const most = Math.max(...cells.flat().map(mean));
  return html`
    <section class="panel" aria-labelledby="heat-title">
      <header><h2 id="heat-title">${t('heat.title')}</h2><small>${t('heat.hint', { zone: zone.replaceAll('_', ' ') })}</small></header>
      <div class="heat-scroll" tabindex="0" role="region" aria-label=${t('heat.hint', { zone })}>
        <table class="heat">
          <thead><tr><td></td>${cells[0].map((_, hour) => html`<th scope="col">${hour}</th>`)}</tr></thead>
          <tbody>${cells.map((hours, weekday) => html`
            <tr><th scope="row"><span aria-hidden="true">${dayName(weekday, 'short')}</span><span class="hidden-visually">${dayName(weekday, 'long')}</span></th>
              ${hours.map((cell, hour) => cellOf(cell, weekday, hour, most))}</tr>`)}</tbody>
        </table>
      </div>
    </section>`;
}
