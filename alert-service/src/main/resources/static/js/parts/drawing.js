// What the charts of the page share: one chart on a canvas as long as its view lives, the theme's colours, counts from nought up over time.

import { day, time } from '../i18n.js';

export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** How a step of a timeline is called below its mark. */
export const step = (iso, interval) => (interval === '1d' ? day(iso) : interval === '1h' ? `${day(iso)} ${time(iso)}` : time(iso));

/** @param x what the time axis has beyond the usual; all is added to both axes */
export function common({ x = {}, all = {}, legend = {} } = {}) {
  const axis = { ...all, grid: { color: colour('line') }, ticks: { color: colour('ink-soft') } };
  const { ticks, ...rest } = x;
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    interaction: { mode: 'index', intersect: false },
    plugins: { legend: { labels: { color: colour('ink'), ...legend } } },
    scales: {
      x: { ...axis, grid: { display: false }, ticks: { ...axis.ticks, maxRotation: 0, autoSkipPadding: 24, ...ticks }, ...rest },
      y: { ...axis, beginAtZero: true, ticks: { ...axis.ticks, precision: 0 } },
    },
  };
}

/** A chart on whatever canvas the view has now; its colours follow the theme. */
export function drawing(canvas, type, content, plugins = []) {
  let chart = null;
  const paint = () => {
    if (!canvas.value || !globalThis.Chart) return;
    const wanted = content();
    if (!wanted) return;
    if (chart && chart.canvas !== canvas.value) {
      chart.destroy();
      chart = null;
    }
    if (chart) {
      chart.data = wanted.data;
      chart.options = wanted.options;
      chart.update('none');
    } else {
      chart = new globalThis.Chart(canvas.value, { type, ...wanted, plugins });
    }
  };
  const soon = () => requestAnimationFrame(paint);
  addEventListener('vigie-theme', soon);
  return { soon, get chart() { return chart; } };
}
