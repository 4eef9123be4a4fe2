// Mentions of several brands over time on one axis. Each line has a colour, a dash and a point of its own; a table says the same.

import { html } from '/webjars/lit-html/lit-html.js';
import { ref, createRef } from '/webjars/lit-html/directives/ref.js';
import { day, number, t, time } from '../i18n.js';

const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 5], [14, 4]];
const POINTS = ['circle', 'rect', 'triangle', 'rectRot', 'star', 'cross'];
const ROWS = 60;

const canvas = createRef();
let chart = null;
let shown = { brands: [], timelines: new Map() };

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const label = (iso, interval) => (interval === '1d' ? day(iso) : interval === '1h' ? `${day(iso)} ${time(iso)}` : time(iso));

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

function paint() {
  if (!canvas.value || !globalThis.Chart) return;
  if (chart && chart.canvas !== canvas.value) {
    chart.destroy();
    chart = null;
  }
  const one = first();
  const data = { labels: (one?.buckets ?? []).map((b) => label(b.t, one.interval)), datasets: shown.brands.map(line) };
  const axis = { grid: { color: colour('line') }, ticks: { color: colour('ink-soft') } };
  const options = {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    interaction: { mode: 'index', intersect: false },
    plugins: { legend: { labels: { color: colour('ink'), usePointStyle: true } } },
    scales: {
      x: { ...axis, grid: { display: false }, ticks: { ...axis.ticks, maxRotation: 0, autoSkipPadding: 24 } },
      y: { ...axis, beginAtZero: true, ticks: { ...axis.ticks, precision: 0 } },
    },
  };
  if (chart) {
    chart.data = data;
    chart.options = options;
    chart.update('none');
  } else {
    chart = new globalThis.Chart(canvas.value, { type: 'line', data, options });
  }
}

addEventListener('vigie-theme', () => requestAnimationFrame(paint));

/** The steps in which anybody was mentioned, the newest of them. */
function table() {
  const one = first();
  const all = shown.brands.map((b) => shown.timelines.get(b.id)?.buckets ?? []);
  const rows = (one?.buckets ?? []).map((b, i) => [b.t, all.map((a) => a[i]?.mentions ?? 0)]).filter(([, counts]) => counts.some((n) => n > 0)).slice(-ROWS);
  return html`
    <div class="scrolling" tabindex="0" role="region" aria-label=${t('compare.timeline')}><table>
      <thead><tr><th scope="col">${t('timeline.time')}</th>${shown.brands.map((b) => html`<th scope="col">${b.name}</th>`)}</tr></thead>
      <tbody>${rows.map(([at, counts]) => html`<tr><th scope="row">${label(at, one.interval)}</th>${counts.map((n) => html`<td>${number(n)}</td>`)}</tr>`)}</tbody>
    </table></div>`;
}

export function lines(brands, timelines) {
  shown = { brands, timelines };
  requestAnimationFrame(paint);
  return html`
    <section class="panel" aria-labelledby="compare-lines">
      <header><h2 id="compare-lines">${t('compare.timeline')}</h2></header>
      <div class="chart"><canvas ${ref(canvas)} role="img" aria-label=${`${t('compare.timeline')}: ${brands.map((b) => b.name).join(', ')}`}></canvas></div>
      <details><summary>${t('timeline.table')}</summary>${table()}</details>
    </section>`;
}
