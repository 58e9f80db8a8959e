// Ways to units, services and cases.

import { h } from './elements.js';
import { caseAddress, isHere, serviceAddress, unitAddress } from './addresses.js';
import { kindName, t } from './words.js';
import { serviceName, unit as unitOf, unitName } from './catalog.js';

/** A way to another page; what is shown already is named alone. */
function way(href, attributes, ...content) {
  return isHere(href, location.href) ? h('span', attributes, content) : h('a', { ...attributes, href }, content);
}

export function unitLink(id) {
  return way(unitAddress(id), {}, unitName(id));
}

/** A unit as an event names it: perhaps one that the catalogue lacks, perhaps none. */
export function anyUnit(id) {
  if (id === undefined) return t('unit.unread');
  return unitOf(id) ? unitLink(id) : id;
}

/** A case of which no clock is known. */
export function bareCaseLink({ unit, case: id }) {
  return way(caseAddress(unit, id), { class: 'case' }, id);
}

export function serviceLink(unit, service) {
  return way(serviceAddress(unit, service), {}, serviceName(service));
}

export function caseLink({ unit, case: id, kind }) {
  return way(caseAddress(unit, id), { class: 'case' },
      h('span', { class: 'kind' }, kindName(kind)), ' ', id);
}
