// A source that loses nothing: events go into a folder first, and leave it once Tepati has answered for them.
//
//     producer.mjs add     keeps events, one a line of standard input: a type, a blank, its data as JSON
//     producer.mjs send    sends what is kept, however long it takes, and then a heartbeat
//     producer.mjs run     sends every 30 seconds, until it is ended
//
// One file holds one event, so that any number of programs may add while one sends. Node.js 18 or newer, nothing else.

import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const URL = process.env.TEPATI_URL ?? 'http://127.0.0.1:7070';
const SOURCE = process.env.TEPATI_SOURCE ?? 'urn:loket:kel-melati';
const UNIT = process.env.TEPATI_UNIT ?? 'kel-melati';
const KEY = process.env.TEPATI_KEY; // of a producer, as tepati producers add shows it; none where the server asks for none
const OUTBOX = process.env.TEPATI_OUTBOX ?? 'outbox';

const BATCH = 500; // the gateway takes at most 1,000 events and 1 MiB
const ANSWER_WITHIN = 30_000; // milliseconds; the gateway itself gives up after 15 seconds
const LONGEST_WAIT = 60; // seconds between two attempts
const RUN_EVERY = 30_000; // milliseconds; a source is called silent after three minutes without a heartbeat

let kept = 0;

/** An event of now. Its id is made here, once: whatever is sent again later has the same one and counts once. */
export function event(kind, data) {
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: SOURCE,
    type: `id.tepati.${kind}.v1`,
    time: new Date().toISOString(),
    data,
  };
}

/** Writes one JSON file that is there wholly or not at all. */
export function keep(one, folder = OUTBOX) {
  mkdirSync(folder, { recursive: true });
  const name = `${String(Date.now()).padStart(15, '0')}-${String(kept++).padStart(6, '0')}-${one.id ?? randomUUID()}`;
  const file = openSync(join(folder, `${name}.tmp`), 'w');
  writeSync(file, JSON.stringify(one));
  fsyncSync(file);
  closeSync(file);
  renameSync(join(folder, `${name}.tmp`), join(folder, `${name}.json`));
}

/** Posts events. The status, the answer and the seconds to wait that it asks for; no status where the line dropped. */
async function post(events) {
  try {
    const answer = await fetch(`${URL}/api/v1/events`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/cloudevents-batch+json',
        'Accept-Language': 'en',
        ...(KEY && { Authorization: `Bearer ${KEY}` }),
      },
      body: JSON.stringify(events),
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    });
    const after = answer.headers.get('Retry-After') ?? '';
    return { status: answer.status, answer: asObject(await answer.text()), after: /^\d+$/.test(after) ? Number(after) : 0 };
  } catch {
    return { status: null, answer: {}, after: 0 };
  }
}

function asObject(body) {
  try {
    return Object(JSON.parse(body));
  } catch {
    return {}; // a proxy in between may answer with anything
  }
}

/** Sends all that is kept. Ends when nothing is left, or when the fault is ours, so that trying again cannot help. */
export async function send() {
  let size = BATCH;
  let failures = 0;
  for (let files = waiting(size); files.length > 0; files = waiting(size)) {
    const { status, answer, after } = await post(files.map(read));
    if ((status === 202 || status === 422) && answer.rejected) {
      settle(files, answer.rejected);
      size = Math.min(BATCH, 2 * size);
      failures = 0;
    } else if (status === 413 && files.length > 1) {
      size = Math.floor(files.length / 2);
    } else if (status === 413) {
      settle(files, [{ index: 0, code: 'too-large', cure: answer.cure ?? 'Send a smaller event.' }]);
    } else if (status === null || [202, 422, 429].includes(status) || status >= 500) {
      await wait(failures++, after, status);
    } else {
      throw new Error(`Tepati answered ${status}: ${answer.detail ?? ''} ${answer.cure ?? ''}`);
    }
  }
}

/** The oldest of what is kept. */
function waiting(size) {
  mkdirSync(OUTBOX, { recursive: true });
  return readdirSync(OUTBOX).filter((name) => name.endsWith('.json')).sort().slice(0, size);
}

function read(name) {
  return JSON.parse(readFileSync(join(OUTBOX, name), 'utf8'));
}

/** What was taken is done with. What was refused would be refused again: it is told, and put aside with the reason. */
function settle(files, rejected) {
  const reasons = new Map(rejected.map((one) => [one.index, one]));
  files.forEach((name, index) => {
    const reason = reasons.get(index);
    if (reason) {
      console.error(`refused: ${reason.code} ${reason.pointer ?? ''} ${reason.cure}`);
      keep({ event: read(name), reason }, join(OUTBOX, 'rejected'));
    }
    rmSync(join(OUTBOX, name), { force: true });
  });
}

/** Twice as long after each failure, never shorter than asked for; chance keeps many sources from coming at once. */
async function wait(failures, after, status) {
  const seconds = Math.max(after, Math.min(LONGEST_WAIT, 2 ** failures)) + Math.random();
  console.error(`not taken (${status ?? 'no answer'}), again in ${seconds.toFixed(1)} s`);
  await sleep(seconds * 1000);
}

/** Says that this source is alive, though nothing happens. Of no use later, so it is not kept. */
export async function heartbeat() {
  await post([event('source.heartbeat', { unit: UNIT })]);
}

async function main(command) {
  if (command === 'add') {
    for (const line of readFileSync(0, 'utf8').split('\n').filter((text) => text.trim())) {
      const blank = line.indexOf(' ');
      keep(event(line.slice(0, blank), JSON.parse(line.slice(blank + 1))));
    }
  } else if (command === 'send') {
    await send();
    await heartbeat();
  } else if (command === 'run') {
    for (;;) {
      await send();
      await heartbeat();
      await sleep(RUN_EVERY);
    }
  } else {
    throw new Error('say what to do: add, send or run');
  }
}

if (process.argv[1]?.endsWith('producer.mjs')) {
  await main(process.argv[2]).catch((failure) => {
    console.error(failure.message);
    process.exitCode = 1;
  });
}
