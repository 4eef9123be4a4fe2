// What a rule would have done: the question, and an answer that says how far it can be trusted.

import { html } from '/webjars/lit-html/lit-html.js';
import { day, language, moment, number, t } from '../i18n.js';
import { address, follow, HOME } from '../state.js';
import { band } from './band.js';
import { severityName } from './names.js';
import { DEFAULTS, kindOf } from './rule-kinds.js';
import { sentence } from './field-problem.js';

const DAYS = ['7', '30', '90'];
const SHOWN = 50;
const FEW = 5;
const YOUNG_DAYS = 14;
const HOUR = 3_600_000;
const rounded = (n) => Number(n.toFixed(n < 10 ? 1 : 0));
const figured = (n) => number(rounded(n));

export function backtest({ days, from, to, answer, problem, busy, rule }, kind, { choose, run }) {
  return html`
    <section class="panel" id="backtest" aria-labelledby="backtest-title">
      <header><h2 id="backtest-title">${t('backtest.title')}</h2></header>
      <p class="why">${kindOf(kind).untried ? t('backtest.untried') : t('backtest.text')}</p>
      ${kindOf(kind).untried ? '' : html`<form class="line" novalidate @submit=${run}>
        <label>${t('period.label')}<select name="days" @change=${(e) => choose({ days: e.target.value })}>
          ${DAYS.map((d) => html`<option value=${d} ?selected=${d === days}>${t('backtest.days', { n: number(Number(d)) })}</option>`)}
          <option value="custom" ?selected=${days === 'custom'}>${t('backtest.custom')}</option></select></label>
        ${days === 'custom' ? html`
          <label>${t('versions.from')}<input type="date" name="from" .value=${from} @input=${(e) => choose({ from: e.target.value })}></label>
          <label>${t('versions.to')}<input type="date" name="to" .value=${to} @input=${(e) => choose({ to: e.target.value })}></label>` : ''}
        <button class="primary" ?disabled=${busy}>${t('backtest.run')}</button>
      </form>`}
      <div aria-live="polite" aria-busy=${busy} id="backtest-answer">
        ${busy ? html`<p class="loading">${t('backtest.busy')}</p>` : ''}
        ${problem && !busy ? html`<p class="error">${sentence(problem)}</p>` : ''}
        ${answer && !busy && !kindOf(kind).untried ? result(answer, rule) : ''}
      </div>
    </section>`;
}

function result(answer, rule) {
  const marks = answer.alerts.flatMap((a) => a.tellings);
  const range = answer.perWeekRange;
  const figure = (label, value, note) => html`<div class="figure"><dt>${label}</dt><dd class="value">${value}</dd><dd class="note">${note}</dd></div>`;
  return html`
    <dl class="figures">
      ${figure(t('backtest.told'), number(answer.told), t('backtest.between', { from: day(answer.from), to: day(new Date(Date.parse(answer.to) - 1).toISOString()) }))}
      ${figure(t('backtest.week'), figured(answer.perWeek), t('backtest.range', { low: figured(range.low), high: figured(range.high) }))}
      ${figure(t('backtest.false'), `${promises(rule) ? '≤ ' : ''}${figured(answer.falseAlarms.expected)}`, chance(rule))}
      ${figure(t('backtest.counted'), number(answer.sample.counted), t('backtest.heard', { days: rounded(answer.sample.daysHeard) }))}
    </dl>
    ${caveats(answer)}
    ${band({ points: answer.line, window: answer.window, marks, title: t('backtest.title') })}
    ${alerts(answer)}`;
}

/** A budget is a promise about chance; other kinds make none. */
const promises = (rule) => kindOf(rule.kind).fields.includes('budgetDays');

function chance(rule) {
  const days = rule.budgetDays ?? DEFAULTS.budgetDays;
  return promises(rule) ? t('backtest.chance', { days }) : t('backtest.ordinary', { days });
}

function caveats({ sample, told, from }) {
  const lines = [];
  if (!sample.heardSince) {
    lines.push(t('backtest.nothing'));
  } else if (Date.parse(sample.heardSince) > Date.parse(from) + HOUR) {
    lines.push(t('backtest.since', { time: moment(sample.heardSince) }));
  } else if (sample.daysLearnt < YOUNG_DAYS) {
    lines.push(t('backtest.young', { days: rounded(sample.daysLearnt) }));
  }
  if (told > 0 && told < FEW) lines.push(t('backtest.few'));
  for (const gap of sample.gaps.slice(0, 5)) {
    lines.push(t('backtest.gap', { from: moment(gap.from), to: moment(gap.to), n: gap.expected }));
  }
  if (sample.gaps.length > 5) lines.push(t('backtest.gaps', { n: sample.gaps.length - 5 }));
  return lines.length ? html`<ul class="caveats">${lines.map((line) => html`<li>${line}</li>`)}</ul>` : '';
}

function alerts(answer) {
  const newest = [...answer.alerts].reverse();
  const one = (a) => {
    const around = {
      ...HOME,
      period: 'custom',
      from: new Date(Date.parse(a.openedAt) - HOUR).toISOString(),
      to: new Date(Date.parse(a.lastAt) + HOUR).toISOString(),
    };
    return html`
      <li><article class=${`alert ${a.ordinary ? 'resolved' : ''}`}>
        <p class="tags"><b>${moment(a.openedAt)}</b>
          <span>${a.resolvedAt ? t('alert.until', { time: moment(a.resolvedAt) }) : t('backtest.open')}</span>
          <span>${severityName(a.severity)}</span>
          ${a.told > 1 ? html`<span>${t('backtest.times', { n: a.told })}</span>` : ''}
          ${a.ordinary ? html`<span class="tag">${t('backtest.usual')}</span>` : ''}</p>
        <p class="summary">${a.summary[language()] ?? a.summary.en}</p>
        <p class="why">${a.silentBelow > 1 ? `${t('alert.silentBelow')} ${number(a.silentBelow)}.` : ''}
          <a href=${address(around)} @click=${follow(around)}>${t('backtest.mentions')}</a></p>
      </article></li>`;
  };
  return html`
    <h3>${t('backtest.alerts', { n: number(answer.alerts.length) })}</h3>
    ${newest.length ? html`<ol class="alerts" id="backtest-alerts">${newest.slice(0, SHOWN).map(one)}</ol>` : html`<p class="empty">${t('backtest.none')}</p>`}
    ${newest.length > SHOWN ? html`<p class="why">${t('backtest.more', { n: newest.length - SHOWN })}</p>` : ''}`;
}
