import assert from 'node:assert/strict';
import { test } from 'node:test';
import { number, percentage, publishedTarget } from '../../main/resources/id/tepati/dashboard/page/static/numbers.js';

const cases = (rows) => rows.forEach(([share, target, told]) => {
  test(`${share} with the target ${target} is told as ${told}`, () => assert.equal(percentage('id-ID', share, target), told));
});

cases([
  [1, null, '100%'],
  [0, null, '0%'],
  [0.5, null, '50%'],
  [0.946, null, '95%'],
  [1.004, null, '100,4%'],
]);

// 1,999 of 2,000 are not all, and one of 2,500 is not nobody
cases([
  [1999 / 2000, null, '99,9%'],
  [0.996, null, '99,6%'],
  [0.9999, null, '99,9%'],
  [1 / 2500, null, '0,1%'],
]);

// 946 of 1,000 miss a target of 95 %, 950 of 1,000 reach it
cases([
  [946 / 1000, 0.95, '94,6%'],
  [950 / 1000, 0.95, '95%'],
  [0.9496, 0.95, '94,96%'],
  [0.951, 0.95, '95,1%'],
  [0.9, 0.95, '90%'],
  [0.4098, 0.41, '40,98%'],
]);

test('a target is told as it was published', () => {
  assert.equal(publishedTarget('id-ID', 0.4098), '40,98%');
  assert.equal(publishedTarget('en-GB', 0.4098), '40.98%');
  assert.equal(publishedTarget('id-ID', 0.9), '90%');
});

test('thousands and decimals are separated as the reader does', () => {
  assert.equal(number('id-ID', 1234567), '1.234.567');
  assert.equal(number('en-GB', 1234567), '1,234,567');
  assert.equal(number('id-ID', 2.5), '2,5');
  assert.equal(number('id-ID', 2.04), '2');
});
