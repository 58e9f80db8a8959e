// Cases in tables: who is late, who waits for longest, what is in progress.

import { h, keyOf } from './elements.js';
import { dueTime, duration, promiseName, t, word } from './words.js';
import { caseLink, serviceLink, unitLink } from './links.js';
import { sign } from './signs.js';
import { table } from './table.js';

function caseKey(row) {
  return keyOf(row.unit, row.case);
}

/** A case can have several clocks, each again in another stage or cycle. */
export function clockKey(row) {
  return keyOf(row.unit, row.case, row.clock, row.stage, row.cycle);
}

/** A case with the service and the promise that it waits for, and others that it is late by. */
function matter(row, now) {
  return [
    caseLink(row), h('span', { class: 'matter' }, serviceLink(row.unit, row.service), ', ', promiseName(row.promise)),
    (row.others ?? []).map(({ promise, due }) =>
        h('span', { key: keyOf(promise, due), class: 'matter' }, t('late.also', promiseName(promise), duration((now - Date.parse(due)) / 1000)))),
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
  ].filter(Boolean), rows, caseKey);
}

/** Who turned late last, unless the rows name it: among many that have been late for long nobody would see it. */
export function newlyLate(last, rows, now) {
  if (!last || rows.some((row) => row.unit === last.unit && row.case === last.case)) return null;
  return h('p', { key: 'newly-late', id: 'newly-late' }, t('late.last'), ' ', caseLink(last), ', ', unitLink(last.unit), ', ',
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
  ].filter(Boolean), rows, caseKey);
}

/** The next due first, a line for each promise. */
export function openTable(rows, now, { withUnit = false } = {}) {
  return table(t('service.open-caption'), [
    { label: t('col.case'), cell: caseLink },
    withUnit && { label: t('col.unit'), cell: (row) => [unitLink(row.unit), h('span', { class: 'matter' }, serviceLink(row.unit, row.service))] },
    { label: t('col.promise'), cell: (row) => promiseName(row.promise) },
    { label: t('col.due'), cell: (row) => (row.due ? dueTime(row.due) : t('case.no-due')) },
    { label: t('col.status'), cell: (row) => (row.atRisk ? h('strong', { class: 'near' }, t('outcome.at-risk')) : outcome(row)) },
    { label: t('col.waiting'), number: true, cell: (row) => duration((now - Date.parse(row.start)) / 1000) },
  ].filter(Boolean), rows, clockKey);
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
