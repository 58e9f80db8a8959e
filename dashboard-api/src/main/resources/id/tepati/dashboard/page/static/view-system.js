// How the system is doing: sources, age of the figures.

import { h, keyOf } from './elements.js';
import { API } from './addresses.js';
import { get } from './api.js';
import { t, count, duration, dateTime } from './words.js';
import { unitLink } from './links.js';
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

function draw({ freshness, catalogRevision, behind, model, sources }) {
  return [
    h('h1', {}, t('system.title')),
    h('ul', { class: 'facts' },
        h('li', {}, t('system.freshness', freshness === undefined ? '–' : duration(freshness))),
        h('li', {}, t('system.behind', count(behind))),
        h('li', {}, t('system.catalog', count(catalogRevision))),
        h('li', {}, t('system.held', count(model.cases), count(model.tallies), count(model.deadLetters)))),
    section('sources', t('system.sources'), sources.length === 0
        ? h('p', { class: 'calm' }, t('system.sources-none'))
        : table(t('system.sources-caption'), [
          { label: t('col.source'), cell: (row) => row.source },
          { label: t('col.unit'), cell: (row) => unitLink(row.unit) },
          { label: t('col.status'), cell: silence },
          { label: t('col.last-seen'), cell: (row) => dateTime(row.lastSeen) },
          { label: t('col.received'), number: true, cell: (row) => count(row.received) },
          { label: t('col.duplicate'), number: true, cell: (row) => count(row.duplicate) },
          { label: t('col.dead'), number: true, cell: (row) => count(row.dead) },
        ], [...sources].sort((one, other) => (other.silent === true) - (one.silent === true)), ({ unit, source }) => keyOf(unit, source))),
  ];
}

/** Whether a source is heard as it should be; some have no hours to be held to. */
function silence({ silent }) {
  if (silent === true) return h('strong', { class: 'late' }, t('system.silent'));
  return silent === false ? t('system.heard') : '–';
}
