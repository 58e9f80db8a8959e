// Parts that several views show.

import { h, svg } from './dom.js';
import { t, word, count, date, percent, targetPercent, dueTime, duration, promiseName, kindOf } from './words.js';
import { unitName, serviceName } from './catalog.js';

const ENOUGH = 8;
const SIGNS = {
  kept: [['circle', { cx: 8, cy: 8, r: 7 }], ['path', { d: 'M4.6 8.3l2.4 2.4 4.4-5' }]],
  'at-risk': [['path', { d: 'M8 1.4l7 12.9H1z' }], ['path', { d: 'M8 6v4M8 12v.6' }]],
  'not-kept': [['rect', { x: 1, y: 1, width: 14, height: 14, rx: 2 }], ['path', { d: 'M5 5l6 6M11 5l-6 6' }]],
  'no-target': [['circle', { cx: 8, cy: 8, r: 7 }], ['path', { d: 'M8 4.6v4M8 11v.6' }]],
  'no-data': [['circle', { cx: 8, cy: 8, r: 7 }], ['path', { d: 'M4.8 8h6.4' }]],
};

export const STATUSES = ['not-kept', 'at-risk', 'kept', 'no-target', 'no-data'];

/** The sign of a status: its form tells as much as its colour. */
export function sign(status) {
  const [ground, mark] = SIGNS[status] ?? SIGNS['no-data'];
  return svg('svg', { class: 'sign', 'data-status': status, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
      svg(ground[0], { class: 'ground', ...ground[1] }), svg(mark[0], { class: 'mark', ...mark[1] }));
}

/** Units that are further from their target first. */
export function byWorst(one, other) {
  return STATUSES.indexOf(one.status) - STATUSES.indexOf(other.status) || missing(other) - missing(one) || one.name.localeCompare(other.name);
}

function missing({ promise }) {
  return promise && promise.target !== null && promise.attainment !== null ? promise.target - promise.attainment : 0;
}

export function badge(status) {
  return status === null
      ? h('span', { class: 'badge', 'data-status': 'none' }, t('status.gathers'))
      : h('span', { class: 'badge', 'data-status': status }, sign(status), word('status', status));
}

/** A share with its number of verdicts at hand and its interval on tap. */
export function share(row) {
  if (row.attainment === null || row.attainment === undefined) return h('span', { class: 'muted' }, '–');
  return h('details', { class: 'share' },
      h('summary', { title: t('interval.show') }, percent(row.attainment, row.target), smallN(row)),
      h('span', { class: 'interval' }, t('interval', percent(row.low), percent(row.high)),
          isSmallN(row) ? ` ${t('small-n-note')}` : null));
}

/** Whether a figure rests on few verdicts. */
export function isSmallN({ n }) {
  return n < ENOUGH;
}

function smallN(row) {
  return isSmallN(row) ? [' ', h('span', { class: 'mark-note' }, t('small-n'))] : null;
}

/** Says that a figure was final once and is another now. */
export function restatedMark({ revision }) {
  return revision > 0 ? h('span', { class: 'mark-note' }, t('restated')) : null;
}

/** Up to which day the figures of a period are final; where none is yet, that they are provisional. */
export function finalTo(row) {
  return row.finalTo ? h('span', { class: 'note' }, t('final-to', date(row.finalTo))) : provisional(row);
}

export function provisional(row) {
  return row.state === 'sementara' ? h('span', { class: 'mark-note' }, t('provisional')) : null;
}

/**
 * A table that becomes a list of cards where it is narrow; its roles are said, since a card is no table to browsers.
 * Columns: label, cell, number where it is right-aligned, optional where a wall can do without. The first one names the row.
 */
export function table(caption, columns, rows, { id = null } = {}) {
  return h('table', { role: 'table', id },
      h('caption', {}, caption),
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, columns.map(({ label, number, optional }) =>
          h('th', { scope: 'col', role: 'columnheader', class: classOf(number, optional) }, label)))),
      h('tbody', { role: 'rowgroup' }, rows.map((row) => h('tr', { role: 'row', class: row.rowClass ?? null }, columns.map(({ label, cell, number, optional }, at) =>
          h(at === 0 ? 'th' : 'td', {
            scope: at === 0 ? 'row' : null, role: at === 0 ? 'rowheader' : 'cell',
            'data-label': label, class: classOf(number, optional),
          }, h('span', { class: 'value' }, cell(row))))))));
}

