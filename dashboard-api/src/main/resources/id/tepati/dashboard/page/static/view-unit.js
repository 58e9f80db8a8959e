// One unit: how it stands, who waits, its services and standards, and the units below it.

import { h, keyOf } from './elements.js';
import { API, listAddress, SYSTEM } from './addresses.js';
import { getAll } from './api.js';
import { t, count, duration, promiseName, targetPercent, within } from './words.js';
import { standingDays, unit as unitOf, unitName } from './catalog.js';
import { lateTable, newlyLate, oldestTable } from './case-tables.js';
import { serviceLink } from './links.js';
import { downloads } from './downloads.js';
import { decides, figuresSection, finalTo, restatedMark, section, share, whileHistoryLoads } from './parts.js';
import { badge, sign, statusBar } from './signs.js';
import { table } from './table.js';
import { nowFigures, tile } from './tiles.js';
import { Restatements } from './restatements.js';
import { Course } from './course.js';
import { Queues } from './queues.js';
import { changesOf } from './changes.js';
import { Renewal } from './renewal.js';
import { serverNow } from './server-clock.js';
import { lastDays } from './times.js';

const REFRESH_MILLIS = 5000;
const NAMED = 6;

/** The days by which a unit is judged, today included, in its time and by the clock of the server. */
export function lastMonth(id) {
  return lastDays(unitOf(id)?.zone ?? 'UTC', serverNow(), standingDays());
}

export function unitView(id) {
  const course = new Course(id);
  const queues = new Queues({ unit: id, subtree: true });
  const restatements = new Restatements(id);
  const page = { overview: null, rows: [], services: [] };
  const rows = new Renewal(async () => {
    [page.services, page.rows] = await Promise.all([
      getAll(API.standards, 'services', { unit: id }),
      getAll(API.compliance, 'rows', { unit: id, group: 'service', ...lastMonth(id) }),
    ]);
  }, REFRESH_MILLIS, changesOf(id));
  const parts = [rows, course, queues, restatements];

  return {
    name: 'unit',
    title: unitName(id),
    unit: id,
    load: () => Promise.all(parts.map((part) => part.load())),
    take(next, redraw) {
      page.overview = next;
      parts.forEach((part) => part.take(next, redraw));
    },
    draw: (now) => draw(id, page, { course, queues, restatements }, now),
  };
}

function draw(id, { overview, rows, services }, { course, queues, restatements }, now) {
  const own = overview?.units.find((row) => row.id === id);
  const below = overview?.units.filter((row) => row.id !== id && row.status !== null) ?? [];
  return [
    h('div', { class: 'hero' },
        h('div', { class: 'hero-text' },
            h('h1', {}, unitName(id)),
            own ? h('p', { class: 'standing', id: 'standing' }, badge(own.status), ' ', decides(own)) : h('p', {}, t('app.loading')),
            own?.silent > 0 ? h('p', { class: 'notice', id: 'silent' }, sign('no-data'), t('unit.silent', count(own.silent)), ' ',
                h('a', { href: SYSTEM }, t('app.system'))) : null,
            below.length > 0 ? [
              h('p', { class: 'headline small' }, t('home.headline', count(overview.summary.kept), count(overview.summary.units)), whileHistoryLoads()),
              statusBar(overview.summary)] : null),
        overview ? h('div', { class: 'hero-now' }, h('h2', {}, t('home.now')),
            nowFigures(overview.summary, id), h('p', { class: 'note' }, t('now.cases'), below.length > 0 ? `, ${t('now.with-below')}` : null)) : null),
    figuresSection('services', t('unit.services'), rows.length === 0
        ? h('p', { class: 'calm' }, t('unit.services-none')) : [finalNote(rows), serviceTable(id, rows), downloads(t('unit.services'), API.compliance, { unit: id, group: 'service', ...lastMonth(id) })]),
    h('div', { class: 'columns' },
        overview ? h('div', { class: 'people' },
            figuresSection('late', t('late.title'), newlyLate(overview.lastLate, overview.late.slice(0, NAMED), now),
                lateTable(overview.late.slice(0, NAMED), now, { withUnit: below.length > 0 }),
                overview.summary.late > NAMED ? h('p', {}, h('a', { href: listAddress('late', id) }, `${t('app.show-all')} (${count(overview.summary.late)})`)) : null,
                overview.summary.late > 0 ? downloads(t('late.title'), API.cases, { unit: id, subtree: true, state: 'overdue' }) : null),
            queues.draw(now, { withUnit: below.length > 0 }),
            figuresSection('oldest', t('oldest.title'), oldestTable(overview.oldest.slice(0, NAMED), now, { withUnit: below.length > 0 }),
                overview.oldest.length > 0 ? downloads(t('oldest.title'), API.cases, { unit: id, subtree: true, state: 'open' }) : null),
            restatements.draw({ withUnit: below.length > 0 })) : null,
        h('div', { class: 'places' },
            below.length > 0 ? figuresSection('below', t('unit.below'), h('ul', { class: 'tiles' }, below.map(tile)), downloads(t('unit.below'), API.overview, { unit: id })) : null,
            course.draw(now),
            standards(id, services, rows))),
  ];
}

/** Services settle by their own calendars: the one that settles last speaks for all. */
function finalNote(rows) {
  const [last] = [...rows].sort((one, other) => ((one.finalTo ?? '') < (other.finalTo ?? '') ? -1 : 1));
  return h('p', { class: 'final-to' }, finalTo(last));
}

function serviceTable(id, rows) {
  return table(t('unit.services-caption'), [
    { label: t('col.service'), cell: (row) => serviceLink(id, row.service) },
    { label: t('col.promise'), cell: (row) => [promiseName(row.promise), ' ', restatedMark(row)] },
    { label: t('col.status'), figure: 'status', cell: (row) => (row.n === 0 && row.noPromise > 0 ? t('outcome.no-promise') : badge(row.status)) },
    { label: t('col.attainment'), number: true, figure: 'attainment', cell: share },
    { label: t('col.n'), number: true, figure: 'verdicts', cell: (row) => count(row.n) },
    { label: t('col.target'), number: true, figure: 'target', cell: (row) => (row.target === null ? '–' : targetPercent(row.target)) },
    { label: t('col.late'), number: true, figure: 'late-open', cell: (row) => (row.lateOpen > 0 ? h('strong', { class: 'late' }, count(row.lateOpen)) : '0') },
    { label: t('col.open'), number: true, figure: 'open-clocks', cell: (row) => count(row.open) },
    { label: t('col.median'), number: true, figure: 'quantiles', cell: (row) => (row.duration.p50 === null ? '–' : duration(row.duration.p50)) },
    { label: t('col.p90'), number: true, figure: 'quantiles', cell: (row) => (row.duration.p90 === null ? '–' : duration(row.duration.p90)) },
  ], rows, ({ service, promise }) => keyOf(service, promise));
}

/** The services that this unit works on or has a standard for. */
function standards(id, services, rows) {
  const used = new Set(rows.map((row) => row.service));
  const shown = services.filter(({ service, standard }) => standard !== null || used.has(service));
  if (shown.length === 0) return null;
  return section('standards', t('unit.standards'), h('ul', { class: 'standards' }, shown.map(({ service, standard }) => h('li', { key: service },
      serviceLink(id, service),
      standard === null
          ? h('p', { class: 'note' }, t('unit.no-standard'))
          : h('p', { class: 'note' }, t('unit.sk', standard.sk, standard.version), ': ',
              standard.promises.map(({ promise, within: text }) => `${promiseName(promise)} ${within(text)}`).join('; '))))),
      downloads(t('unit.standards'), API.standards, { unit: id }));
}
