// "Who would be told?": an alert imagined, and what routing, consent, quiet hours and silences make of it now.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';
import { channelName } from './channels.js';
import { inWords } from './duration.js';
import { fields } from './fields.js';
import { metricName, severityName } from './names.js';
import { why } from './why.js';

const METRICS = ['negative', 'mentions', 'negative-share'];

function wayOf({ channel, held, reason }) {
  return html`<span class=${`tag ${held ? 'negative' : ''}`}>${channelName(channel)}${held ? html` ✗ ${why(reason)}` : reason ? html`: ${why(reason)}` : ' ✓'}</span>`;
}

function answered({ told, others }, nameOf) {
  const steps = [...new Set(told.map((one) => one.step))];
  return html`
    ${told.length ? '' : html`<p><b>${t('rehearsal.nobody')}</b></p>`}
    ${steps.map((step) => {
      const of = told.filter((one) => one.step === step);
      return html`<h3>${step ? t('rehearsal.after', { after: inWords(of[0].after) }) : t('rehearsal.now')}</h3>
        <ul class="ways">${of.map((one) => html`<li><bdi><b>${nameOf(one.receiver)}</b></bdi> ${one.ways.map(wayOf)}
          ${one.repeat ? html`<small>${t('route.repeats', { every: inWords(one.repeat) })}</small>` : ''}</li>`)}</ul>`;
    })}
    ${Object.keys(others).length ? html`<h3>${t('rehearsal.others')}</h3>
      <ul class="ways">${Object.entries(others).map(([id, reason]) => html`<li><bdi><b>${nameOf(id)}</b></bdi> <span class="why">${why(reason)}</span></li>`)}</ul>` : ''}`;
}

export function rehearsal({ imagined, answer, problem, brands, rules, nameOf }, { imagine, rehearse }) {
  const f = fields({ get: (name) => imagined[name], set: imagine, may: true, problem });
  const names = [...new Set(rules.filter((r) => r.brand === imagined.brand).map((r) => r.name))];
  const all = html`
    <div class="pair">
      ${f.chosen('brand', t('brand.label'), brands.map((b) => [b.id, b.name]))}
      ${f.chosen('severity', t('alert.severity'), [0, 1, 2, 3, 4].map((s) => [s, severityName(s)]))}
      ${f.chosen('metric', t('rule.metric'), METRICS.map((m) => [m, metricName(m)]))}
      ${f.chosen('rule', t('alert.rule'), [['', t('match.any')], ...names.map((name) => [name, name])])}
      ${f.typed('platform', t('platforms.platform'), t('rehearsal.platform.hint'))}
    </div>`;
  return html`
    <section class="panel" id="rehearsal" aria-labelledby="rehearsal-title">
      <header><h2 id="rehearsal-title">${t('rehearsal.title')}</h2></header>
      <p class="why">${t('rehearsal.text')}</p>
      <form class="form wide" novalidate @submit=${rehearse}>
        ${f.elsewhere()} ${all}
        <p class="actions"><button>${t('rehearsal.go')}</button></p>
      </form>
      <div role="status" id="rehearsal-answer">${answer ? answered(answer, nameOf) : ''}</div>
    </section>`;
}
