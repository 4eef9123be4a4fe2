// Why there is an alert: the figures it rests on, each under its name.

import { html } from '/webjars/lit-html/lit-html.js';
import { language, number, t } from '../i18n.js';
import { address, follow, HOME } from '../state.js';
import { windowName } from './names.js';

function returnPeriod(days) {
  if (days >= 3650) return t('alert.decade');
  if (days >= 547) return t('alert.years', { n: Math.round(days / 365) });
  return days > 365 ? t('alert.year') : t('alert.days', { n: days < 10 ? Math.round(days * 10) / 10 : Math.round(days) });
}

export function reasons(alert) {
  const { explanation } = alert;
  const row = (name, value) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`;
  const figure = (n) => number(n, { maximumFractionDigits: 1 });
  const rule = { ...HOME, view: 'rules', rule: alert.ruleId };
  return html`
    <section class="panel sooner" aria-labelledby="reasons-title">
      <header><h2 id="reasons-title">${t('alert.details')}</h2></header>
      <table class="reasons">
        <tbody>
          ${row(t('alert.observed'), number(alert.observed))}
          ${alert.expected > 0 || alert.sd > 0 ? row(t('alert.expected'), `${figure(alert.expected)} ± ${figure(alert.sd)}`) : ''}
          ${row(t('alert.window'), windowName(alert.window))}
          ${alert.returnPeriodDays > 0 ? row(t('alert.return'), returnPeriod(alert.returnPeriodDays)) : ''}
          ${explanation ? row(t('alert.model'), t(`alert.model.${explanation.model}`)) : ''}
          ${explanation ? row(t('alert.silentBelow'), number(explanation.silentBelow)) : ''}
          ${explanation?.severityReasons ? row(t('alert.severity'), explanation.severityReasons[language()] ?? '') : ''}
          ${row(t('alert.rule'), html`<a href=${address(rule)} @click=${follow(rule)}>${alert.rule}</a>${explanation ? ` · ${t('versions.number', { n: number(explanation.ruleVersion) })}` : ''}`)}
        </tbody>
      </table>
    </section>`;
}
