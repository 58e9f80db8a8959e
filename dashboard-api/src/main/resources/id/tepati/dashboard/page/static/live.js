// Knows how a unit, or all, stand and how old that is.

import { freshnessOf } from './freshness.js';
import { learnHistory } from './history-load.js';
import { learn, serverNow } from './server-clock.js';
import { SharedLine } from './shared-line.js';

export class Live {
  #line = null;
  #unit = null;
  #overview = null;
  #connected = false;
  #lost = false;
  #asked = null;
  #listener = () => {};
  #cut = () => {};

  /** Calls a function each time that the line to the server is cut. */
  onCut(listener) {
    this.#cut = listener;
  }

  /** Follows a unit, or with null every unit; the listener gets each new state of the whole. */
  follow(unit, listener) {
    this.#listener = listener;
    if (this.#line !== null && this.#unit === unit) {
      if (this.#overview !== null) listener(this.#overview);
      return;
    }
    this.#unit = unit;
    this.#overview = null;
    learnHistory(null);
    this.#asked ??= performance.now();
    this.#line ??= new SharedLine((news) => this.#take(news));
    this.#line.follow(unit);
  }

  /** Follows nothing any more, until it is told to. */
  leave() {
    this.#line?.leave();
    this.#unit = undefined;
    this.#overview = null;
    this.#connected = false;
    this.#lost = false;
    this.#asked = null;
    this.#listener = () => {};
  }

  #take({ unit, connected, overview, age }) {
    if (unit !== this.#unit) return;
    const cut = !connected && this.#connected;
    this.#lost = cut || (!connected && this.#lost);
    this.#connected = connected;
    if (cut) this.#cut();
    if (overview === null) return;
    learn(overview.now, age);
    learnHistory(overview.loading);
    this.#overview = overview;
    this.#listener(overview);
  }

  /** How what is shown stands: connecting, live, history, cut or old, with asOf and its age in seconds where known. */
  freshness() {
    const waited = this.#asked === null ? 0 : performance.now() - this.#asked;
    return freshnessOf({ overview: this.#overview, connected: this.#connected, lost: this.#lost, waited, now: serverNow() });
  }
}
