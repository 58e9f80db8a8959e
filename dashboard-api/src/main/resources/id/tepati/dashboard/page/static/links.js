// Ways to units, services and cases.

import { h } from './elements.js';
import { caseAddress, serviceAddress, unitAddress } from './addresses.js';
import { kindOf } from './words.js';
import { serviceName, unitName } from './catalog.js';

export function unitLink(id) {
  return h('a', { href: unitAddress(id) }, unitName(id));
}

export function serviceLink(unit, service) {
  return h('a', { href: serviceAddress(unit, service) }, serviceName(service));
}

export function caseLink({ unit, case: id, clock }) {
  return h('a', { class: 'case', href: caseAddress(unit, id) },
      h('span', { class: 'kind' }, kindOf(clock)), ' ', id);
}
