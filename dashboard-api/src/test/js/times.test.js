import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as times from '../../main/resources/id/tepati/dashboard/page/static/times.js';

const JAKARTA = 'Asia/Jakarta';
const NOW = Date.parse('2026-11-23T03:00:00Z');

[
  [0, [[0, 'seconds']]],
  [-5, [[0, 'seconds']]],
  [59.4, [[59, 'seconds']]],
  [59.5, [[1, 'minutes']]],
  [61, [[1, 'minutes'], [1, 'seconds']]],
  [599, [[9, 'minutes'], [59, 'seconds']]],
  [601, [[10, 'minutes']]],
  [3599, [[59, 'minutes']]],
  [3600, [[1, 'hours']]],
  [3660, [[1, 'hours'], [1, 'minutes']]],
  [86399, [[23, 'hours'], [59, 'minutes']]],
  [86399.5, [[1, 'days']]],
  [86400 + 3599, [[1, 'days']]],
  [86400 + 3600, [[1, 'days'], [1, 'hours']]],
  [1500 * 86400, [[1500, 'days']]],
].forEach(([seconds, parts]) => {
  test(`${seconds} seconds are ${parts.map((part) => part.join(' ')).join(' ')}`, () => assert.deepEqual(times.partsOf(seconds), parts));
});

test('the last days are those of the zone and hold today', () => {
  assert.deepEqual(times.lastDays(JAKARTA, Date.parse('2026-03-01T16:59:59Z'), 3), { from: '2026-02-27', to: '2026-03-01' });
  assert.deepEqual(times.lastDays(JAKARTA, Date.parse('2026-03-01T17:00:00Z'), 3), { from: '2026-02-28', to: '2026-03-02' });
  assert.deepEqual(times.lastDays('Asia/Jayapura', Date.parse('2026-03-01T15:00:00Z'), 1), { from: '2026-03-02', to: '2026-03-02' });
});

test('a period has every date, the leap day too', () => {
  assert.deepEqual(times.datesOf({ from: '2028-02-28', to: '2028-03-01' }), ['2028-02-28', '2028-02-29', '2028-03-01']);
  assert.deepEqual(times.datesOf({ from: '2026-11-23', to: '2026-11-23' }), ['2026-11-23']);
});

test('a half hour ends thirty minutes after its beginning', () => {
  assert.equal(times.endOfHalfHour('08:00'), '08:30');
  assert.equal(times.endOfHalfHour('09:30'), '10:00');
  assert.equal(times.endOfHalfHour('23:30'), '24:00');
});

test('midnight ends the day before, a second later does not', () => {
  assert.equal(times.withinTheDayThatEnds(JAKARTA, '2026-11-20T17:00:00Z'), Date.parse('2026-11-20T16:59:59Z'));
  assert.equal(times.withinTheDayThatEnds(JAKARTA, '2026-11-20T17:00:01Z'), null);
  assert.equal(times.withinTheDayThatEnds('Asia/Makassar', '2026-11-20T17:00:00Z'), null);
});

test('times are those of the zone, written as the reader does', () => {
  assert.equal(times.hourAndMinute(JAKARTA, NOW), '10:00');
  assert.equal(times.dayAndTime('id-ID', JAKARTA, NOW, NOW), '23 Nov, 10.00');
  assert.equal(times.dayAndTime('en-GB', JAKARTA, NOW, NOW), '23 Nov, 10:00');
  assert.equal(times.dayAndSecond('id-ID', JAKARTA, NOW, NOW), '23 Nov, 10.00.00 WIB');
  assert.equal(times.dayAndSecond('id-ID', 'Asia/Jayapura', NOW, NOW), '23 Nov, 12.00.00 WIT');
});

test('a year is told where it is not this one', () => {
  assert.equal(times.day('id-ID', JAKARTA, '2026-12-31T16:59:59Z', NOW), '31 Des');
  assert.equal(times.day('id-ID', JAKARTA, '2026-12-31T17:00:00Z', NOW), '1 Jan 2027');
});

test('a local date has no zone', () => {
  assert.equal(times.localDate('id-ID', '2026-11-23'), 'Sen, 23 Nov');
  assert.equal(times.weekdayOf('id-ID', '2026-11-23'), 'Senin');
});
