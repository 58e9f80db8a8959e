// The line of a tab: that of all tabs of the browser, or where a browser has no workers to share, its own.

import { LINE_WORKER } from './addresses.js';
import { aged, switchboard } from './line.js';

/** Tells what comes; `follow` begins to follow a unit, or with null all, and nothing else; `leave` ends that. */
export class SharedLine {
  #tell;
  #unit = undefined;
  #line;

  constructor(tell) {
    this.#tell = tell;
    this.#line = typeof SharedWorker === 'undefined' ? this.#own() : this.#ofTheWorker();
    addEventListener('pagehide', () => this.#line.leave());
    addEventListener('pageshow', ({ persisted }) => { if (persisted) this.#again(); });
    document.addEventListener('visibilitychange', () => { if (!document.hidden) this.#again(); });
  }

  leave() {
    this.#unit = undefined;
    this.#line.leave();
  }

  #again() {
    if (this.#unit !== undefined) this.follow(this.#unit);
  }

  follow(unit) {
    this.#unit = unit;
    this.#line.follow(unit);
  }

  #own() {
    const board = switchboard();
    const tab = (news) => this.#tell(aged(news));
    return { follow: (unit) => board.follow(tab, unit), leave: () => board.leave(tab) };
  }

  #ofTheWorker() {
    const worker = new SharedWorker(LINE_WORKER, { type: 'module' });
    const { port } = worker;
    worker.addEventListener('error', () => {
      this.#line = this.#own();
      this.#again();
    });
    port.addEventListener('message', ({ data }) => this.#tell(data));
    port.start();
    return { follow: (unit) => port.postMessage({ follow: unit }), leave: () => port.postMessage({ leave: true }) };
  }
}
