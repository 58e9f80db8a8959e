// Asks the API.

import { withQuery } from './addresses.js';
import { learnRoughly } from './server-clock.js';
import { currentLanguage, t } from './words.js';

const AT_ONCE = 1000;

/** An answer that is a problem, or none at all, which has the status 0; its message is for the reader. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? String(status));
    this.status = status;
    this.code = body.code ?? '';
    this.cure = body.cure ?? '';
  }
}

/** The answer to a path of the API. */
export async function get(path, parameters = {}) {
  const response = await fetch(withQuery(path, parameters), {
    headers: { 'Accept-Language': currentLanguage() },
  }).catch(() => { throw new Problem(0, { detail: t('app.unreachable') }); });
  learnRoughly(response.headers.get('Date'));
  if (!response.ok) {
    throw new Problem(response.status, await response.json().catch(() => ({})));
  }
  return response.json();
}

/** Has the server do something; gives what it answers, or null where that is nothing. */
export async function send(method, path, body = undefined) {
  const response = await fetch(path, {
    method,
    headers: { 'Accept-Language': currentLanguage(), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => { throw new Problem(0, { detail: t('app.unreachable') }); });
  if (!response.ok) {
    throw new Problem(response.status, await response.json().catch(() => ({})));
  }
  return response.status === 204 ? null : response.json();
}

/** The first so many of a list, with what else the last page of them says. */
export async function getFirst(wanted, path, list, parameters = {}) {
  const all = [];
  let page = {};
  do {
    page = await get(path, { ...parameters, limit: Math.min(AT_ONCE, wanted - all.length), cursor: page.next });
    all.push(...page[list]);
  } while (page.next && all.length < wanted);
  return { ...page, [list]: all };
}

/** Every page of a list; parameters as for one page. */
export async function getAll(path, list, parameters = {}) {
  return (await getFirst(Infinity, path, list, parameters))[list];
}
