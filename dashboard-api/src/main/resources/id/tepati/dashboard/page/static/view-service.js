// One service of a unit: its promises, day by day, what is in progress, and its law.

import { h } from './dom.js';
import { get, getFirst } from './api.js';
import { t, word, count, date, dueTime, duration, promiseName, targetPercent, within } from './words.js';
import { serviceName, unitName } from './catalog.js';
import { badge, caseLink, finalTo, outcome, provisional, restatedMark, section, share, table } from './parts.js';
import { lastDays, statusOf } from './view-unit.js';
import { Queues } from './queues.js';
import { changesOf, Renewal } from './renewal.js';

const REFRESH_MILLIS = 5000;
const FIRST = 12;
const MORE = 100;

export function serviceView(unit, service) {
  const queues = new Queues({ unit, service });
  const page = { rows: [], days: [], open: [], standard: undefined };
  let wanted = FIRST;
  let again = () => {};

  const figures = new Renewal(async () => {
    const period = lastDays(unit);
    const [rows, days, open, standards] = await Promise.all([
      get('/compliance', { unit, service, ...period }),
      get('/compliance', { unit, service, group: 'day', limit: 1000, ...period }),
      getFirst(wanted, '/cases', 'cases', { unit, service, state: 'open' }),
      get('/standards', { unit, limit: 1000 }),
    ]);
    Object.assign(page, { rows: rows.rows, days: days.rows, open: open.cases, total: open.total,
      standard: standards.services.find((one) => one.service === service)?.standard ?? null });
  }, REFRESH_MILLIS, changesOf(unit));

  function more() {
    wanted += MORE;
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

function draw(unit, service, { rows, days, open, total, standard }, queues, now, more) {
  return [
    h('h1', {}, serviceName(service)),
    h('p', { class: 'note' }, unitName(unit)),
    queues.draw(now, { withUnit: false }),
    h('div', { class: 'cards' }, rows.map(promiseCard)),
    rows.length === 0 ? h('p', { class: 'calm' }, t('unit.services-none')) : null,
    days.length === 0 ? null : section('days', t('service.days'), days.map((row) => row.promise)
        .filter((promise, at, all) => all.indexOf(promise) === at).map((promise) => dayBars(promise, days.filter((row) => row.promise === promise)))),
    section('open', t('service.open'), open.length === 0
        ? h('p', { class: 'calm' }, t('service.open-none')) : openTable(open, now),
        total > open.length ? h('p', {}, h('button', { type: 'button', class: 'button', onclick: more },
            `${t('app.more')} (${count(open.length)} / ${count(total)})`)) : null),
    section('law', t('service.law'), law(standard)),
  ];
}

function promiseCard(row) {
  return h('article', { class: 'card', 'data-status': statusOf(row) },
      h('h2', {}, promiseName(row.promise), ' ', restatedMark(row)),
      h('p', {}, badge(statusOf(row))),
      h('div', { class: 'large' }, share(row)),
      h('p', { class: 'note' }, [t('tile.n', count(row.n)), row.target === null ? null : t('service.target', targetPercent(row.target)),
        row.duration.p50 === null ? null : `${t('col.median')} ${duration(row.duration.p50)}`].filter(Boolean).join(' · ')),
      h('p', {}, finalTo(row)));
}

function openTable(open, now) {
  return table(t('service.open-caption'), [
    { label: t('col.case'), cell: caseLink },
    { label: t('col.promise'), cell: (row) => promiseName(row.promise) },
    { label: t('col.due'), cell: (row) => (row.due ? dueTime(row.due) : t('case.no-due')) },
    { label: t('col.status'), cell: (row) => (row.atRiskFrom && row.outcome === 'open' && Date.parse(row.atRiskFrom) <= now
      ? h('strong', { class: 'near' }, t('outcome.at-risk')) : outcome(row)) },
    { label: t('col.waiting'), number: true, cell: (row) => duration((now - Date.parse(row.start)) / 1000) },
  ], open);
}

/** A bar a day: its height is n, its filled part those on time. */
function dayBars(promise, rows) {
  const most = Math.max(1, ...rows.map((row) => row.n));
  return h('figure', { class: 'days' },
      h('figcaption', {}, promiseName(promise)),
      h('div', { class: 'bars', 'aria-hidden': 'true' }, rows.map((row) => h('span', { class: 'bar-day', title: `${date(row.day)}: ${row.onTime}/${row.n}` },
          h('span', { class: 'bar-late', place: { height: `${(row.late / most) * 100}%` } }),
          h('span', { class: 'bar-kept', place: { height: `${(row.onTime / most) * 100}%` } })))),
      h('div', { class: 'bars-axis', 'aria-hidden': 'true' }, h('span', {}, date(rows[0].day)), h('span', {}, date(rows.at(-1).day))),
      h('details', {}, h('summary', {}, t('course.table')), table(`${t('service.days-caption')}: ${promiseName(promise)}`, [
        { label: t('col.day'), cell: (row) => [date(row.day), ' ', provisional(row), restatedMark(row)] },
        { label: t('col.attainment'), number: true, cell: share },
        { label: t('col.n'), number: true, cell: (row) => count(row.n) },
        { label: t('col.late'), number: true, cell: (row) => count(row.late) },
      ], rows)));
}

function law(standard) {
  if (!standard) return h('p', {}, t('unit.no-standard'));
  return [
    h('p', { class: 'decree' }, t('unit.sk', standard.sk, standard.version)),
    h('ul', {}, standard.promises.map((promise) => h('li', {}, promiseName(promise.promise), ': ', within(promise.within),
        promise.target === null ? null : `, ${t('service.target', targetPercent(promise.target))}`))),
    h('dl', { class: 'components' }, Object.entries(standard.components).map(([name, text]) => h('div', {}, h('dt', {}, word('component', name)), h('dd', {}, text)))),
  ];
}
