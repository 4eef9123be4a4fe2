// Deciding about mentions, one or many at once: tags, who looks after them, what is done, what they really feel like, whom not to hear.

import { html } from '/webjars/lit-html/lit-html.js';
import { api } from '../api.js';
import { number, t } from '../i18n.js';
import { SHAPES } from '../parts/mention.js';
import { nameOf } from './card.js';

const LABELS = ['negative', 'neutral', 'positive'];
const MOST_CORRECTED = 50;
const MOST_SELECTED = 500;

const JUST_NOW = 120_000;
const PATIENCE = 10_000;
const AGAIN = 1_000;

/** What has just come by the live road is kept a moment later; until then nothing can be said of it. */
async function onceKept(mentions, work, until = Date.now() + PATIENCE) {
  try {
    return await work();
  } catch (e) {
    const mayCome = mentions.some((m) => Date.now() - Date.parse(m.publishedAt) < JUST_NOW);
    if (e.status !== 404 || !mayCome || Date.now() > until) throw e;
    await new Promise((resolve) => { setTimeout(resolve, AGAIN); });
    return onceKept(mentions, work, until);
  }
}

const host = (url) => { try { return new URL(url).hostname.replace(/^www\./, ''); } catch { return ''; } };
const account = (m) => (m.author?.id ? `${m.platform}:${m.author.id}` : '');
const words = (text) => [...new Set(text.split(',').map((w) => w.trim().toLowerCase()).filter(Boolean))];

