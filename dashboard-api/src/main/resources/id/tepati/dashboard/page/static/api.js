// Asks the API.

import { currentLanguage } from './words.js';

/** An answer that is a problem; its message is for the reader. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? String(status));
    this.status = status;
    this.code = body.code ?? '';
    this.cure = body.cure ?? '';
  }
}

export async function get(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined));
  const response = await fetch(`/api/v1${path}${query.size > 0 ? `?${query}` : ''}`, {
    headers: { 'Accept-Language': currentLanguage() },
  });
  if (!response.ok) {
    throw new Problem(response.status, await response.json().catch(() => ({})));
  }
  return response.json();
}

/** Every page of a list; parameters as for one page. */
export async function getAll(path, list, parameters = {}) {
  const all = [];
  let cursor = null;
  do {
    const page = await get(path, { ...parameters, limit: 1000, cursor });
    all.push(...page[list]);
    cursor = page.next ?? null;
  } while (cursor !== null);
  return all;
}
