// Sign in.

import { html } from '/webjars/lit-html/lit-html.js';
import { t } from '../i18n.js';

let problem = '';
let busy = false;

export function login(signIn, draw) {
  const submit = async (e) => {
    e.preventDefault();
    const form = new FormData(e.target);
    busy = true;
    problem = '';
    draw();
    try {
      await signIn(form.get('user'), form.get('password'));
    } catch (error) {
      problem = error.status === 401 ? t('login.wrong') : error.status === 429 ? t('login.wait') : t('error.offline');
    } finally {
      busy = false;
      draw();
    }
  };
  return html`
    <main class="login">
      <form class="panel" @submit=${submit}>
        <p class="name"><img src="/vigie.svg" alt=""> Vigie</p>
        <h1 class="hidden-visually">${t('login.title')}</h1>
        <label>${t('login.user')}<input name="user" autocomplete="username" required value="admin"></label>
        <label>${t('login.password')}<input name="password" type="password" autocomplete="current-password" required autofocus></label>
        <p class="error" role="alert">${problem}</p>
        <button class="primary" ?disabled=${busy}>${t('login.go')}</button>
        <p class="why">${t('login.hint')}</p>
      </form>
    </main>`;
}
