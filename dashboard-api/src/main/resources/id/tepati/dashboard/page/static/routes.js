// Which view is shown at which address.

import { h } from './elements.js';
import { HOME, pageAt } from './addresses.js';
import { knowsService, unit as unitOf } from './catalog.js';
import { t } from './words.js';
import { accountView } from './view-account.js';
import { caseView } from './view-case.js';
import { casesView } from './view-cases.js';
import { changesView } from './view-changes.js';
import { homeView } from './view-home.js';
import { incompleteView } from './view-incomplete.js';
import { refusedView } from './view-refused.js';
import { serviceView } from './view-service.js';
import { systemView } from './view-system.js';
import { unitView } from './view-unit.js';

const VIEWS = {
  home: () => homeView(),
  list: ({ kind, within }) => casesView(kind, within),
  system: () => systemView(),
  refused: (asked) => refusedView(asked),
  incomplete: ({ within }) => incompleteView(within),
  unit: ({ unit }) => unitView(unit),
  service: ({ unit, service }) => (knowsService(service) ? serviceView(unit, service) : notFoundView()),
  case: ({ unit, id }) => caseView(unit, id),
  changes: () => changesView(),
  account: (asked, doings) => accountView(doings),
};

/** The view of an address, which may call { left } once the reader has signed out; one that says so where nothing is. */
export function viewAt(address, doings) {
  const asked = pageAt(address);
  if (asked === null || (asked.unit && !unitOf(asked.unit))) return notFoundView();
  return VIEWS[asked.page](asked, doings);
}

function notFoundView() {
  return {
    title: t('app.not-found'),
    draw: () => [h('h1', {}, t('app.not-found')), h('p', {}, t('app.not-found-cure')), h('p', {}, h('a', { href: HOME }, t('app.to-home')))],
  };
}
