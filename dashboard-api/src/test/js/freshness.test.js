import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshnessOf, shownAge } from '../../main/resources/id/tepati/dashboard/page/static/freshness.js';

const NOW = Date.parse('2026-11-23T03:00:15Z');
const given = { overview: { asOf: '2026-11-23T03:00:00Z' }, begun: true, connected: true, now: NOW };

[
  ['live at fifteen seconds', given, { state: 'live', asOf: given.overview.asOf, age: 15 }],
  ['old after that', { ...given, now: NOW + 1 }, { state: 'old', asOf: given.overview.asOf, age: 15.001 }],
  ['never younger than now', { ...given, now: NOW - 20000 }, { state: 'live', asOf: given.overview.asOf, age: 0 }],
  ['cut when the line is, however young', { ...given, connected: false, now: NOW - 15000 }, { state: 'cut', asOf: given.overview.asOf, age: 0 }],
  ['live though nothing is judged yet', { ...given, overview: {} }, { state: 'live', asOf: null, age: null }],
  ['connecting before it is begun', { ...given, overview: null, begun: false, connected: false }, { state: 'connecting', asOf: null, age: null }],
  ['connecting before the first update', { ...given, overview: null }, { state: 'connecting', asOf: null, age: null }],
  ['cut where no line comes about', { ...given, overview: null, connected: false }, { state: 'cut', asOf: null, age: null }],
].forEach(([name, situation, expected]) => {
  test(`it is ${name}`, () => assert.deepEqual(freshnessOf(situation), expected));
});

test('an age is told in whole minutes, below one as the limit', () => {
  assert.equal(shownAge(15.001), 15);
  assert.equal(shownAge(59.9), 15);
  assert.equal(shownAge(60), 60);
  assert.equal(shownAge(179), 120);
});
