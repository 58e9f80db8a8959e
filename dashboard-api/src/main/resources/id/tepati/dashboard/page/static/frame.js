// What stands around every view: the way to it, languages, the wall, and how fresh the figures are.

import { h, show } from './elements.js';
import { HOME, isForWall, localPart, serviceAddress, unitAddress } from './addresses.js';
import { isOpen, may, reader } from './account.js';
import { lineage, serviceName } from './catalog.js';
import { currentLanguage, duration, moment, t } from './words.js';
import { historyProgress, isHistoryLoading } from './history-load.js';

/** Draws it for a view, or for none yet. */
export function drawFrame(view) {
  document.querySelectorAll('[data-t]').forEach((element) => { element.textContent = t(element.dataset.t); });
  const languages = document.getElementById('languages');
  languages.setAttribute('aria-label', t('app.language'));
  languages.querySelectorAll('button').forEach((button) => {
    button.setAttribute('aria-pressed', String(button.dataset.lang === currentLanguage()));
  });
  const wall = isForWall(location.href);
  document.getElementById('wall-toggle').textContent = wall ? t('app.leave-wall') : t('app.wall');
  document.documentElement.classList.toggle('wall', wall);
  drawReader();
  drawBreadcrumb(view);
}

/** Who reads, the way to their account, and what only some may see. */
function drawReader() {
  const who = reader();
  const account = document.getElementById('account-link');
  account.hidden = who === null;
  account.textContent = who === null ? '' : who.name ?? who.id;
  document.getElementById('system-link').hidden = !may('see-system');
  document.getElementById('changes-link').hidden = !may('see-changes') || isOpen();
  document.getElementById('open-note').textContent = isOpen() ? t('app.open') : '';
}

function drawBreadcrumb(view) {
  const nav = document.getElementById('breadcrumb');
  nav.setAttribute('aria-label', t('app.breadcrumb'));
  const steps = [{ href: HOME, text: t('app.home') }];
  if (view?.unit) {
    lineage(view.unit).forEach(({ id, name }) => steps.push({ href: unitAddress(id), text: name }));
  }
  if (view?.service) steps.push({ href: serviceAddress(view.unit, view.service), text: serviceName(view.service) });
  if (view?.step) steps.push({ href: localPart(location.href), text: view.step });
  nav.hidden = steps.length < 2;
  const last = steps.pop();
  show(nav, h('ol', {}, steps.map(({ href, text }) => h('li', { key: href }, h('a', { href }, text))),
      h('li', { key: last.href }, h('span', { 'aria-current': 'page' }, last.text))));
}

/** Says how old the figures are; a reader is told once when that changes, not every second. */
export function drawFreshness({ state, asOf, shownAge }) {
  const place = document.getElementById('freshness');
  const label = { live: t('live.on'), history: t('live.history'), connecting: t('live.connecting') }[state] ?? t('live.stale');
  place.dataset.state = state;
  show(place, h('span', { class: 'pulse', 'aria-hidden': 'true' }), h('strong', {}, label),
      asOf ? h('span', {}, t('live.as-of', moment(asOf))) : null);
  document.body.classList.toggle('is-stale', state === 'cut' || state === 'old');
  tell('stale', staleText(state, asOf, shownAge));
  document.body.classList.toggle('has-history', isHistoryLoading());
  tell('history', isHistoryLoading() ? t('history.loading') : '');
  tell('history-progress', historyProgress());
}

/** Only what is another text than before is told to those who listen. */
function tell(id, text) {
  const place = document.getElementById(id);
  if (place.textContent !== text) place.textContent = text;
}

function staleText(state, asOf, shownAge) {
  if (state === 'cut') return asOf ? t('live.stale-cut', moment(asOf)) : t('live.stale-unknown');
  if (state === 'old') return t('live.stale-old', moment(asOf), duration(shownAge));
  return '';
}
