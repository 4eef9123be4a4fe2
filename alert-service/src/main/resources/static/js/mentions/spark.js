// How a mention spread: its reactions as they were seen, over time, and how many an hour come now.

import { html, svg } from '/webjars/lit-html/lit-html.js';
import { lasting, number, short, t } from '../i18n.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR, DAY, 7 * DAY, 30 * DAY, 365 * DAY];
const MOST_STEPS = 8;
const WIDTH = 72;
const HEIGHT = 15;
const TICK = 3;
const SHOWN_FROM = 1;

/** Reactions an hour since it was published, in the last hour, in the last quarter of an hour: momentum is the last two's ratio. */
function paces({ virality, engagement, publishedAt }, now = Date.now()) {
  const { likes = 0, shares = 0, comments = 0 } = engagement ?? {};
  const all = (likes ?? 0) + (shares ?? 0) + (comments ?? 0);
  const age = Math.max(0.25, (now - Date.parse(publishedAt)) / HOUR);
  const hour = virality.momentum > 0 ? virality.velocity / virality.momentum : virality.velocity;
  return [all / age, hour, virality.velocity];
}

/** Where each look lies in the drawing, and the marks of whole minutes, hours or days since the first; nothing for less than two. */
function course(history) {
  const looks = (history ?? []).map(({ at, engagement }) => ({ at: Date.parse(at), engagement }));
  if (looks.length < 2) return null;
  const from = looks[0].at;
  const span = looks.at(-1).at - from;
  const most = Math.max(...looks.map((l) => l.engagement), 1);
  const x = (ms) => Number(((WIDTH * ms) / span).toFixed(1));
  const step = STEPS.find((s) => span / s <= MOST_STEPS) ?? span;
  return {
    span,
    points: looks.map((l) => [x(l.at - from), Number((HEIGHT - ((HEIGHT - 1) * l.engagement) / most).toFixed(1))]),
    ticks: Array.from({ length: Math.floor(span / step) + 1 }, (_, i) => x(i * step)),
  };
}

function drawn({ points, ticks }, label) {
  const line = points.map((p) => p.join(' ')).join('L');
  return html`<svg class="spark" viewBox=${`0 0 ${WIDTH} ${HEIGHT + TICK}`} role="img" aria-label=${label}>
    ${svg`<path class="under" d=${`M0 ${HEIGHT}L${line}L${WIDTH} ${HEIGHT}Z`}></path>
    <path class="time" d=${ticks.map((x) => `M${x} ${HEIGHT}v${TICK}`).join('')}></path>
    <path class="course" d=${`M${line}`}></path>`}</svg>`;
}

export function spark(mention) {
  const { virality } = mention;
  if (!virality || virality.score < SHOWN_FROM) return '';
  const [all, hour, quarter] = paces(mention).map((r) => number(r, { maximumFractionDigits: r < 10 ? 1 : 0 }));
  const pace = t('mentions.pace', { all, hour, quarter });
  const score = t('mention.viral', { score: number(Math.round(virality.score)) });
  const seen = course(virality.history);
  if (!seen) return html`<span class="spreads" title=${pace}>${score} <span class="hidden-visually">${pace}</span></span>`;
  const [from, to] = [virality.history[0], virality.history.at(-1)].map((look) => short(look.engagement));
  const span = lasting(seen.span);
  const label = `${t('mentions.course', { from, to, span })} ${pace}`;
  return html`<span class="spreads" title=${label}>${drawn(seen, label)} <small aria-hidden="true">${span}</small> ${score}</span>`;
}
