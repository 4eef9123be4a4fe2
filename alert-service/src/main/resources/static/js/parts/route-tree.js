// The routing tree as a list to be read from the top: the first branch that matches takes the alert.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';
import { address, follow } from '../state.js';
import { inWords } from './duration.js';
import { matchLine } from './matchers.js';
import { moves, nameOf } from './route-draft.js';

const ARROWS = { up: '↑', down: '↓', out: '←', in: '→' };

export function routeTree({ tree, brands, receivers, may, leaving, busy }, { move, ask, keep, remove }) {
  const named = (ids) => (ids.length ? ids.map((id) => receivers.find((r) => r.id === id)?.name ?? id).join(', ') : t('route.nobody'));
  const told = (branch, isRoot) => {
    if (branch.receivers) return t('route.tells', { names: named(branch.receivers) });
    return isRoot ? t('route.tells.all') : t('route.tells.above');
  };
  const lines = (branch, isRoot) => [
    told(branch, isRoot),
    ...(branch.escalation ?? []).map((step) => t('route.then', { after: inWords(step.after), names: named(step.receivers) })),
    branch.repeat ? t('route.repeats', { every: inWords(branch.repeat) }) : '',
    branch.groupInterval ? t('route.gathers', { span: inWords(branch.groupInterval) }) : '',
    branch.continue ? t('route.goes') : '',
  ].filter(Boolean);

  const doing = (place, title) => {
    const item = nameOf(place);
    const about = html`<span class="hidden-visually"> ${title}</span>`;
    if (leaving === item) {
      return html`<p class="actions" role="group" aria-label=${t('route.remove.sure')}>
        <span>${t('route.remove.sure')}</span>
        <button class="danger" id="delete-now" ?disabled=${busy} @click=${() => remove(place)}>${t('way.remove')}</button>
        <button @click=${keep}>${t('rule.delete.not')}</button></p>`;
    }
    return html`<p class="actions">
      <a class="button" href=${address({ item })} @click=${follow({ item })}>${t('rule.edit')}${about}</a>
      <a class="button" href=${address({ item: `${item}.new` })} @click=${follow({ item: `${item}.new` })}>${t('route.below')}${about}</a>
      ${moves(tree, place).map((way) => html`<button class="quiet" id=${`move-${item}-${way}`} title=${t(`route.move.${way}`)} aria-label=${`${t(`route.move.${way}`)}: ${title}`} ?disabled=${busy} @click=${() => move(place, way)}>${ARROWS[way]}</button>`)}
      ${place.length ? html`<button class="quiet leave" @click=${() => ask(item)}>${t('way.remove')}${about}</button>` : ''}
    </p>`;
  };

  const one = (branch, place) => {
    const isRoot = !place.length;
    const title = isRoot ? t('match.all') : matchLine(branch.match, brands);
    return html`
      <li class="branch" id=${`branch-${nameOf(place)}`}>
        <h3><bdi>${title}</bdi></h3>
        ${lines(branch, isRoot).map((line, i) => html`<p class=${i ? 'why' : ''}><bdi>${line}</bdi></p>`)}
        ${may ? doing(place, title) : ''}
        ${branch.children?.length ? html`
          <ol>${branch.children.map((child, i) => one(child, [...place, i]))}
            <li class="branch rest"><p class="why">${t('route.rest')}</p></li></ol>` : ''}
      </li>`;
  };

  return html`<ol class="tree" id="tree">${one(tree, [])}</ol>`;
}
