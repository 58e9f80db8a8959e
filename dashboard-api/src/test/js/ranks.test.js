import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byWorst, clocksInOrder, groups, waited } from '../../main/resources/id/tepati/dashboard/page/static/ranks.js';

const unit = (id, parent, status, promise = null) => ({ id, name: id, parent, status, promise });

test('the worst stands first, then what misses its target by most, then by name', () => {
  const rows = [
    unit('d', 'k', 'kept', { target: 0.9, attainment: 0.95 }),
    unit('c', 'k', 'not-kept', { target: 0.9, attainment: 0.8 }),
    unit('e', 'k', 'no-data'),
    unit('b', 'k', 'not-kept', { target: 0.9, attainment: 0.5 }),
    unit('a', 'k', 'not-kept', { target: 0.9, attainment: 0.8 }),
    unit('f', 'k', 'at-risk', { target: 0.9, attainment: 0.1 }),
  ];

  assert.deepEqual(rows.sort(byWorst).map(({ id }) => id), ['b', 'a', 'c', 'f', 'd', 'e']);
});

test('units stand with what they lie in, the owner first, what only gathers is not shown', () => {
  const told = groups([
    unit('kota', null, null),
    unit('kec-b', 'kota', 'kept'),
    unit('kel-b2', 'kec-b', 'kept'),
    unit('kel-b1', 'kec-b', 'not-kept'),
    unit('rsud', 'kota', 'kept'),
    unit('kec-a', 'kota', null),
    unit('kel-a', 'kec-a', 'no-data'),
  ]).map(({ owner, members }) => [owner.id, members.map(({ id }) => id)]);

  assert.deepEqual(told, [['kota', ['rsud']], ['kec-a', ['kel-a']], ['kec-b', ['kec-b', 'kel-b1', 'kel-b2']]]);
});

test('clocks with a promise come first, each kind as they began', () => {
  const clock = (outcome, start) => ({ outcome, start });
  const [unnamed, later, earlier] = [clock('unnamed', '2026-11-01T00:00:00Z'), clock('late', '2026-11-03T00:00:00Z'), clock('on-time', '2026-11-02T00:00:00Z')];

  assert.deepEqual(clocksInOrder([unnamed, later, earlier]), [earlier, later, unnamed]);
});

test('a wait goes on from its beginning, or is what was told where that is not known', () => {
  const now = Date.parse('2026-11-23T03:00:00Z');

  assert.equal(waited({ oldestSince: '2026-11-23T02:20:00Z', oldestWait: 1 }, now), 2400);
  assert.equal(waited({ oldestWait: 30 }, now), 30);
  assert.equal(waited({}, now), 0);
});
