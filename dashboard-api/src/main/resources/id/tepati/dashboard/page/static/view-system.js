// How the system is doing: sources, what they sent in vain, age of the figures.

import { h, keyOf } from './elements.js';
import { API, incompleteAddress, refusedAddress, refusedOfAddress } from './addresses.js';
import { get } from './api.js';
import { t, count, duration, dateTime } from './words.js';
import { anyUnit, unitLink } from './links.js';
import { meaning } from './meanings.js';
import { downloads } from './downloads.js';
import { section } from './parts.js';
import { table } from './table.js';
import { Periodic } from './renewal.js';

const REFRESH_MILLIS = 5000;

export function systemView() {
  let answer = null;
  const status = new Periodic(async () => {
    answer = await get(API.status);
  }, REFRESH_MILLIS);

  return {
    name: 'system',
    title: t('system.title'),
    step: t('system.title'),
    load: () => status.load(),
    take: (overview, redraw) => status.take(overview, redraw),
    draw: () => (answer === null ? [] : draw(answer)),
  };
}

function draw({ freshness, catalogRevision, behind, model, sources, incomplete }) {
  return [
    h('h1', {}, t('system.title')),
    h('ul', { class: 'facts' },
        h('li', {}, t('system.freshness', freshness === undefined ? '–' : duration(freshness)), meaning('freshness', t('system.freshness', '').trim())),
        h('li', {}, t('system.behind', count(behind)), meaning('behind', t('system.behind', '').trim())),
        h('li', {}, t('system.catalog', count(catalogRevision))),
        h('li', {}, t('system.held', count(model.cases), count(model.tallies)), meaning('held', t('system.title'))),
        h('li', {}, counted(model.deadLetters, refusedAddress(), t('refused.count', count(model.deadLetters)))),
        h('li', {}, withoutBeginning(incomplete.reduce((sum, { cases }) => sum + cases, 0)))),
    section('sources', t('system.sources'), sources.length === 0
        ? h('p', { class: 'calm' }, t('system.sources-none'))
        : [table(t('system.sources-caption'), [
          { label: t('col.source'), cell: (row) => row.source ?? t('source.unread') },
          { label: t('col.unit'), cell: (row) => anyUnit(row.unit) },
          { label: t('col.status'), figure: 'silent', cell: silence },
          { label: t('col.last-seen'), cell: (row) => dateTime(row.lastSeen) },
          { label: t('col.received'), number: true, figure: 'received', cell: (row) => count(row.received) },
          { label: t('col.duplicate'), number: true, figure: 'duplicate', cell: (row) => count(row.duplicate) },
          { label: t('col.dead'), number: true, figure: 'dead', cell: (row) => counted(row.dead, refusedOfAddress(row), count(row.dead)) },
          { label: t('col.unknown-fields'), number: true, optional: true, figure: 'unknown-fields', cell: (row) => count(row.unknownFields) },
        ], [...sources].sort((one, other) => (other.silent === true) - (one.silent === true)), ({ unit, source }) => keyOf(unit, source)), downloads(t('system.sources'), API.status, {})]),
    section('incomplete', t('incomplete.title'), incomplete.length === 0
        ? h('p', { class: 'calm' }, t('incomplete.none'))
        : [h('p', { class: 'note' }, t('incomplete.note')), table(t('incomplete.units-caption'), [
          { label: t('col.unit'), cell: (row) => unitLink(row.unit) },
          { label: t('col.cases'), number: true, figure: 'incomplete', cell: (row) => counted(row.cases, incompleteAddress(row.unit), count(row.cases)) },
        ], incomplete, ({ unit }) => unit), downloads(t('incomplete.title'), API.incompleteCases, {})]),
  ];
}

function withoutBeginning(cases) {
  return counted(cases, incompleteAddress(null), t('incomplete.count', count(cases)));
}

/** A number that leads to what was counted, where that is anything. */
function counted(number, address, text) {
  return number > 0 ? h('a', { href: address }, text) : text;
}

/** Whether a source is heard as it should be; some have no hours to be held to. */
function silence({ silent }) {
  if (silent === true) return h('strong', { class: 'late' }, t('system.silent'));
  return silent === false ? t('system.heard') : '–';
}
