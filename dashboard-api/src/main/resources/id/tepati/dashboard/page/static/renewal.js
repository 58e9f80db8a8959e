// What a view asks for beside the live updates, and when it is asked for again.

import { Problem } from './api.js';
import { isRested } from './changes.js';

/** Asked for at first, and again with a live update when so many milliseconds have passed since the last time. */
export class Periodic {
  #ask;
  #rest;
  #asked = -Infinity;
  #running = false;

  constructor(ask, rest) {
    this.#ask = ask;
    this.#rest = rest;
  }

  /** Asks now; a failure is the caller's. */
  async load() {
    this.#asked = performance.now();
    this.#running = true;
    try {
      await this.#ask();
    } finally {
      this.#running = false;
    }
  }

  isRested() {
    return isRested({ asked: this.#asked, running: this.#running, rest: this.#rest }, performance.now());
  }

  take(overview, redraw) {
    if (this.isRested()) this.renew(redraw);
  }

  /** Asks again; answers whether that went well. Where it did not, what is shown stays. */
  async renew(redraw) {
    try {
      await this.load();
    } catch (failure) {
      if (failure instanceof Problem) return false;
      throw failure;
    }
    redraw();
    return true;
  }
}

/** The same, but only when what an update tells of it is another than it was; after a failure it is tried again. */
export class Renewal extends Periodic {
  #tell;
  #told = '';

  constructor(ask, rest, tell) {
    super(ask, rest);
    this.#tell = tell;
  }

  /** At first it always asks: what was answered can be older than the first update. */
  take(overview, redraw) {
    const told = this.#tell(overview);
    if (told === this.#told || !this.isRested()) return;
    this.#told = told;
    this.renew(redraw).then((done) => { if (!done) this.#told = ''; });
  }
}
