import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as addresses from '../../main/resources/id/tepati/dashboard/page/static/addresses.js';

const HOST = 'http://127.0.0.1:8080';

[
  [addresses.HOME, '/', { page: 'home' }],
  [addresses.SYSTEM, '/kondisi', { page: 'system' }],
  [addresses.listAddress('late'), '/terlambat', { page: 'list', kind: 'late', within: null }],
  [addresses.listAddress('near', 'kec-mawar'), '/menjelang?unit=kec-mawar', { page: 'list', kind: 'near', within: 'kec-mawar' }],
  [addresses.listAddress('open', 'a&b'), '/berjalan?unit=a%26b', { page: 'list', kind: 'open', within: 'a&b' }],
  [addresses.unitAddress('kel-melati'), '/unit/kel-melati', { page: 'unit', unit: 'kel-melati' }],
  [addresses.serviceAddress('kel-melati', 'ktp-el'), '/unit/kel-melati/layanan/ktp-el', { page: 'service', unit: 'kel-melati', service: 'ktp-el' }],
  [addresses.caseAddress('kel-melati', 'KK/2026/7'), '/unit/kel-melati/urusan/KK%2F2026%2F7', { page: 'case', unit: 'kel-melati', id: 'KK/2026/7' }],
  [addresses.caseAddress('kel-melati', '100% \\ ?#'), '/unit/kel-melati/urusan/100%25%20%5C%20%3F%23', { page: 'case', unit: 'kel-melati', id: '100% \\ ?#' }],
  [addresses.refusedAddress(), '/ditolak', { page: 'refused', ofUnit: null, ofSource: null }],
  [addresses.refusedOfAddress({ unit: 'kel-melati', source: 'urn:loket:1&2' }), '/ditolak?unit=kel-melati&source=urn%3Aloket%3A1%262', { page: 'refused', ofUnit: 'kel-melati', ofSource: 'urn:loket:1&2' }],
  [addresses.refusedOfAddress({ unit: 'kel-melati' }), '/ditolak?unit=kel-melati&source=-', { page: 'refused', ofUnit: 'kel-melati', ofSource: '-' }],
  [addresses.refusedOfAddress({}), '/ditolak?unit=-&source=-', { page: 'refused', ofUnit: '-', ofSource: '-' }],
  [addresses.incompleteAddress('kel-melati'), '/tanpa-awal?unit=kel-melati', { page: 'incomplete', within: 'kel-melati' }],
].forEach(([written, address, page]) => {
  test(`${address} is written and read`, () => {
    assert.equal(written, address);
    assert.deepEqual(addresses.pageAt(HOST + address), page);
  });
});

['/tidak-ada', '/unit/', '/unit/a/layanan/', '/unit/a/urusan/b/c', '/unit/%E0%A4%A', '/kondisi/'].forEach((address) => {
  test(`${address} is the address of no page`, () => assert.equal(addresses.pageAt(HOST + address), null));
});

test('a file has the suffix of its format before what is asked', () => {
  assert.equal(addresses.fileAddress(addresses.API.cases, 'csv', { unit: 'a&b', state: 'open', service: null }), '/api/v1/cases.csv?unit=a%26b&state=open');
  assert.equal(addresses.fileAddress(addresses.API.status, 'xlsx', {}), '/api/v1/status.xlsx');
});

test('a case is asked of the API by its encoded id', () => {
  assert.equal(addresses.caseInApi('kel-melati', 'KK/2026/7'), '/api/v1/cases/kel-melati/KK%2F2026%2F7');
});

test('only the sign for what could not be read asks for it', () => {
  assert.equal(addresses.isUnread('-'), true);
  assert.equal(addresses.isUnread('loket-1'), false);
  assert.equal(addresses.isUnread(null), false);
});

test('what is not given is not asked', () => {
  assert.equal(addresses.withQuery(addresses.API.live, { unit: null }), '/api/v1/live');
  assert.equal(addresses.withQuery(addresses.API.course, { unit: 'a', subtree: true, cursor: undefined }), '/api/v1/course?unit=a&subtree=true');
});

test('the wall is entered and left where one is', () => {
  assert.equal(addresses.turnedForWall(`${HOST}/terlambat?unit=a`), '/terlambat?unit=a&dinding');
  assert.equal(addresses.turnedForWall(`${HOST}/terlambat?dinding&unit=a`), '/terlambat?unit=a');
  assert.equal(addresses.isForWall(`${HOST}/?dinding`), true);
  assert.equal(addresses.isForWall(`${HOST}/?unit=dinding`), false);
});

test('signing in comes to the page that was asked for', () => {
  assert.equal(addresses.wantedAfterSigningIn(`${HOST}/unit/a?dinding`), '/unit/a?dinding');
  assert.equal(addresses.wantedAfterSigningIn(`${HOST}/masuk`), '/');
  assert.equal(addresses.wantedAfterSigningIn(`${HOST}/masuk?galat=no-role&ke=%2Funit%2Fa%3Flang%3Den`), '/unit/a?lang=en');
  assert.equal(addresses.providerAddress('/unit/a?lang=en'), '/masuk/oidc?ke=%2Funit%2Fa%3Flang%3Den');
});

['https://lain.example/', '//lain.example', '/\\lain.example', '/\t/lain.example', 'javascript:alert(1)', 'http://'].forEach((wanted) => {
  test(`signing in does not come to ${wanted}`, () =>
    assert.equal(addresses.wantedAfterSigningIn(`${HOST}/masuk?ke=${encodeURIComponent(wanted)}`), '/'));
});

test('only the page for signing in tells why that failed', () => {
  assert.equal(addresses.signInFailure(`${HOST}/masuk?galat=no-role`), 'no-role');
  assert.equal(addresses.signInFailure(`${HOST}/masuk`), null);
  assert.equal(addresses.signInFailure(`${HOST}/?galat=no-role`), null);
});

test('the way to another page keeps the wall and the language asked for', () => {
  assert.equal(addresses.wayTo('/kondisi', `${HOST}/?dinding&lang=en`), '/kondisi?dinding&lang=en');
  assert.equal(addresses.wayTo(`${HOST}/terlambat?unit=a`, `${HOST}/unit/a?unit=b`), '/terlambat?unit=a');
  assert.equal(addresses.wayTo('/?lang=id', `${HOST}/?lang=en`), '/?lang=id');
});

test('a language that was chosen is asked for no more', () => {
  assert.equal(addresses.languageAsked(`${HOST}/?lang=en`), 'en');
  assert.equal(addresses.withoutLanguage(`${HOST}/kondisi?lang=en&dinding`), '/kondisi?dinding');
});

[
  ['/unit/rsud', true],
  ['/unit/rsud?dinding', true],
  ['/unit/rsud/layanan/poli', false],
  ['/unit/mpp', false],
  ['/', false],
].forEach(([address, here]) => {
  test(`${address} ${here ? 'is' : 'is not'} what is shown at the address of a unit`, () =>
    assert.equal(addresses.isHere(address, 'https://tepati.id/unit/rsud?lang=en'), here));
});
