// Follows the live updates of a unit, or of all, and knows how old what is shown is.

import { API, withQuery } from './addresses.js';
import { freshnessOf } from './freshness.js';
import { merged } from './merges.js';
import { learn, serverNow } from './server-clock.js';

const RETRY_MILLIS = 3000;

export class Live {
  #source = null;
  #retry = null;
  #unit = null;
  #overview = null;
  #connected = false;
  #lost = false;
  #asked = null;
  #listener = () => {};

  /** Follows a unit, or with null every unit; the listener gets each new state of the whole. */
  follow(unit, listener) {
    this.#listener = listener;
    if (this.#source !== null && this.#unit === unit) {
      if (this.#overview !== null) listener(this.#overview);
      return;
    }
    this.#unit = unit;
    this.#overview = null;
    this.#open();
  }

  #open() {
    this.#source?.close();
    clearTimeout(this.#retry);
    this.#asked ??= performance.now();
    const source = new EventSource(withQuery(API.live, { unit: this.#unit }));
    source.addEventListener('open', () => this.#stands(true));
    source.addEventListener('overview', (event) => this.#take(JSON.parse(event.data)));
    source.addEventListener('error', () => {
      this.#stands(false);
      if (source.readyState === EventSource.CLOSED) {
        this.#retry = setTimeout(() => this.#open(), RETRY_MILLIS);
      }
    });
    this.#source = source;
  }

  #stands(connected) {
    this.#lost = !connected && (this.#connected || this.#lost);
    this.#connected = connected;
  }

  #take(update) {
    learn(update.now);
    this.#overview = merged(this.#overview, update);
    this.#listener(this.#overview);
  }

  /** How what is shown stands: connecting, live, cut or old, with asOf and its age in seconds where known. */
  freshness() {
    const waited = this.#asked === null ? 0 : performance.now() - this.#asked;
    return freshnessOf({ overview: this.#overview, connected: this.#connected, lost: this.#lost, waited, now: serverNow() });
  }
}