/** @param of `targets()` = what is selected, else what the keyboard is on; `known()` = tags and names in use */
export function triage({ draw, list, session, dialog, targets, known, noted, brandChanged }) {
  const may = (roles) => roles.includes(session.role);
  const mayNote = may(['analyst', 'responder', 'admin']);
  const mayCorrect = may(['analyst', 'admin']);
  const state = { outcome: '', error: '', undo: null, busy: false };

  async function attempt(work) {
    Object.assign(state, { outcome: '', error: '', undo: null, busy: true });
    draw();
    try {
      await work();
      dialog.close();
    } catch (e) {
      state.error = e.status === 403 ? t('error.forbidden') : e.status === 0 ? t('error.offline') : t('error.other', { detail: e.message });
    }
    state.busy = false;
    draw();
  }

  async function note(mentions, change) {
    const ids = mentions.map((m) => m.mentionId);
    const answer = await onceKept(mentions, () => api.post('/api/mentions/notes', { mentions: ids, ...change }));
    // what was taken back is said by its absence
    list.change(answer.items.map(({ mentionId, note: now }) => ({ mentionId, note: now })));
    noted();
    return ids.length;
  }

  const handle = (mentions, done) => attempt(async () => {
    const n = await note(mentions, { handled: done });
    state.outcome = t(done ? 'mentions.handled.done' : 'mentions.handled.undone', { n: number(n) });
    if (done) state.undo = () => handle(mentions, false);
  });

  const failure = () => (state.error ? html`<p class="error" role="alert">${state.error}</p>` : '');
  const about = (mentions) => (mentions.length === 1 ? t('mentions.about.one', { author: nameOf(mentions[0]) }) : t('mentions.about.many', { n: number(mentions.length) }));
  const form = (submit, content, go) => html`
    <form class="form" @submit=${(e) => { e.preventDefault(); submit(new FormData(e.target)); }}>
      ${failure()}${content}<button class="primary" ?disabled=${state.busy}>${go}</button>
    </form>`;
  const ask = (title, mentions, body) => {
    if (!mentions.length) return false;
    state.error = '';
    dialog.open({ title, body: () => html`<p class="why">${about(mentions)}</p>${body()}` });
    return true;
  };

  function tag(mentions) {
    const carried = new Set(mentions.flatMap((m) => m.note?.tags ?? []));
    const all = [...new Set([...carried, ...(known().tags ?? []).slice(0, 30).map((k) => k.name)])];
    const everywhere = (name) => mentions.every((m) => m.note?.tags?.includes(name));
    return ask(t('mentions.tag'), mentions, () => form((data) => attempt(async () => {
      const chosen = new Set(data.getAll('tag'));
      const addTags = [...new Set([...all.filter((name) => chosen.has(name) && !everywhere(name)), ...words(data.get('more'))])];
      // a box that was never touched for some of many leaves them as they are
      const removeTags = all.filter((name) => !chosen.has(name) && everywhere(name));
      if (!addTags.length && !removeTags.length) return;
      const n = await note(mentions, { addTags, removeTags });
      state.outcome = t('mentions.tagged', { n: number(n) });
    }), html`
      ${all.length ? html`<fieldset><legend>${t('mentions.tag.known')}</legend><div class="tags">${all.map((name) => html`
        <label class="check"><input type="checkbox" name="tag" value=${name} .checked=${everywhere(name)}><bdi>${name}</bdi></label>`)}</div></fieldset>` : ''}
      <label>${t('mentions.tag.more')}<input name="more" maxlength="200" autofocus></label>`, t('mentions.tag.go')));
  }

  function assign(mentions) {
    const to = (who) => attempt(async () => {
      const n = await note(mentions, { assignee: who });
      state.outcome = who ? t('mentions.assigned', { n: number(n), who }) : t('mentions.unassigned', { n: number(n) });
    });
    return ask(t('mentions.assign'), mentions, () => form((data) => to(data.get('who').trim()), html`
      <label>${t('mentions.assign.who')}<input name="who" list="names" maxlength="100" autofocus .value=${mentions.length === 1 ? mentions[0].note?.assignee ?? '' : ''}></label>
      <datalist id="names">${(known().assignees ?? []).map((k) => html`<option value=${k.name}></option>`)}</datalist>
      <p class="actions"><button type="button" @click=${() => to(session.user)}>${t('mentions.assign.me')}</button>
        <button type="button" @click=${() => to('')}>${t('mentions.assign.nobody')}</button></p>`, t('mentions.assign.go')));
  }

  function correct(mentions) {
    if (mentions.length > MOST_CORRECTED) {
      state.error = t('mentions.correct.few', { n: number(MOST_CORRECTED) });
      draw();
      return true;
    }
    return ask(t('mentions.correct'), mentions, () => form((data) => attempt(async () => {
      for (const m of mentions) {
        const answer = await onceKept([m], () => api.put(`/api/mentions/${encodeURIComponent(m.mentionId)}/sentiment`, { label: data.get('label'), reason: data.get('reason') }));
        if (answer?.mentionId) list.change([answer]);
      }
      state.outcome = t('mentions.corrected', { n: number(mentions.length) });
    }), html`
      <fieldset><legend>${t('mentions.correct.really')}</legend><div class="tags">${LABELS.map((l, i) => html`
        <label class="check"><input type="radio" name="label" value=${l} required ?autofocus=${i === 0} .checked=${mentions.length === 1 && mentions[0].sentiment?.label === l}>${SHAPES[l]} ${t(`sentiment.${l}`)}</label>`)}</div></fieldset>
      <label>${t('mentions.correct.why')}<input name="reason" required maxlength="1000" list="reasons"></label>
      <datalist id="reasons">${['irony', 'other', 'quote', 'misread'].map((r) => html`<option value=${t(`mentions.reason.${r}`)}></option>`)}</datalist>
      <p class="why">${t('mentions.correct.effect')}</p>`, t('mentions.correct.go')));
  }

  // another person may have changed the brand meanwhile: only what is added here changes
  async function extend(field, byBrand) {
    for (const [id, values] of byBrand) {
      const path = `/api/brands/${encodeURIComponent(id)}`;
      const brand = await api.get(path);
      await api.put(path, { ...brand, [field]: [...new Set([...(brand[field] ?? []), ...values])] });
    }
    await brandChanged();
  }

  function mute(mentions) {
    const gathered = (value) => {
      const byBrand = new Map();
      for (const m of mentions) {
        const v = value(m);
        if (v) byBrand.set(m.brand, (byBrand.get(m.brand) ?? new Set()).add(v));
      }
      return byBrand;
    };
    const choices = { author: ['excludedAuthors', gathered(account)], site: ['excludedSites', gathered((m) => host(m.url))], own: ['ownAuthors', gathered(account)] };
    const shown = (byBrand) => [...new Set([...byBrand.values()].flatMap((v) => [...v]))].join(', ').slice(0, 160);
    const possible = Object.entries(choices).filter(([, [, byBrand]]) => byBrand.size);
    return ask(t('mentions.mute'), mentions, () => (possible.length ? form((data) => attempt(async () => {
      const [field, byBrand] = choices[data.get('what')];
      await extend(field, byBrand);
      state.outcome = t(`mentions.mute.${data.get('what')}.done`, { what: shown(byBrand) });
    }), html`
      <fieldset><legend>${t('mentions.mute.what')}</legend>${possible.map(([what, [, byBrand]], i) => html`
        <label class="check"><input type="radio" name="what" value=${what} required ?autofocus=${i === 0}><span>${t(`mentions.mute.${what}`)} <bdi class="why">${shown(byBrand)}</bdi></span></label>`)}</fieldset>
      <p class="why">${t('mentions.mute.effect')}</p>`, t('mentions.mute.go')) : html`<p>${t('mentions.mute.nobody')}</p>`));
  }

  const done = (mentions) => mentions.length > 0 && mentions.every((m) => m.note?.handled);
  const handled = (mentions) => { if (mentions.length) handle(mentions, !done(mentions)); };
  const quiet = (name, act, label) => html`<button class="quiet" data-act=${name} @click=${act}>${label}</button>`;

  const tools = (mentions, all) => [
    mayNote ? quiet('handled', () => handled(mentions()), t(done(mentions()) ? 'mentions.handle.undo' : 'mentions.handle')) : '',
    mayNote && all ? quiet('tag', () => tag(mentions()), t('mentions.tag')) : '',
    mayNote && all ? quiet('assign', () => assign(mentions()), t('mentions.assign')) : '',
    mayCorrect && all ? quiet('correct', () => correct(mentions()), t('mentions.correct')) : '',
    mayCorrect && all ? quiet('mute', () => mute(mentions()), t('mentions.mute')) : '',
  ];

  return {
    mayNote,
    mayCorrect,
    maySelect: mayNote || mayCorrect,
    most: MOST_SELECTED,
    /** What can be done with one mention; all of it where it is open. */
    tools: (m, open) => tools(() => [m], open),
    /** What can be done with those that are selected. */
    bar: (selection, { all, none }) => (selection.length === 0 ? '' : html`
      <div class="bulk" role="toolbar" aria-label=${t('mentions.bulk')}>
        <b>${t('mentions.selected', { n: number(selection.length) })}</b>
        ${tools(() => selection, true)}
        <button class="quiet" @click=${all}>${t('mentions.selectAll')}</button>
        <button class="quiet" @click=${none}>${t('mentions.selectNone')}</button>
      </div>`),
    outcome: () => html`<p class="outcome" role="status">${state.outcome}
      ${state.undo ? html`<button class="quiet" @click=${state.undo}>${t('mentions.undo')}</button>` : ''}</p>
      ${state.error && !dialog.isOpen ? failure() : ''}`,
    keys: {
      h: () => (mayNote && handled(targets()), mayNote),
      t: () => (mayNote ? tag(targets()) : false),
      a: () => (mayNote ? assign(targets()) : false),
      c: () => (mayCorrect ? correct(targets()) : false),
      m: () => (mayCorrect ? mute(targets()) : false),
    },
  };
}
