import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { beforeEach, test } from 'node:test';

const PAGE = new URL('../../main/resources/id/tepati/dashboard/page/', import.meta.url);
const { historyProgress, isHistoryLoading, learnHistory } = await import(`${PAGE}static/history-load.js`);
const { speak, t } = await import(`${PAGE}static/words.js`);

globalThis.document = { documentElement: {} };
globalThis.fetch = async (address) => {
  const language = /messages_(..)/.exec(address)[1];
  const lines = (await readFile(new URL(`messages_${language}.properties`, PAGE), 'utf8')).split('\n');
  return { json: async () => Object.fromEntries(lines.filter((line) => line.includes('=')).map((line) => line.split(/=(.*)/s))) };
};

beforeEach(async () => {
  learnHistory(null);
  await speak('id');
});

[
  ['how far of how many', { records: 12400, of: 143428 }, '12.400 dari 143.428 catatan sudah masuk (8%)'],
  ['nothing of a whole before it is judged', { records: 143428, of: 143428 }, '143.428 dari 143.428 catatan sudah masuk (99%)'],
  ['no share that is rounded up', { records: 999, of: 1000 }, '999 dari 1.000 catatan sudah masuk (99%)'],
  ['that it has begun', { records: 1, of: 143428 }, '1 dari 143.428 catatan sudah masuk (0%)'],
  ['only what is in, where nobody said how many', { records: 12400 }, '12.400 catatan sudah masuk'],
  ['only what is in, where more came than were told', { records: 21, of: 20 }, '21 catatan sudah masuk'],
].forEach(([name, loading, told]) => {
  test(`it tells ${name}`, () => {
    learnHistory(loading);

    assert.equal(isHistoryLoading(), true);
    assert.equal(historyProgress(), told);
  });
});

test('it is told in English too', async () => {
  await speak('en');
  learnHistory({ sources: 1, records: 12400, of: 143428 });

  assert.equal(historyProgress(), '12,400 of 143,428 records are in (8%)');
  assert.match(t('history.loading'), /provisional/);
});

test('an update that says nothing of it ends it', () => {
  learnHistory({ records: 12400, of: 143428 });
  learnHistory(undefined);

  assert.equal(isHistoryLoading(), false);
  assert.equal(historyProgress(), '');
});

test('the words say that figures are provisional, as the marks do', () => {
  assert.match(t('history.loading'), /sementara/);
  assert.equal(t('provisional'), 'sementara');
});
