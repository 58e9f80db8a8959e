// Every address of the page and of the API, written and read here and nowhere else. Pure.

export const HOME = '/';
export const SYSTEM = '/kondisi';
export const ACCOUNT = '/akun';
export const CHANGES = '/perubahan';
export const SIGN_IN = '/masuk';
export const LINE_WORKER = '/assets/line-worker.js';
export const CHARTS = '/assets/chart-4.5.1.js';

/** What the API answers by path; what is asked of it goes with `withQuery`. */
export const API = Object.freeze({
  cases: '/api/v1/cases',
  changes: '/api/v1/changes',
  compliance: '/api/v1/compliance',
  course: '/api/v1/course',
  deadLetters: '/api/v1/dead-letters',
  glossary: '/api/v1/glossary',
  incompleteCases: '/api/v1/incomplete-cases',
  live: '/api/v1/live',
  me: '/api/v1/me',
  overview: '/api/v1/overview',
  queues: '/api/v1/queues',
  restatements: '/api/v1/restatements',
  session: '/api/v1/session',
  sessions: '/api/v1/sessions',
  standards: '/api/v1/standards',
  status: '/api/v1/status',
  units: '/api/v1/units',
});

const REFUSED = '/ditolak';
const INCOMPLETE = '/tanpa-awal';
const UNREAD = '-';
const LISTS = { late: '/terlambat', near: '/menjelang', open: '/berjalan' };
const PARTS = [
  ['unit', /^\/unit\/(?<unit>[^/]+)$/],
  ['service', /^\/unit\/(?<unit>[^/]+)\/layanan\/(?<service>[^/]+)$/],
  ['case', /^\/unit\/(?<unit>[^/]+)\/urusan\/(?<id>[^/]+)$/],
];
const PROVIDER = '/masuk/oidc';
const COMES_TO = 'ke';
const FAILURE = 'galat';
const WALL = 'dinding';
const LANGUAGE = 'lang';

export function unitAddress(unit) {
  return `/unit/${encodeURIComponent(unit)}`;
}

export function serviceAddress(unit, service) {
  return `${unitAddress(unit)}/layanan/${encodeURIComponent(service)}`;
}

export function caseAddress(unit, id) {
  return `${unitAddress(unit)}/urusan/${encodeURIComponent(id)}`;
}

/** The list behind a figure of now, late, near or open, of a unit or, with null, of all. */
export function listAddress(kind, unit = null) {
  return withQuery(LISTS[kind], { unit });
}

/** All that was refused. */
export function refusedAddress() {
  return REFUSED;
}

/** What was refused of one source of a unit; what could not be read of it is undefined. */
export function refusedOfAddress({ unit = UNREAD, source = UNREAD }) {
  return withQuery(REFUSED, { unit, source });
}

/** Whether an address asks for what does not tell its unit, or its source. */
export function isUnread(asked) {
  return asked === UNREAD;
}

/** The cases of a unit without a beginning. */
export function incompleteAddress(unit) {
  return withQuery(INCOMPLETE, { unit });
}

/** One case in the API. */
export function caseInApi(unit, id) {
  return `${API.cases}/${encodeURIComponent(unit)}/${encodeURIComponent(id)}`;
}

/** Where signing in by a provider begins; it comes back to a page. */
export function providerAddress(comesTo) {
  return withQuery(PROVIDER, { [COMES_TO]: comesTo });
}

/** The page that somebody wants who signs in at an address: that address, unless it is of signing in itself. */
export function wantedAfterSigningIn(address) {
  const { pathname, searchParams, origin } = new URL(address);
  if (pathname !== SIGN_IN) return localPart(address);
  const wanted = searchParams.get(COMES_TO) ?? HOME;
  try {
    return new URL(wanted, origin).origin === origin ? localPart(new URL(wanted, origin)) : HOME;
  } catch {
    return HOME;
  }
}

/** Why the provider let nobody in, or null. */
export function signInFailure(address) {
  const { pathname, searchParams } = new URL(address);
  return pathname === SIGN_IN ? searchParams.get(FAILURE) : null;
}

/** The words of a language. */
export function wordsAddress(language) {
  return `/assets/messages_${language}.json`;
}

/** A path with its parameters; what is null or undefined is not asked. */
export function withQuery(path, parameters) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The file of all rows that the API answers at a path. */
export function fileAddress(path, format, parameters) {
  return withQuery(`${path}.${format}`, parameters);
}

/** Which page an address is of, with what it names, or null: { page, unit, service, id } or, of lists, { page: 'list', kind, within } and the like. */
export function pageAt(address) {
  const { pathname, searchParams } = new URL(address);
  if (pathname === HOME || pathname === SIGN_IN) return { page: 'home' };
  if (pathname === ACCOUNT) return { page: 'account' };
  if (pathname === CHANGES) return { page: 'changes' };
  if (pathname === SYSTEM) return { page: 'system' };
  if (pathname === REFUSED) return { page: 'refused', ofUnit: searchParams.get('unit'), ofSource: searchParams.get('source') };
  if (pathname === INCOMPLETE) return { page: 'incomplete', within: searchParams.get('unit') };
  const list = Object.keys(LISTS).find((kind) => LISTS[kind] === pathname);
  if (list) return { page: 'list', kind: list, within: searchParams.get('unit') };
  return PARTS.map(([page, pattern]) => named(page, pattern.exec(pathname))).find((found) => found !== null) ?? null;
}

/** Whether an address leads to the page that is shown already. */
export function isHere(address, here) {
  return JSON.stringify(pageAt(new URL(address, here))) === JSON.stringify(pageAt(here));
}

/** Null too where the address was not written by us and cannot be read. */
function named(page, found) {
  try {
    return found && { page, ...Object.fromEntries(Object.entries(found.groups).map(([name, text]) => [name, decodeURIComponent(text)])) };
  } catch {
    return null;
  }
}

/** An address without its host, as it is kept. */
export function localPart(address) {
  const { pathname, search, hash } = new URL(address);
  return pathname + search.replace(/\bdinding=(?=&|$)/, WALL) + hash;
}

/** Whether the page hangs on a wall. */
export function isForWall(address) {
  return new URL(address).searchParams.has(WALL);
}

/** The same page on a wall, or not any more. */
export function turnedForWall(address) {
  const turned = new URL(address);
  if (isForWall(address)) turned.searchParams.delete(WALL);
  else turned.searchParams.set(WALL, '');
  return localPart(turned);
}

/** The language that an address asks for, or null. */
export function languageAsked(address) {
  return new URL(address).searchParams.get(LANGUAGE);
}

/** The same page in the language that the reader chose last. */
export function withoutLanguage(address) {
  const open = new URL(address);
  open.searchParams.delete(LANGUAGE);
  return localPart(open);
}

/** The way to another page, shown as the one that it starts from: on a wall, in the language asked for. */
export function wayTo(address, here) {
  const to = new URL(address, here);
  const from = new URL(here).searchParams;
  [WALL, LANGUAGE].filter((name) => from.has(name) && !to.searchParams.has(name))
      .forEach((name) => to.searchParams.set(name, from.get(name)));
  return localPart(to);
}
