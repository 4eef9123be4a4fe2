// Mentions of several brands over time on one axis. Each line has a colour, a dash and a point of its own; a table says the same.

import { html } from '/webjars/lit-html/lit-html.js';
import { ref, createRef } from '/webjars/lit-html/directives/ref.js';
import { number, t } from '../i18n.js';
import { colour, common, drawing, step } from '../parts/drawing.js';

const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 5], [14, 4]];
const POINTS = ['circle', 'rect', 'triangle', 'rectRot', 'star', 'cross'];
const ROWS = 60;

const canvas = createRef();
let shown = { brands: [], timelines: new Map() };

const first = () => shown.brands.map((b) => shown.timelines.get(b.id)).find(Boolean);

function line(brand, i) {
  const ink = colour(`brand-${i + 1}`);
  const buckets = shown.timelines.get(brand.id)?.buckets ?? [];
  return {
    label: brand.name,
    data: buckets.map((b) => b.mentions),
    borderColor: ink,
    backgroundColor: ink,
    borderDash: DASHES[i],
    borderWidth: 2,
    pointStyle: POINTS[i],
    // few points are drawn, many would hide the line
    pointRadius: buckets.length <= 40 ? 3 : 0,
    tension: 0,
  };
}

const chart = drawing(canvas, 'line', () => ({
  data: { labels: (first()?.buckets ?? []).map((b) => step(b.t, first().interval)), datasets: shown.brands.map(line) },
  options: common({ legend: { usePointStyle: true } }),
}));

/** The steps in which anybody was mentioned, the newest of them. */
function table() {
  const one = first();
  const all = shown.brands.map((b) => shown.timelines.get(b.id)?.buckets ?? []);
  const rows = (one?.buckets ?? []).map((b, i) => [b.t, all.map((a) => a[i]?.mentions ?? 0)]).filter(([, counts]) => counts.some((n) => n > 0)).slice(-ROWS);
  return html`
    <div class="scrolling" tabindex="0" role="region" aria-label=${t('compare.timeline')}><table>
      <thead><tr><th scope="col">${t('timeline.time')}</th>${shown.brands.map((b) => html`<th scope="col">${b.name}</th>`)}</tr></thead>
      <tbody>${rows.map(([at, counts]) => html`<tr><th scope="row">${step(at, one.interval)}</th>${counts.map((n) => html`<td>${number(n)}</td>`)}</tr>`)}</tbody>
    </table></div>`;
}

export function lines(brands, timelines) {
  shown = { brands, timelines };
  chart.soon();
  return html`
    <section class="panel" aria-labelledby="compare-lines">
      <header><h2 id="compare-lines">${t('compare.timeline')}</h2></header>
      <div class="chart"><canvas ${ref(canvas)} role="img" aria-label=${`${t('compare.timeline')}: ${brands.map((b) => b.name).join(', ')}`}></canvas></div>
      <details><summary>${t('timeline.table')}</summary>${table()}</details>
    </section>`;
}