function classOf(number, optional) {
  return [number && 'number', optional && 'optional'].filter(Boolean).join(' ') || null;
}

export function section(id, title, ...content) {
  return h('section', { id, 'aria-labelledby': `${id}-title` }, h('h2', { id: `${id}-title` }, title), content);
}

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

/** A case with the service and the promise that it waits for, and others that it is late by. */
function matter(row, now) {
  return [
    caseLink(row), h('span', { class: 'matter' }, serviceLink(row.unit, row.service), ', ', promiseName(row.promise)),
    (row.others ?? []).map(({ promise, due }) =>
        h('span', { class: 'matter' }, t('late.also', promiseName(promise), duration((now - Date.parse(due)) / 1000)))),
  ];
}

/** The longest late first. */
export function lateTable(rows, now, { withUnit = true } = {}) {
  if (rows.length === 0) return h('p', { class: 'calm' }, sign('kept'), t('late.none'));
  return table(t('late.caption'), [
    { label: t('col.case'), cell: (row) => matter(row, now) },
    withUnit && { label: t('col.unit'), cell: (row) => unitLink(row.unit) },
    { label: t('col.due'), optional: true, cell: (row) => dueTime(row.due) },
    { label: t('col.late-for'), number: true, cell: (row) => h('strong', { class: 'late' }, duration((now - Date.parse(row.due)) / 1000)) },
  ].filter(Boolean), rows);
}

/** Who turned late last, unless the rows name it: among many that have been late for long nobody would see it. */
export function newlyLate(last, rows, now) {
  if (!last || rows.some((row) => row.unit === last.unit && row.case === last.case)) return null;
  return h('p', { id: 'newly-late' }, t('late.last'), ' ', caseLink(last), ', ', unitLink(last.unit), ', ',
      serviceLink(last.unit, last.service), ' ', h('strong', { class: 'late' }, duration((now - Date.parse(last.due)) / 1000)));
}

/** The longest wait first. */
export function oldestTable(rows, now, { withUnit = true } = {}) {
  if (rows.length === 0) return h('p', { class: 'calm' }, t('oldest.none'));
  return table(t('oldest.caption'), [
    { label: t('col.case'), cell: (row) => matter(row, now) },
    withUnit && { label: t('col.unit'), cell: (row) => unitLink(row.unit) },
    { label: t('col.due'), optional: true, cell: (row) => (row.due ? [dueTime(row.due), row.late ? [' ', lateMark()] : null] : t('case.no-due')) },
    { label: t('col.waiting'), number: true, cell: (row) => duration((now - Date.parse(row.start)) / 1000) },
  ].filter(Boolean), rows);
}

/** The next due first, a line for each promise. */
export function openTable(rows, now, { withUnit = false } = {}) {
  return table(t('service.open-caption'), [
    { label: t('col.case'), cell: caseLink },
    withUnit && { label: t('col.unit'), cell: (row) => [unitLink(row.unit), h('span', { class: 'matter' }, serviceLink(row.unit, row.service))] },
    { label: t('col.promise'), cell: (row) => promiseName(row.promise) },
    { label: t('col.due'), cell: (row) => (row.due ? dueTime(row.due) : t('case.no-due')) },
    { label: t('col.status'), cell: (row) => (row.atRiskFrom && row.outcome === 'open' && Date.parse(row.atRiskFrom) <= now
      ? h('strong', { class: 'near' }, t('outcome.at-risk')) : outcome(row)) },
    { label: t('col.waiting'), number: true, cell: (row) => duration((now - Date.parse(row.start)) / 1000) },
  ].filter(Boolean), rows);
}

function lateMark() {
  return h('strong', { class: 'late' }, t('outcome.late'));
}

