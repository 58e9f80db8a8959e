import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Switchboard } from '../../main/resources/id/tepati/dashboard/page/static/switchboard.js';

let opened;
let asked;
let again;
let board;

beforeEach(() => {
  opened = [];
  asked = [];
  board = new Switchboard({
    open(unit, line) {
      const one = { unit, ...line, closed: false };
      opened.push(one);
      return () => { one.closed = true; };
    },
    async ask(unit) {
      asked.push(unit);
      if (unit === 'unheard') throw new Error('503');
      return { overview: `asked ${unit}`, at: 7 };
    },
    every(millis, call) { again = call; },
  });
});

function tab() {
  const told = [];
  const take = (news) => told.push(news);
  take.last = () => told.at(-1);
  take.told = told;
  return take;
}

const lines = () => opened.filter(({ closed }) => !closed).map(({ unit }) => unit);
const settled = () => new Promise((resolve) => { setImmediate(resolve); });

test('two tabs of one unit have one line, and the later one is told at once what is known', () => {
  const [one, other] = [tab(), tab()];
  board.follow(one, null);
  opened[0].stands(true);
  opened[0].take('all', 5);

  board.follow(other, null);

  assert.deepEqual(lines(), [null]);
  assert.deepEqual(other.last(), { unit: null, connected: true, overview: 'all', at: 5 });
  opened[0].take('more', 6);
  assert.equal(one.last().overview, 'more');
  assert.equal(other.last().overview, 'more');
});

test('the line follows the last tab, the others are told what is asked for', async () => {
  const [one, other] = [tab(), tab()];
  board.follow(one, null);
  board.follow(other, 'rsud');
  opened[1].stands(true);
  await settled();

  assert.deepEqual(lines(), ['rsud']);
  assert.deepEqual(asked, [null]);
  assert.equal(one.told.at(-1).connected, true);
  assert.ok(one.told.some(({ overview }) => overview === 'asked null'));
  assert.ok(other.told.every(({ unit }) => unit === 'rsud'));

  again();
  await settled();
  assert.deepEqual(asked, [null, null]);
  assert.deepEqual(one.last(), { unit: null, connected: true, overview: 'asked null', at: 7 });
});

test('a tab that goes leaves the line to one of another unit, the last one ends it', () => {
  const [one, other] = [tab(), tab()];
  board.follow(one, null);
  board.follow(other, 'rsud');

  board.leave(other);
  assert.deepEqual(lines(), [null]);

  board.leave(one);
  assert.deepEqual(lines(), []);
});

test('what a former line still brings is nobody\'s', () => {
  const one = tab();
  board.follow(one, null);
  board.follow(one, 'rsud');

  opened[0].take('late', 1);
  opened[0].stands(false);

  assert.deepEqual(one.told, []);
});

test('every tab is told that the line is lost', () => {
  const [one, other] = [tab(), tab()];
  board.follow(one, 'unheard');
  board.follow(other, 'rsud');
  opened[1].stands(true);

  opened[1].stands(false);

  assert.deepEqual(one.last(), { unit: 'unheard', connected: false, overview: null, at: null });
  assert.equal(other.last().connected, false);
});

test('what cannot be asked is told to nobody', async () => {
  const one = tab();
  board.follow(one, 'unheard');
  board.follow(tab(), 'rsud');
  await settled();

  assert.deepEqual(asked, ['unheard']);
  assert.deepEqual(one.told, []);
});
