// Where updates of the server come in, in a tab or in the worker of all tabs.

import { API, withQuery } from './addresses.js';
import { merged } from './merges.js';
import { Switchboard } from './switchboard.js';

const RETRY_MILLIS = 3000;

/** A switchboard with a line to the server. */
export function switchboard() {
  return new Switchboard({ open, ask, every: (millis, again) => setInterval(again, millis) });
}

/** News as a tab takes them: clocks of a tab and of a worker may differ, so that it is told how old they are. */
export function aged({ at, ...news }) {
  return { ...news, age: at === null ? null : performance.now() - at };
}

/** The line of a unit, or with null of all, opened again where it ends; answers with how to close it. */
function open(unit, { take, stands }) {
  let overview = null;
  let source = null;
  let retry = null;
  function begin() {
    source = new EventSource(withQuery(API.live, { unit }));
    source.addEventListener('open', () => stands(true));
    source.addEventListener('overview', (event) => {
      overview = merged(overview, JSON.parse(event.data));
      take(overview, performance.now());
    });
    source.addEventListener('error', () => {
      stands(false);
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(begin, RETRY_MILLIS);
    });
  }
  begin();
  return () => {
    source.close();
    clearTimeout(retry);
  };
}

async function ask(unit) {
  const response = await fetch(withQuery(API.overview, { unit }));
  if (!response.ok) throw new Error(String(response.status));
  return { overview: await response.json(), at: performance.now() };
}
