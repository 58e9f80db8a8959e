// Starts the page: language, addresses, live updates, freshness.

import { Fragment, h, show } from './elements.js';
import { isLetIn, learnWhoReads, reader, waysToSignIn } from './account.js';
import { HOME, SIGN_IN, localPart, signInFailure, turnedForWall, wantedAfterSigningIn, wayTo, withoutLanguage } from './addresses.js';
import { loadCatalog, roots, unit as unitOf } from './catalog.js';
import { drawFrame, drawFreshness } from './frame.js';
import { Live } from './live.js';
import { viewAt } from './routes.js';
import { serverNow } from './server-clock.js';
import { signInView } from './view-sign-in.js';
import { preferredLanguage, speak, t, tellTimesIn } from './words.js';

const RETRY_MILLIS = 2000;
const REOPEN_MILLIS = 5000;
const FRESHNESS_MILLIS = 1000;
const NOT_SIGNED_IN = 401;
const live = new Live();
const main = document.getElementById('main');
let view = null;
let visit = 0;
let learning = false;
let hadSignedIn = false;

/** Shows what the address names. Data that must be fetched first is awaited; what was shown stays meanwhile. */
async function open({ focus = false } = {}) {
  const mine = ++visit;
  if (!isLetIn()) {
    askToSignIn();
    return;
  }
  hadSignedIn = reader() !== null;
  const next = { ...viewAt(location.href, { left: askToSignIn }), address: localPart(location.href) };
  const zone = unitOf(next.unit ?? roots()[0]?.id)?.zone;
  if (zone) tellTimesIn(zone);
  document.body.dataset.view = next.name ?? 'other';
  try {
    await next.load?.();
  } catch (failure) {
    if (failure.status === NOT_SIGNED_IN) {
      await lookWhoReads();
      return;
    }
    next.draw = () => failureNote(failure);
    if (failure.status !== 404) setTimeout(() => { if (view === next) open(); }, REOPEN_MILLIS);
  }
  if (mine !== visit) return;
  view = next;
  document.title = `${next.title} · ${t('app.name')}`;
  drawFrame(view);
  live.follow(next.unit ?? null, (overview) => {
    if (view !== next) return;
    learnNewUnits(overview);
    next.take?.(overview, redraw);
    redraw();
    drawFreshness(live.freshness());
  });
  redraw();
  if (focus) {
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}

/** Shows where to sign in, at the address of what comes then. */
function askToSignIn() {
  ++visit;
  const wanted = wantedAfterSigningIn(location.href);
  const done = () => {
    history.replaceState(null, '', wanted);
    start();
  };
  const failed = signInFailure(location.href);
  view = { ...signInView({ ...waysToSignIn(), ended: hadSignedIn, failed, wanted, done, redraw }), address: SIGN_IN };
  document.body.dataset.view = view.name;
  document.title = `${view.title} · ${t('app.name')}`;
  live.leave();
  drawFrame(view);
  drawFreshness(live.freshness());
  redraw();
}

/** Where the reader is not let in any more, a session ended; where the server does not answer that is told anyway. */
async function lookWhoReads() {
  await learnWhoReads().catch(() => {});
  if (!isLetIn() && view?.name !== 'sign-in') askToSignIn();
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
    h('p', {}, h('button', { type: 'button', class: 'button', onclick: () => open() }, t('app.retry')), ' ', h('a', { href: HOME }, t('app.to-home'))),
  ];
}

/** What is shown at another address is other rows, whatever their keys. */
function redraw() {
  show(main, h(Fragment, { key: view.address }, view.draw(serverNow())));
}

function go(address) {
  history.pushState(null, '', wayTo(address, location.href));
  open({ focus: true });
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  const own = link && link.origin === location.origin && !link.hash && !link.target && !link.relList.contains('external') && !link.hasAttribute('download');
  if (own && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    go(link.href);
  }
});
addEventListener('popstate', () => open({ focus: true }));
document.getElementById('languages').addEventListener('click', async (event) => {
  const chosen = event.target.closest('button')?.dataset.lang;
  if (!chosen) return;
  history.replaceState(null, '', withoutLanguage(location.href));
  await speak(chosen);
  await open();
  drawFreshness(live.freshness());
});
document.getElementById('wall-toggle').addEventListener('click', () => {
  history.pushState(null, '', turnedForWall(location.href));
  drawFrame(view);
  redraw();
});

/** While the server is starting the page waits for it. */
async function start() {
  view = null;
  await speak(preferredLanguage());
  drawFrame(view);
  drawFreshness(live.freshness());
  for (;;) {
    try {
      await learnWhoReads();
      if (isLetIn()) await loadCatalog();
      break;
    } catch (failure) {
      show(main, h('h1', {}, t('app.failed')), h('p', {}, failure.code === 'not-ready' ? t('app.not-ready') : failure.message));
      await new Promise((resolve) => { setTimeout(resolve, RETRY_MILLIS); });
    }
  }
  await open();
  drawFreshness(live.freshness());
}

live.onCut(lookWhoReads);
setInterval(() => drawFreshness(live.freshness()), FRESHNESS_MILLIS);
start();
