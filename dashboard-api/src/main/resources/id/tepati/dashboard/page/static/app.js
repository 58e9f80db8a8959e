// Starts the page: language, addresses, live updates, freshness.

import { Fragment, h, show } from './elements.js';
import { t, speak, preferredLanguage, currentLanguage, tellTimesIn, moment, duration } from './words.js';
import { knowsService, loadCatalog, lineage, roots, unit as unitOf, serviceName } from './catalog.js';
import { Live } from './live.js';
import { homeView } from './view-home.js';
import { unitView } from './view-unit.js';
import { serviceView } from './view-service.js';
import { caseView } from './view-case.js';
import { casesView } from './view-cases.js';
import { systemView } from './view-system.js';
import { isWall } from './wall.js';

const RETRY_MILLIS = 2000;
const REOPEN_MILLIS = 5000;
const live = new Live();
const main = document.getElementById('main');
let view = null;
let visit = 0;
let learning = false;

const ADDRESSES = [
  [/^\/$/, () => homeView()],
  [/^\/terlambat$/, () => casesView('late', askedUnit())],
  [/^\/menjelang$/, () => casesView('near', askedUnit())],
  [/^\/berjalan$/, () => casesView('open', askedUnit())],
  [/^\/kondisi$/, () => systemView()],
  [/^\/unit\/([^/]+)$/, (unit) => unitView(unit)],
  [/^\/unit\/([^/]+)\/layanan\/([^/]+)$/, (unit, service) => (knowsService(service) ? serviceView(unit, service) : notFoundView())],
  [/^\/unit\/([^/]+)\/urusan\/([^/]+)$/, (unit, id) => caseView(unit, id)],
];

function askedUnit() {
  return new URLSearchParams(location.search).get('unit');
}

function notFoundView() {
  return {
    title: t('app.not-found'),
    draw: () => [h('h1', {}, t('app.not-found')), h('p', {}, t('app.not-found-cure')), h('p', {}, h('a', { href: '/' }, t('app.to-home')))],
  };
}

function viewAt(path) {
  for (const [pattern, open] of ADDRESSES) {
    const found = pattern.exec(path);
    if (found) {
      const parts = found.slice(1).map(decodeURIComponent);
      return parts[0] && !unitOf(parts[0]) ? notFoundView() : open(...parts);
    }
  }
  return notFoundView();
}

