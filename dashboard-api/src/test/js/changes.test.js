import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOf, isRested, whoIsLate, whoIsThere } from '../../main/resources/id/tepati/dashboard/page/static/changes.js';

const overview = {
  asOf: '2026-11-23T03:00:01Z', summary: { late: 1, nearDue: 2 },
  late: [{ unit: 'mpp', case: 'A-3' }], lastLate: { unit: 'mpp', case: 'A-3' },
  units: [{ id: 'mpp', revision: 5 }, { id: 'rsud', revision: 3 }],
};
const revised = (id) => ({ ...overview, units: overview.units.map((row) => (row.id === id ? { ...row, revision: row.revision + 1 } : row)) });

test('it is asked again when its time is over, and not while it is asked', () => {
  const asked = { asked: 10000, running: false, rest: 5000 };

  assert.equal(isRested(asked, 14999), false);
  assert.equal(isRested(asked, 15000), true);
  assert.equal(isRested({ ...asked, running: true }, 60000), false);
});

test('a unit changes with its own figures only, a city with those of any unit', () => {
  assert.notEqual(changesOf('mpp')(revised('mpp')), changesOf('mpp')(overview));
  assert.equal(changesOf('mpp')(revised('rsud')), changesOf('mpp')(overview));
  assert.notEqual(changesOf()(revised('rsud')), changesOf()(overview));
});

test('days may have settled when a minute is over, not within it', () => {
  assert.equal(changesOf('mpp')({ ...overview, asOf: '2026-11-23T03:00:59.999Z' }), changesOf('mpp')(overview));
  assert.notEqual(changesOf('mpp')({ ...overview, asOf: '2026-11-23T03:01:00Z' }), changesOf('mpp')(overview));
});

test('it is no change that nothing is judged yet', () => {
  const unknown = { ...overview, asOf: undefined };

  assert.equal(changesOf()(unknown), changesOf()(structuredClone(unknown)));
});

test('who is late is another with the number, the names or the last one', () => {
  assert.equal(whoIsLate(revised('mpp')), whoIsLate(overview));
  assert.notEqual(whoIsLate({ ...overview, summary: { ...overview.summary, late: 2 } }), whoIsLate(overview));
  assert.notEqual(whoIsLate({ ...overview, lastLate: { unit: 'mpp', case: 'A-4' } }), whoIsLate(overview));
});

test('who is near due can be another without an event', () => {
  assert.notEqual(whoIsThere({ ...overview, summary: { ...overview.summary, nearDue: 3 } }), whoIsThere(overview));
});
