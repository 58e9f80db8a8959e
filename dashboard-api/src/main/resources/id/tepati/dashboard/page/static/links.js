// Ways to units, services and cases.

import { h } from './elements.js';
import { kindOf } from './words.js';
import { serviceName, unitName } from './catalog.js';

export function unitLink(id) {
  return h('a', { href: `/unit/${encodeURIComponent(id)}` }, unitName(id));
}

export function serviceLink(unit, service) {
  return h('a', { href: `/unit/${encodeURIComponent(unit)}/layanan/${encodeURIComponent(service)}` }, serviceName(service));
}

export function caseLink({ unit, case: id, clock }) {
  return h('a', { class: 'case', href: `/unit/${encodeURIComponent(unit)}/urusan/${encodeURIComponent(id)}` },
      h('span', { class: 'kind' }, kindOf(clock)), ' ', id);
}