/** How a clock stands, in words. */
export function outcome(row) {
  if (row.outcome === 'late' && row.open) return h('strong', { class: 'late' }, t('outcome.late-open'));
  const text = word('outcome', row.outcome);
  return row.outcome === 'late' ? h('strong', { class: 'late' }, text) : text;
}

/** The three figures of now, of all or of a unit, each with the way to its cases. */
export function nowFigures({ late, nearDue, open }, unit = null) {
  const scope = unit === null ? '' : `?unit=${encodeURIComponent(unit)}`;
  return h('dl', { class: 'figures', id: 'now' },
      figure(t('now.late'), late, late > 0 ? 'late' : null, `/terlambat${scope}`),
      figure(t('now.near-due'), nearDue, nearDue > 0 ? 'near' : null, `/menjelang${scope}`),
      figure(t('now.open'), open, null, `/berjalan${scope}`));
}

function figure(label, number, tone, href) {
  const shown = count(number);
  return h('div', { 'data-tone': tone }, h('dt', {}, label), h('dd', {}, h('a', { href }, shown)));
}

/** A unit as a tile: sign, name, figure, n and who is late. */
export function tile(row) {
  const { promise } = row;
  const judged = row.status !== 'no-data' && promise && promise.attainment !== null && promise.attainment !== undefined;
  return h('li', { 'data-key': row.id }, h('a', { class: 'tile', href: `/unit/${encodeURIComponent(row.id)}`, 'data-status': row.status ?? 'none' },
      h('span', { class: 'tile-name' }, row.name),
      h('span', { class: 'tile-status' }, row.status ? [sign(row.status), word('status', row.status)] : t('status.gathers')),
      h('span', { class: 'tile-figure' }, judged
          ? [h('strong', {}, percent(promise.attainment, promise.target)), ' ', h('span', { class: 'muted' }, t('tile.n', count(promise.n))), smallN(promise)]
          : h('span', { class: 'muted' }, '–')),
      row.late > 0 ? h('span', { class: 'tile-late' }, t('tile.late', count(row.late))) : null,
      silentMark(row)));
}

/** Says that a unit has sources of which nothing is heard, though it is open. */
export function silentMark({ silent }) {
  return silent > 0 ? h('span', { class: 'silent' }, sign('no-data'), t('source.silent')) : null;
}

/** Tells which promise decides how a unit stands. */
export function decides(row) {
  const { promise } = row;
  if (!promise || promise.n === 0) return row.status === null ? t('unit.gathers') : t('unit.no-data');
  const values = [promiseName(promise.promise), serviceName(promise.service), count(promise.onTime), count(promise.n), percent(promise.attainment, promise.target)];
  const text = promise.target === null ? t('unit.decides-no-target', ...values) : t('unit.decides', ...values, targetPercent(promise.target));
  return [row.status === 'no-data' ? `${t('unit.unheard')} ` : null, text, smallN(promise)];
}

/** How many units stand how, as a bar and its legend. */
export function statusBar(summary) {
  const counts = { kept: summary.kept, 'at-risk': summary.atRisk, 'not-kept': summary.notKept, 'no-target': summary.noTarget, 'no-data': summary.noData };
  const present = STATUSES.filter((status) => counts[status] > 0 || status === 'kept' || status === 'not-kept');
  return h('div', { class: 'spread' },
      h('div', { class: 'bar', 'aria-hidden': 'true' }, STATUSES.filter((status) => counts[status] > 0).map((status) =>
          h('span', { 'data-status': status, place: { flexGrow: counts[status] } }))),
      h('ul', { class: 'legend', 'aria-label': t('home.status') }, present.map((status) => h('li', {},
          sign(status), h('strong', {}, count(counts[status])), ' ', word('status', status)))));
}

/** What the signs mean, for whoever asks. */
export function signMeanings() {
  return h('details', { class: 'meanings' }, h('summary', {}, t('status.legend')),
      h('dl', {}, STATUSES.map((status) => h('div', {}, h('dt', {}, badge(status)), h('dd', {}, word('status.meaning', status))))));
}
