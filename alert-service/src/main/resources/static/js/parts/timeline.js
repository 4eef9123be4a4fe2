// Mentions over time, stacked by sentiment, with alerts as lines; drag to zoom. A table says the same to those who cannot see it.

import { html } from '/webjars/lit-html/lit-html.js';
import { ref, createRef } from '/webjars/lit-html/directives/ref.js';
import { number, t } from '../i18n.js';
import { go, toMentions } from '../state.js';
import { colour, common, drawing, step } from './drawing.js';
import { drill } from './drill.js';

const canvas = createRef();
let shown = { buckets: [], alerts: [], interval: '1h' };
let drag = null;

const marks = {
  id: 'marks',
  afterDatasetsDraw({ ctx, chartArea, scales }) {
    const { buckets, alerts } = shown;
    if (buckets.length < 2) return;
    const start = Date.parse(buckets[0].t);
    const step = Date.parse(buckets[1].t) - start;
    ctx.save();
    ctx.strokeStyle = colour('alert');
    ctx.fillStyle = colour('alert');
    ctx.setLineDash([4, 3]);
    ctx.lineWidth = 2;
    for (const alert of alerts) {
      const index = (Date.parse(alert.openedAt) - start) / step - 0.5;
      if (index < -0.5 || index > buckets.length) continue;
      const width = scales.x.getPixelForValue(1) - scales.x.getPixelForValue(0);
      const x = scales.x.getPixelForValue(0) + index * width;
      ctx.beginPath();
      ctx.moveTo(x, chartArea.top);
      ctx.lineTo(x, chartArea.bottom);
      ctx.stroke();
      ctx.fillText('⚠', x + 3, chartArea.top + 10);
    }
    if (drag) {
      ctx.globalAlpha = 0.15;
      ctx.fillRect(Math.min(drag.from, drag.to), chartArea.top, Math.abs(drag.to - drag.from), chartArea.bottom - chartArea.top);
    }
    ctx.restore();
  },
};

function series(key) {
  return {
    label: t(`sentiment.${key}`),
    data: shown.buckets.map((b) => b[key]),
    backgroundColor: colour(key),
    borderWidth: 0,
    barPercentage: 1,
    categoryPercentage: 0.9,
  };
}

const drawn = drawing(canvas, 'bar', () => ({
  data: {
    labels: shown.buckets.map((b) => step(b.t, shown.interval)),
    datasets: ['negative', 'neutral', 'positive'].map(series),
  },
  options: common({ all: { stacked: true }, legend: { boxWidth: 12 } }),
}), [marks]);

const STEPS = { '5m': 300_000, '1h': 3_600_000, '1d': 86_400_000 };
const LABELS = ['negative', 'neutral', 'positive'];

/** A bar as a period; the last of a day's summer time is an hour off at most. */
const within = (bucket) => ({ period: 'custom', from: bucket.t, to: new Date(Date.parse(bucket.t) + STEPS[shown.interval]).toISOString() });

/** A bar that is clicked shows its mentions. */
function openBar(e) {
  const [hit] = drawn.chart.getElementsAtEventForMode(e, 'nearest', { intersect: true }, false);
  const bucket = hit && shown.buckets[hit.index];
  if (bucket) go(toMentions({ ...within(bucket), sentiment: LABELS[hit.datasetIndex] }));
}

function bucketAt(x) {
  const index = Math.round(drawn.chart.scales.x.getValueForPixel(x));
  return Math.max(0, Math.min(shown.buckets.length - 1, index));
}

const dragging = {
  down: (e) => { drag = { from: e.offsetX, to: e.offsetX }; e.currentTarget.setPointerCapture(e.pointerId); },
  move: (e) => { if (drag) { drag.to = e.offsetX; drawn.chart?.draw(); } },
  up: (e) => {
    if (!drag || !drawn.chart) return;
    const [from, to] = [drag.from, drag.to].sort((a, b) => a - b);
    drag = null;
    drawn.chart.draw();
    if (to - from < 12) {
      openBar(e);
      return;
    }
    if (shown.buckets.length < 2) return;
    const step = Date.parse(shown.buckets[1].t) - Date.parse(shown.buckets[0].t);
    const end = Date.parse(shown.buckets[bucketAt(to)].t) + step;
    go({ period: 'custom', from: shown.buckets[bucketAt(from)].t, to: new Date(end).toISOString() });
  },
};

export function timeline(answer, alerts, { period }) {
  shown = { buckets: answer?.buckets ?? [], alerts, interval: answer?.interval ?? '1h' };
  drawn.soon();
  const total = shown.buckets.reduce((sum, b) => sum + b.mentions, 0);
  return html`
    <section class="panel" aria-labelledby="timeline-title">
      <header>
        <h2 id="timeline-title">${t('timeline.title')}</h2>
        ${period === 'custom'
          ? html`<button @click=${() => go({ period: '24h', from: '', to: '' })}>${t('period.back')}</button>`
          : html`<small>${t('timeline.hint')}</small>`}
      </header>
      <div class="chart">
        <canvas ${ref(canvas)} role="img" aria-label=${`${t('timeline.title')}: ${number(total)}`}
          @pointerdown=${dragging.down} @pointermove=${dragging.move} @pointerup=${dragging.up}></canvas>
      </div>
      ${answer && total === 0 ? html`<p class="why">${t('timeline.empty')}</p>` : ''}
      <details><summary>${t('timeline.table')}</summary>${table()}</details>
    </section>`;
}

function table() {
  const rows = shown.buckets.filter((b) => b.mentions > 0).slice(-100);
  return html`
    <table>
      <thead><tr><th scope="col">${t('timeline.time')}</th>${['negative', 'neutral', 'positive'].map((k) => html`<th scope="col">${t(`sentiment.${k}`)}</th>`)}</tr></thead>
      <tbody>${rows.map((b) => html`<tr><th scope="row">${drill(within(b), step(b.t, shown.interval))}</th>${LABELS.map((k) => html`<td>${b[k] ? drill({ ...within(b), sentiment: k }, number(b[k])) : 0}</td>`)}</tr>`)}</tbody>
    </table>`;
}
