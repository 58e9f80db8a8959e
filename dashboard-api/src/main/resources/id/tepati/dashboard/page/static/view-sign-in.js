// Signing in. It is shown in place of whatever page was asked for, which then comes.

import { h } from './elements.js';
import { t } from './words.js';
import { signIn } from './account.js';

/**
 * The view.
 *
 * @param ended whether the reader had signed in before and a session ended
 * @param done called once the reader has signed in
 * @param redraw shows what has changed
 */
export function signInView({ ended, done, redraw }) {
  let failure = null;
  let busy = false;

  async function submit(event) {
    event.preventDefault();
    if (busy) return;
    const { user, password } = event.target.elements;
    busy = true;
    failure = null;
    redraw();
    try {
      await signIn(user.value.trim(), password.value);
      done();
    } catch (refused) {
      failure = refused;
      password.value = '';
      password.focus();
    } finally {
      busy = false;
      redraw();
    }
  }

  return {
    name: 'sign-in',
    title: t('sign-in.title'),
    draw: () => [
      h('h1', {}, t('sign-in.title')),
      h('p', { class: 'note', role: 'status' }, ended ? t('sign-in.ended') : t('sign-in.why')),
      h('form', { class: 'sign-in card', onsubmit: submit },
          h('p', {}, h('label', { for: 'user' }, t('sign-in.user')),
              h('input', { id: 'user', name: 'user', autocomplete: 'username', autocapitalize: 'none', spellcheck: false, required: true, autofocus: true })),
          h('p', {}, h('label', { for: 'password' }, t('sign-in.password')),
              h('input', { id: 'password', name: 'password', type: 'password', autocomplete: 'current-password', required: true, 'aria-describedby': 'sign-in-failure' })),
          h('p', { id: 'sign-in-failure', class: 'late', role: 'alert' }, failure ? `${failure.message} ${failure.cure}` : null),
          h('p', {}, h('button', { class: 'button', type: 'submit', 'aria-disabled': String(busy) }, t('sign-in.do')))),
    ],
  };
}
