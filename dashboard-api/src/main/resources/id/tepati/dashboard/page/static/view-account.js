// Who reads, what they may, and signing out.

import { h } from './elements.js';
import { t, word } from './words.js';
import { isOpen, reader, signOut } from './account.js';
import { anyUnit } from './links.js';

/** The view; `left` is called once the reader has signed out, `failed` where that did not work. */
export function accountView({ left }) {
  let failure = null;

  async function leave(everywhere, redraw) {
    try {
      await signOut({ everywhere });
      left();
    } catch (refused) {
      failure = refused;
      redraw();
    }
  }

  let redrawn = () => {};
  return {
    name: 'account',
    title: t('account.title'),
    step: t('account.title'),
    take: (overview, redraw) => { redrawn = redraw; },
    draw: () => [
      h('h1', {}, t('account.title')),
      isOpen() ? h('p', { class: 'note' }, t('account.open-why')) : null,
      reader() ? ofReader(reader(), (everywhere) => leave(everywhere, redrawn), failure) : null,
    ],
  };
}

function ofReader({ id, name, permissions, everywhere, units }, leave, failure) {
  return [
    h('p', { class: 'headline small' }, name ?? id),
    h('p', {}, everywhere ? t('account.everywhere') : [t('account.units'), ' ', units.map((unit, at) => [at > 0 ? ', ' : '', anyUnit(unit)])]),
    h('ul', { class: 'facts' }, permissions.map((permission) => h('li', { key: permission }, word('permission', permission)))),
    h('p', { class: 'late', role: 'alert' }, failure ? `${failure.message} ${failure.cure}` : null),
    h('p', {}, h('button', { class: 'button', type: 'button', onclick: () => leave(false) }, t('account.leave')), ' ',
        h('button', { class: 'button', type: 'button', onclick: () => leave(true) }, t('account.leave-everywhere'))),
  ];
}
