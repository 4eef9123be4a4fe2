// Counts over time beside what was to be expected: a line, a band, and a mark wherever somebody would have been told.

import { html } from '/webjars/lit-html/lit-html.js';
import { ref, createRef } from '/webjars/lit-html/directives/ref.js';
import { day, moment, number, t, time } from '../i18n.js';
import { colour, common, drawing } from './drawing.js';
import { windowName } from './names.js';

const canvas = createRef();
const HOUR = 3_600_000;
const LONGEST_TABLE = 200;
let shown = { points: [], marks: [], window: '1h' };

const at = (iso) => Date.parse(iso);
const known = (n) => n !== undefined && n !== null;
const high = (p) => p.expected + 2 * p.sd;
const low = (p) => Math.max(0, p.expected - 2 * p.sd);

const marksPlugin = {
  id: 'marks',
  afterDatasetsDraw({ ctx, chartArea, scales }) {
    ctx.save();
    ctx.strokeStyle = colour('alert');
    ctx.fillStyle = colour('alert');
    ctx.setLineDash([4, 3]);
    ctx.lineWidth = 1.5;
    for (const mark of shown.marks) {
      const x = scales.x.getPixelForValue(at(mark));
      if (x < chartArea.left || x > chartArea.right) continue;
      ctx.beginPath();
      ctx.moveTo(x, chartArea.top + 12);
      ctx.lineTo(x, chartArea.bottom);
      ctx.stroke();
      ctx.fillText('⚠', x - 5, chartArea.top + 9);
    }
    ctx.restore();
  },
};

const plain = { pointRadius: 0, borderWidth: 0, tension: 0 };

function datasets() {
  const { points } = shown;
  const line = (value) => points.map((p) => ({ x: at(p.t), y: value(p) }));
  const sets = [];
  if (points.some((p) => known(p.expected))) {
    const part = (value) => (p) => (known(p.expected) ? value(p) : null);
    sets.push({ ...plain, label: '', data: line(part(low)), order: 3 });
    sets.push({ ...plain, label: t('band.usual'), data: line(part(high)), fill: '-1', backgroundColor: colour('band'), borderColor: colour('band'), order: 3 });
    sets.push({ ...plain, label: t('band.expected'), data: line(part((p) => p.expected)), borderWidth: 1.5, borderColor: colour('neutral'), borderDash: [2, 3], order: 2 });
  }
  if (points.some((p) => known(p.limit))) {
    sets.push({ ...plain, label: t('band.limit'), data: line((p) => (known(p.limit) ? p.limit : null)), borderWidth: 1.5, borderColor: colour('alert'), borderDash: [6, 4], order: 1 });
  }
  sets.push({ ...plain, label: t('band.observed'), data: line((p) => p.observed), borderWidth: 1.75, borderColor: colour('accent'), backgroundColor: colour('accent'), order: 0 });
  return sets;
}

function content() {
  if (!shown.points.length) return null;
  const start = at(shown.points[0].t);
  const end = at(shown.points[shown.points.length - 1].t);
  const label = (x) => {
    const iso = new Date(x).toISOString();
    return end - start > 72 * HOUR ? day(iso) : time(iso);
  };
  const options = common({
    x: { type: 'linear', min: start, max: end, ticks: { callback: label }, afterBuildTicks: (axis) => { axis.ticks = ticks(start, end); } },
    legend: { boxWidth: 14, boxHeight: 4, filter: (item) => item.text !== '' },
  });
  options.plugins.tooltip = {
    filter: (item) => item.dataset.label !== '',
    callbacks: {
      title: (items) => (items.length ? moment(new Date(items[0].parsed.x).toISOString()) : ''),
      label: (item) => `${item.dataset.label}: ${number(item.parsed.y, { maximumFractionDigits: 1 })}`,
    },
  };
  return { data: { datasets: datasets() }, options: { ...options, parsing: false, normalized: true } };
}

const drawn = drawing(canvas, 'line', content, [marksPlugin]);

/** Ticks at whole hours or days of the reader's clock, about ten of them. */
function ticks(start, end) {
  const hours = [1, 3, 6, 12, 24, 48, 168, 336].find((h) => (end - start) / (h * HOUR) <= 11) ?? 720;
  const tick = new Date(start);
  tick.setHours(0, 0, 0, 0);
  const found = [];
  while (tick.getTime() <= end) {
    if (tick.getTime() >= start) found.push({ value: tick.getTime() });
    // whole days by the calendar, since some have 23 or 25 hours
    if (hours < 24) tick.setTime(tick.getTime() + hours * HOUR); else tick.setDate(tick.getDate() + hours / 24);
  }
  return found;
}

/** @param marks times at which somebody was, or would have been, told */
export function band({ points, window, marks, title }) {
  shown = { points, marks, window };
  drawn.soon();
  if (!points.length) return html`<p class="empty">${t('band.nothing')}</p>`;
  const most = points.reduce((max, p) => Math.max(max, p.observed), 0);
  return html`
    <p class="why">${t('band.each', { window: windowName(window) })}${points.some((p) => known(p.expected)) ? ` ${t('band.spread')}` : ''}</p>
    <div class="chart"><canvas ${ref(canvas)} role="img" aria-label=${t('band.label', { title, most: number(most), marks: marks.length })}></canvas></div>
    <details><summary>${t('timeline.table')}</summary>${table(points)}</details>`;
}

/** The largest counts: what the line is looked at for. */
function table(points) {
  const largest = [...points].sort((a, b) => b.observed - a.observed).slice(0, LONGEST_TABLE).sort((a, b) => at(a.t) - at(b.t));
  const figure = (n) => (known(n) ? number(n, { maximumFractionDigits: 1 }) : '–');
  return html`
    ${largest.length < points.length ? html`<p class="why">${t('band.largest', { n: number(largest.length) })}</p>` : ''}
    <div class="scrolling" tabindex="0" role="region" aria-label=${t('timeline.table')}>
      <table>
        <thead><tr><th scope="col">${t('timeline.time')}</th><th scope="col">${t('band.observed')}</th><th scope="col">${t('band.expected')}</th><th scope="col">±</th><th scope="col">${t('band.limit')}</th></tr></thead>
        <tbody>${largest.map((p) => html`<tr><th scope="row">${moment(p.t)}</th><td>${number(p.observed)}</td><td>${figure(p.expected)}</td><td>${figure(p.sd)}</td><td>${figure(p.limit)}</td></tr>`)}</tbody>
      </table>
    </div>`;
}
