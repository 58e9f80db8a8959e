import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshnessOf } from '../../main/resources/id/tepati/dashboard/page/static/freshness.js';

const NOW = Date.parse('2026-11-23T03:00:15Z');
const given = { overview: { asOf: '2026-11-23T03:00:00Z', staleAfter: 15 }, connected: true, lost: false, waited: 60000, now: NOW };
const first = { ...given, overview: null, connected: false };
const unknown = { asOf: null, age: null, shownAge: null };

[
  ['live at fifteen seconds', given, { state: 'live', asOf: given.overview.asOf, age: 15, shownAge: 15 }],
  ['old after that', { ...given, now: NOW + 1 }, { state: 'old', asOf: given.overview.asOf, age: 15.001, shownAge: 15 }],
  ['never younger than now', { ...given, now: NOW - 20000 }, { state: 'live', asOf: given.overview.asOf, age: 0, shownAge: 15 }],
  ['cut when the line is, however young', { ...given, connected: false, lost: true, now: NOW - 15000 }, { state: 'cut', asOf: given.overview.asOf, age: 0, shownAge: 15 }],
  ['live though nothing is judged yet', { ...given, overview: { staleAfter: 15 } }, { state: 'live', ...unknown }],
  ['not called live while history comes in', { ...given, overview: { ...given.overview, loading: { records: 1 } } }, { state: 'history', asOf: given.overview.asOf, age: 15, shownAge: 15 }],
  ['old while history comes in and the pipeline is behind', { ...given, overview: { ...given.overview, loading: { records: 1 } }, now: NOW + 1 }, { state: 'old', asOf: given.overview.asOf, age: 15.001, shownAge: 15 }],
  ['connecting before it is begun', { ...first, waited: 0 }, { state: 'connecting', ...unknown }],
  ['connecting while the first line comes about', { ...first, waited: 10000 }, { state: 'connecting', ...unknown }],
  ['connecting before the first update', { ...given, overview: null }, { state: 'connecting', ...unknown }],
  ['cut where no line comes about', { ...first, waited: 10001 }, { state: 'cut', ...unknown }],
  ['cut when the line is before the first update', { ...first, lost: true, waited: 1 }, { state: 'cut', ...unknown }],
].forEach(([name, situation, expected]) => {
  test(`it is ${name}`, () => assert.deepEqual(freshnessOf(situation), expected));
});

test('whoever tells figures tells from which age on they are old', () => {
  const patient = { ...given, overview: { ...given.overview, staleAfter: 40 } };
  assert.equal(freshnessOf({ ...patient, now: NOW + 25000 }).state, 'live');
  assert.equal(freshnessOf({ ...patient, now: NOW + 25001 }).state, 'old');
});

test('an age is told in whole minutes, below one as the limit', () => {
  const shownAfter = (seconds) => freshnessOf({ ...given, now: Date.parse(given.overview.asOf) + seconds * 1000 }).shownAge;
  assert.equal(shownAfter(15.001), 15);
  assert.equal(shownAfter(59.9), 15);
  assert.equal(shownAfter(60), 60);
  assert.equal(shownAfter(179), 120);
});
