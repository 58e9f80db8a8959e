import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineOf } from '../../main/resources/id/tepati/dashboard/page/static/clock-line.js';

const START = Date.parse('2026-11-23T00:00:00Z');
const at = (hours) => new Date(START + hours * 3600000).toISOString();
const percent = (text) => Number(text.slice(0, -1)).toFixed(2);

test('the line goes from start to due, with a margin of 4 in 108 on each side', () => {
  const line = lineOf({ start: at(0), due: at(10) }, START + 5 * 3600000);

  assert.equal(percent(line.at(line.start)), '3.70');
  assert.equal(percent(line.at(line.until)), '50.00');
  assert.equal(percent(line.at(line.due)), '96.30');
  assert.equal(percent(line.width(line.start, line.due)), '92.59');
  assert.equal(line.late, false);
});

test('it goes to the end where that is later, and is late then', () => {
  const line = lineOf({ start: at(0), due: at(10), end: at(20) }, START);

  assert.equal(percent(line.at(line.due)), '50.00');
  assert.equal(percent(line.at(line.end)), '96.30');
  assert.equal(line.late, true);
});

test('at its due it is not late yet', () => {
  assert.equal(lineOf({ start: at(0), due: at(10) }, START + 10 * 3600000).late, false);
});

test('without a due it is never late, and a clock that just began has a line too', () => {
  const line = lineOf({ start: at(0) }, START);

  assert.equal(line.due, null);
  assert.equal(line.late, false);
  assert.equal(percent(line.at(line.until)), '3.70');
});

test('nothing lies outside of the line', () => {
  const line = lineOf({ start: at(0), due: at(10) }, START);

  assert.equal(line.at(START - 86400000), '0%');
  assert.equal(line.at(START + 86400000), '100%');
  assert.equal(line.width(line.due, line.start), '0%');
});
