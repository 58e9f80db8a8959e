// Ways to units, services and cases.

import { h } from './elements.js';
import { caseAddress, isHere, serviceAddress, unitAddress } from './addresses.js';
import { kindOf } from './words.js';
import { serviceName, unitName } from './catalog.js';

/** A way to another page; what is shown already is named alone. */
function way(href, attributes, ...content) {
  return isHere(href, location.href) ? h('span', attributes, content) : h('a', { ...attributes, href }, content);
}

export function unitLink(id) {
  return way(unitAddress(id), {}, unitName(id));
}

export function serviceLink(unit, service) {
  return way(serviceAddress(unit, service), {}, serviceName(service));
}

export function caseLink({ unit, case: id, clock }) {
  return way(caseAddress(unit, id), { class: 'case' },
      h('span', { class: 'kind' }, kindOf(clock)), ' ', id);
}
