// The rules as a file that can be reviewed: out as YAML, in again after a look at what would change.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';
import { sentence } from './field-problem.js';

const KINDS = ['created', 'changed', 'unchanged', 'deleted'];

function found(answer) {
  const parts = KINDS.filter((k) => answer[k].length);
  return html`
    <p>${answer.dryRun ? t('rulefile.would') : t('rulefile.done')}</p>
    <ul class="plainly">${parts.map((k) => html`<li><b>${t(`rulefile.${k}`, { n: answer[k].length })}</b> ${k === 'unchanged' ? '' : answer[k].join(', ')}</li>`)}</ul>`;
}

export function ruleFile({ text, prune, answer, problem }, brand, may, { load, edit, prune: drop, check, apply }) {
  const path = brand ? `/api/rules.yaml?brand=${encodeURIComponent(brand)}` : '/api/rules.yaml';
  const differs = answer?.dryRun && KINDS.some((k) => k !== 'unchanged' && answer[k].length);
  return html`
    <section class="panel" id="rule-file">
      <header><h2>${t('rulefile.title')}</h2></header>
      <p class="why">${t('rulefile.text')}</p>
      <p><a class="button" href=${path} download=${`rules${brand ? `-${brand}` : ''}.yaml`}>${t('rulefile.export')}</a></p>
      ${!may ? '' : html`
        <form class="form wide" @submit=${check}>
          <label>${t('rulefile.choose')}<input type="file" accept=".yaml,.yml,application/yaml,text/plain" @change=${load}></label>
          <label>${t('rulefile.paste')}<textarea name="file" rows="6" spellcheck="false" aria-invalid=${Boolean(problem)} aria-describedby="rule-file-answer" .value=${text} @input=${edit}></textarea></label>
          <label class="check"><input type="checkbox" .checked=${prune} @change=${drop}> ${t('rulefile.prune')}</label>
          <div id="rule-file-answer" aria-live="polite">
            ${problem ? html`<p class="error">${problem.field ? html`<code>${problem.field}</code>: ` : ''}${sentence(problem)}</p>` : ''}
            ${answer ? found(answer) : ''}
          </div>
          <p class="actions"><button ?disabled=${!text.trim()}>${t('rulefile.check')}</button>
            ${differs ? html`<button type="button" class="primary" @click=${apply}>${t('rulefile.apply')}</button>` : ''}</p>
        </form>`}
    </section>`;
}
