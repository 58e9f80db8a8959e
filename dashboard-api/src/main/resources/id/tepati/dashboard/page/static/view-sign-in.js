// Signing in. It is shown in place of whatever page was asked for, which then comes.

import { h } from './elements.js';
import { providerAddress } from './addresses.js';
import { t, word } from './words.js';
import { signIn } from './account.js';

/**
 * The view.
 *
 * @param provider name of the provider by which to sign in, or null
 * @param byPassword whether anybody signs in with a password
 * @param failed why the provider did not let the reader in, or null
 * @param wanted address of the page that comes then
 * @param ended whether the reader had signed in before and a session ended
 * @param done called once the reader has signed in
 * @param redraw shows what has changed
 */
export function signInView({ provider, byPassword, failed, wanted, ended, done, redraw }) {
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
      failed ? h('p', { class: 'late', role: 'alert' }, reasonOf(failed)) : null,
      provider ? h('p', { class: 'by-provider' }, h('a', { class: 'button', href: providerAddress(wanted), rel: 'external' }, t('sign-in.by', provider))) : null,
      byPassword ? form() : null,
    ],
  };

  function form() {
    return h('form', { class: 'sign-in card', onsubmit: submit },
        h('p', {}, h('label', { for: 'user' }, t('sign-in.user')),
            h('input', { id: 'user', name: 'user', autocomplete: 'username', autocapitalize: 'none', spellcheck: false, required: true, autofocus: true })),
        h('p', {}, h('label', { for: 'password' }, t('sign-in.password')),
            h('input', { id: 'password', name: 'password', type: 'password', autocomplete: 'current-password', required: true, 'aria-describedby': 'sign-in-failure' })),
        h('p', { id: 'sign-in-failure', class: 'late', role: 'alert' }, failure ? `${failure.message} ${failure.cure}` : null),
        h('p', {}, h('button', { class: 'button', type: 'submit', 'aria-disabled': String(busy) }, t('sign-in.do'))));
  }
}

/** The sentence of a reason that is known; an address may name any, and that is not shown. */
function reasonOf(failed) {
  const sentence = word('oidc', failed);
  return sentence === failed ? null : sentence;
}
