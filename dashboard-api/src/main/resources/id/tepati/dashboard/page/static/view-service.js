// One service of a unit: its promises, day by day, what is in progress, and its law.

import { h } from './elements.js';
import { API } from './addresses.js';
import { get, getFirst } from './api.js';
import { t, word, count, date, dateTime, dueTime, duration, promiseName, targetPercent, within } from './words.js';
import { serviceName, unitName } from './catalog.js';
import { clockKey, openTable, outcome } from './case-tables.js';
import { caseLink } from './links.js';
import { meaning } from './meanings.js';
import { downloads } from './downloads.js';
import { figuresSection, finalTo, provisional, restatedMark, section, share } from './parts.js';
import { badge } from './signs.js';
import { table } from './table.js';
import { datesOf } from './times.js';
import { lastMonth } from './view-unit.js';
import { Queues } from './queues.js';
import { changesOf } from './changes.js';
import { Renewal } from './renewal.js';

const REFRESH_MILLIS = 5000;
const FIRST = 12;
const MORE = 100;

export function serviceView(unit, service) {
  const queues = new Queues({ unit, service });
  const page = { period: lastMonth(unit), rows: [], days: [], open: {}, missed: {}, standard: undefined };
  const wanted = { open: FIRST, missed: FIRST };
  let again = () => {};

  const figures = new Renewal(async () => {
    const period = lastMonth(unit);
    const [rows, days, open, missed, standards] = await Promise.all([
      get(API.compliance, { unit, service, ...period }),
      get(API.compliance, { unit, service, group: 'day', limit: 1000, ...period }),
      getFirst(wanted.open, API.cases, 'cases', { unit, service, state: 'open' }),
      getFirst(wanted.missed, API.cases, 'cases', { unit, service, verdict: 'late', ...period }),
      get(API.standards, { unit, limit: 1000 }),
    ]);
    Object.assign(page, { period, rows: rows.rows, days: days.rows, open, missed,
      standard: standards.services.find((one) => one.service === service)?.standard ?? null });
  }, REFRESH_MILLIS, changesOf(unit));

  function more(list) {
    wanted[list] += MORE;
    return figures.renew(again);
  }

  return {
    name: 'service',
    title: `${serviceName(service)}, ${unitName(unit)}`,
    unit,
    service,
    load: () => Promise.all([figures.load(), queues.load()]),
    take(next, redraw) {
      again = redraw;
      figures.take(next, redraw);
      queues.take(next, redraw);
    },
    draw: (now) => draw(unit, service, page, queues, now, more),
  };
}

function draw(unit, service, { period, rows, days, open, missed, standard }, queues, now, more) {
  return [
    h('h1', {}, serviceName(service)),
    h('p', { class: 'note' }, unitName(unit)),
    queues.isEmpty() ? null : queues.draw(now, { withUnit: false }),
    h('div', { class: 'cards' }, rows.map(promiseCard)),
    rows.length === 0 ? h('p', { class: 'calm' }, t('service.none')) : downloads(t('service.figures'), API.compliance, { unit, service, ...period }),
    days.length === 0 ? null : figuresSection('days', t('service.days'), days.map((row) => row.promise)
        .filter((promise, at, all) => all.indexOf(promise) === at).map((promise) => dayBars(promise, days.filter((row) => row.promise === promise), period)),
        h('p', { class: 'note' }, t('service.days-key')),
        downloads(t('service.days'), API.compliance, { unit, service, group: 'day', ...period })),
    figuresSection('open', t('service.open'), open.total === 0
        ? h('p', { class: 'calm' }, t('service.open-none')) : [openTable(open.cases, now), moreButton(open, () => more('open')),
          downloads(t('service.open'), API.cases, { unit, service, state: 'open' })]),
    missed.total === 0 ? null : figuresSection('missed', t('service.missed'), missedTable(missed.cases), moreButton(missed, () => more('missed')),
        downloads(t('service.missed'), API.cases, { unit, service, verdict: 'late', ...period })),
    section('law', t('service.law'), law(standard)),
  ];
}

function moreButton({ cases, total, next }, more) {
  return next ? h('p', {}, h('button', { type: 'button', class: 'button', onclick: more },
      `${t('app.more')} (${count(cases.length)} / ${count(total)})`)) : null;
}

function promiseCard(row) {
  return h('article', { key: row.promise, class: 'card', 'data-status': row.status },
      h('h2', {}, promiseName(row.promise), ' ', restatedMark(row)),
      h('p', {}, badge(row.status)),
      h('div', { class: 'large' }, share(row), meaning('attainment', t('col.attainment'))),
      h('p', { class: 'note' }, [t('tile.n', count(row.n)), row.target === null ? null : t('service.target', targetPercent(row.target)),
        row.duration.p50 === null ? null : `${t('col.median')} ${duration(row.duration.p50)}`].filter(Boolean).join(' · ')),
      h('p', {}, finalTo(row)));
}

/** Those of the last days that ended late or are late: what brings the figure down. */
function missedTable(rows) {
  return table(t('service.missed-caption'), [
    { label: t('col.case'), cell: caseLink },
    { label: t('col.promise'), cell: (row) => promiseName(row.promise) },
    { label: t('col.due'), cell: (row) => dueTime(row.due) },
    { label: t('col.ended'), cell: (row) => (row.end ? dateTime(row.end) : outcome(row)) },
  ], rows, clockKey);
}

/** A bar a day: its height is n, its filled part those on time. */
function dayBars(promise, rows, period) {
  const byDay = new Map(rows.map((row) => [row.day, row]));
  const most = Math.max(1, ...rows.map((row) => row.n));
  return h('figure', { key: promise, class: 'days' },
      h('figcaption', {}, promiseName(promise)),
      h('div', { class: 'bars', 'aria-hidden': 'true' }, datesOf(period).map((day) => dayBar(day, byDay.get(day), most))),
      h('div', { class: 'bars-axis', 'aria-hidden': 'true' }, h('span', {}, date(period.from)), h('span', {}, date(period.to))),
      h('details', {}, h('summary', {}, t('course.table')), table(`${t('service.days-caption')}: ${promiseName(promise)}`, [
        { label: t('col.day'), cell: (row) => [date(row.day), ' ', provisional(row), restatedMark(row)] },
        { label: t('col.attainment'), number: true, figure: 'attainment', cell: share },
        { label: t('col.n'), number: true, figure: 'verdicts', cell: (row) => count(row.n) },
        { label: t('col.late'), number: true, figure: 'late', cell: (row) => count(row.late) },
      ], rows, ({ day }) => day)));
}

function dayBar(day, { onTime, late, n } = { onTime: 0, late: 0, n: 0 }, most) {
  return h('span', { key: day, class: 'bar-day', title: `${date(day)}: ${count(onTime)} / ${count(n)}` },
      h('span', { class: 'bar-late', style: { height: `${(late / most) * 100}%` } }),
      h('span', { class: 'bar-kept', style: { height: `${(onTime / most) * 100}%` } }));
}

function law(standard) {
  if (!standard) return h('p', {}, t('unit.no-standard'));
  return [
    h('p', { class: 'decree' }, t('unit.sk', standard.sk, standard.version)),
    h('ul', {}, standard.promises.map((promise) => h('li', { key: promise.promise }, promiseName(promise.promise), ': ', within(promise.within),
        promise.target === null ? null : `, ${t('service.target', targetPercent(promise.target))}`))),
    h('dl', { class: 'components' }, Object.entries(standard.components).map(([name, text]) => h('div', { key: name }, h('dt', {}, word('component', name)), h('dd', {}, text)))),
  ];
}
