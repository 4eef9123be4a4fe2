// One silence as a form, with what it would mute.

import { html } from '/webjars/lit-html/lit-html.js';
import { number, t } from '../i18n.js';
import { address, follow, HOME } from '../state.js';
import { fields } from './fields.js';
import { matchFields } from './matchers.js';
import { brandName } from './names.js';
import { DAYS, SPANS } from './silence-draft.js';

const SHOWN = 10;
const SAME = { brand: 'match.brands', rule: 'match.rules', metric: 'match.metrics', from: 'starts' };
const TUESDAY = Date.UTC(2024, 0, 2);

/** The weekday in the reader's language. */
export const dayName = (day) => new Intl.DateTimeFormat(document.documentElement.lang, { weekday: 'long', timeZone: 'UTC' })
  .format(TUESDAY + (DAYS.indexOf(day) - 1) * 86_400_000);

const get = (draft) => (name) => name.split('.').reduce((at, part) => at?.[part], draft);

function previewed({ answer, problem, busy }, brands) {
  if (problem) return html`<p class="error">${problem}</p>`;
  if (!answer) return html`<p class="loading">${busy ? '…' : ''}</p>`;
  const link = (a) => {
    const to = { ...HOME, section: '', item: '', alert: a.id };
    return html`<li><b>${brandName(brands, a.brand)}</b> <a href=${address(to)} @click=${follow(to)}>${a.summary}</a></li>`;
  };
  const open = answer.open.map((a) => a.id);
  return html`
    <p><b>${answer.open.length ? t('silence.would.open', { n: number(answer.open.length) }) : t('silence.would.none')}</b></p>
    <ul class="plainly">${answer.open.slice(0, SHOWN).map(link)}</ul>
    <p class="why">${t('silence.would.lately', { n: answer.lately.length, all: answer.ofLately })}</p>
    ${answer.lately.length ? html`<details><summary>${t('silence.would.show')}</summary>
      <ul class="plainly">${answer.lately.filter((a) => !open.includes(a.id)).slice(0, SHOWN).map(link)}</ul></details>` : ''}`;
}

export function silenceForm({ draft, id, brands, rules, may, problem, outcome, preview }, { edit, save, back }) {
  const f = fields({ get: get(draft), set: edit, may, problem, same: SAME });
  const all = html`
    <fieldset><legend>${t('silence.what')}</legend>${matchFields(f, draft.match, { brands, rules })}</fieldset>
    <fieldset><legend>${t('silence.when')}</legend>
      <div class="pair">
        ${f.chosen('span', t('silence.span'), SPANS.map((s) => [s, t(`silence.span.${s}`)]))}
        ${draft.span === 'custom' ? f.dated('until', t('silence.until')) : ''}
        ${draft.began ? '' : f.dated('starts', t('silence.starts'), t('silence.starts.hint'))}
      </div>
      ${f.checked('isWeekly', t('silence.weekly'))}
      ${draft.isWeekly ? html`
        ${f.some('weekly.days', t('silence.days'), DAYS.map((d) => [d, dayName(d)]), t('silence.days.hint'))}
        <div class="pair">${f.clock('weekly.from', t('rule.quiet.from'))} ${f.clock('weekly.until', t('rule.quiet.until'))} ${f.typed('weekly.timeZone', t('brand.zone'))}</div>` : ''}
    </fieldset>
    ${f.written('reason', t('silence.reason'), t('silence.reason.hint'), 2)}`;
  return html`
    <form class="form wide" id="silence-form" novalidate @submit=${save}>
      ${f.elsewhere()}
      ${all}
      ${may ? html`
        <fieldset id="silence-preview"><legend>${t('silence.would')}</legend><div role="status">${previewed(preview, brands)}</div></fieldset>` : ''}
      <p role="status">${outcome}</p>
      <p class="actions">
        ${may ? html`<button class="primary">${t(id === 'new' ? 'silence.set' : 'rule.save')}</button>` : ''}
        <button type="button" @click=${back}>${t('settings.cancel')}</button>
      </p>
    </form>`;
}
