import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byCase, merged } from '../../main/resources/id/tepati/dashboard/page/static/merges.js';

const whole = {
  complete: true, asOf: '2026-11-23T03:00:00Z', summary: { late: 1 },
  late: [{ case: 'A-3' }], lastLate: { case: 'A-3' }, oldest: [{ case: 'A-1' }],
  units: [{ id: 'kel-kenanga', revision: 1 }, { id: 'kel-melati', revision: 4 }],
};
const update = {
  complete: false, asOf: '2026-11-23T03:00:01Z', summary: { late: 1 },
  units: [{ id: 'kel-melati', revision: 5 }, { id: 'kel-anggrek', revision: 1 }],
};

test('changed rows take the place of the former ones, new ones come in by id', () => {
  assert.deepEqual(merged(whole, update).units,
      [{ id: 'kel-anggrek', revision: 1 }, { id: 'kel-kenanga', revision: 1 }, { id: 'kel-melati', revision: 5 }]);
});

test('what an update leaves out stays as it was', () => {
  const { asOf, late, lastLate, oldest } = merged(whole, update);

  assert.deepEqual({ asOf, late, lastLate, oldest },
      { asOf: '2026-11-23T03:00:01Z', late: [{ case: 'A-3' }], lastLate: { case: 'A-3' }, oldest: [{ case: 'A-1' }] });
});

test('an update that comes twice changes nothing the second time', () => {
  const once = merged(whole, update);

  assert.deepEqual(merged(once, update), once);
});

test('nobody is late any more where the list is empty', () => {
  const after = merged(whole, { ...update, late: [] });

  assert.deepEqual(after.late, []);
  assert.equal(after.lastLate, undefined);
});

test('the first update and a complete one are the whole themselves', () => {
  assert.equal(merged(null, update), update);
  assert.equal(merged(whole, { ...whole, units: [] }).units.length, 0);
});

test('a merge leaves what it merges alone', () => {
  const before = structuredClone(whole);

  merged(whole, update);

  assert.deepEqual(whole, before);
});

test('a case that is late twice is told once, by the clock that comes first', () => {
  const first = { unit: 'mpp', case: 'ADUAN-3', promise: 'first-response' };
  const second = { unit: 'mpp', case: 'ADUAN-3', promise: 'verification' };
  const elsewhere = { unit: 'rsud', case: 'ADUAN-3', promise: 'verification' };

  assert.deepEqual(byCase([first, elsewhere, second]), [{ ...first, others: [second] }, { ...elsewhere, others: [] }]);
});

test('a space in an id makes no two cases one', () => {
  assert.equal(byCase([{ unit: 'a', case: 'b c' }, { unit: 'a b', case: 'c' }]).length, 2);
});