/** Shows what the address names. Data that must be fetched first is awaited; what was shown stays meanwhile. */
async function open({ focus = false } = {}) {
  const mine = ++visit;
  const next = { ...viewAt(location.pathname), address: location.pathname + location.search };
  const zone = unitOf(next.unit ?? roots()[0]?.id)?.zone;
  if (zone) tellTimesIn(zone);
  document.body.dataset.view = next.name ?? 'other';
  try {
    await next.load?.();
  } catch (failure) {
    next.draw = () => failureNote(failure);
    if (failure.status !== 404) setTimeout(() => { if (view === next) open(); }, REOPEN_MILLIS);
  }
  if (mine !== visit) return;
  view = next;
  document.title = `${next.title} · ${t('app.name')}`;
  drawFrame();
  live.follow(next.unit ?? null, (overview) => {
    if (view !== next) return;
    learnNewUnits(overview);
    next.take?.(overview, redraw);
    redraw();
  });
  redraw();
  if (focus) {
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}

/** Units that were published after the page was opened are looked up, and the view is begun anew with them. */
function learnNewUnits(overview) {
  if (learning || overview.units.every(({ id }) => unitOf(id))) return;
  learning = true;
  loadCatalog().then(() => open()).finally(() => { learning = false; });
}

function failureNote(failure) {
  return [
    h('h1', {}, failure.status === 404 ? t('app.not-found') : t('app.failed')),
    h('p', {}, failure.message),
    failure.cure ? h('p', {}, failure.cure) : null,
    h('p', {}, h('button', { type: 'button', class: 'button', onclick: () => open() }, t('app.retry')), ' ', h('a', { href: '/' }, t('app.to-home'))),
  ];
}

/** What is shown at another address is other rows, whatever their keys. */
function redraw() {
  show(main, h(Fragment, { key: view.address }, view.draw(live.now())));
}

function drawFrame() {
  document.querySelectorAll('[data-t]').forEach((element) => { element.textContent = t(element.dataset.t); });
  const languages = document.getElementById('languages');
  languages.setAttribute('aria-label', t('app.language'));
  languages.querySelectorAll('button').forEach((button) => {
    button.setAttribute('aria-pressed', String(button.dataset.lang === currentLanguage()));
  });
  document.getElementById('wall-toggle').textContent = isWall() ? t('app.leave-wall') : t('app.wall');
  document.documentElement.classList.toggle('wall', isWall());
  drawBreadcrumb();
}

function drawBreadcrumb() {
  const nav = document.getElementById('breadcrumb');
  nav.setAttribute('aria-label', t('app.breadcrumb'));
  const steps = [{ href: '/', text: t('app.home') }];
  if (view?.unit) {
    lineage(view.unit).forEach(({ id, name }) => steps.push({ href: `/unit/${encodeURIComponent(id)}`, text: name }));
  }
  if (view?.service) {
    steps.push({ href: `/unit/${encodeURIComponent(view.unit)}/layanan/${encodeURIComponent(view.service)}`, text: serviceName(view.service) });
  }
  if (view?.step) steps.push({ href: location.pathname + location.search, text: view.step });
  nav.hidden = steps.length < 2;
  show(nav, h('ol', {}, steps.map((step, at) => h('li', { key: step.href },
      h('a', { href: step.href, 'aria-current': at === steps.length - 1 ? 'page' : null }, step.text)))));
}

/** Says how old the figures are; a reader is told once when that changes, not every second. */
function drawFreshness() {
  const { state, asOf, age } = live.freshness();
  const place = document.getElementById('freshness');
  const label = { live: t('live.on'), connecting: t('live.connecting') }[state] ?? t('live.stale');
  place.dataset.state = state;
  show(place, h('span', { class: 'pulse', 'aria-hidden': 'true' }), h('strong', {}, label),
      asOf ? h('span', {}, t('live.as-of', moment(asOf))) : null);
  document.body.classList.toggle('is-stale', state === 'cut' || state === 'old');
  const told = staleText(state, asOf, age);
  const stale = document.getElementById('stale');
  if (stale.textContent !== told) stale.textContent = told;
}

function staleText(state, asOf, age) {
  if (state === 'cut') return asOf ? t('live.stale-cut', moment(asOf)) : t('live.stale-unknown');
  if (state === 'old') return t('live.stale-old', moment(asOf), duration(Math.floor(age / 60) * 60 || 15));
  return '';
}

function go(address) {
  const to = new URL(address, location.href);
  const here = new URLSearchParams(location.search);
  ['dinding', 'lang'].forEach((name) => {
    if (here.has(name) && !to.searchParams.has(name)) to.searchParams.set(name, here.get(name));
  });
  history.pushState(null, '', to.pathname + to.search.replace('dinding=', 'dinding') + to.hash);
  open({ focus: true });
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  const own = link && link.origin === location.origin && !link.hash && !link.target;
  if (own && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    go(link.href);
  }
});
addEventListener('popstate', () => open({ focus: true }));
document.getElementById('languages').addEventListener('click', async (event) => {
  const chosen = event.target.closest('button')?.dataset.lang;
  if (!chosen) return;
  const address = new URL(location.href);
  if (address.searchParams.has('lang')) {
    address.searchParams.delete('lang');
    history.replaceState(null, '', address);
  }
  await speak(chosen);
  await open();
  drawFreshness();
});
document.getElementById('wall-toggle').addEventListener('click', () => {
  const address = new URL(location.href);
  if (isWall()) address.searchParams.delete('dinding');
  else address.searchParams.set('dinding', '');
  history.pushState(null, '', address.pathname + address.search.replace('dinding=', 'dinding'));
  drawFrame();
  redraw();
});

/** While the server is starting the page waits for it. */
async function start() {
  await speak(preferredLanguage());
  drawFrame();
  for (;;) {
    try {
      await loadCatalog();
      break;
    } catch (failure) {
      show(main, h('h1', {}, t('app.failed')), h('p', {}, failure.code === 'not-ready' ? t('app.not-ready') : failure.message));
      await new Promise((resolve) => { setTimeout(resolve, RETRY_MILLIS); });
    }
  }
  await open();
  drawFreshness();
  setInterval(drawFreshness, 1000);
}

start();
