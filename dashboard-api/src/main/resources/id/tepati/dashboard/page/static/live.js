// Follows the live updates of a unit, or of all, and knows how old what is shown is.

const STALE_AFTER_SECONDS = 15;
const RETRY_MILLIS = 3000;

export class Live {
  #source = null;
  #retry = null;
  #unit = null;
  #overview = null;
  #ahead = 0;
  #connected = false;
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
    const query = this.#unit === null ? '' : `?unit=${encodeURIComponent(this.#unit)}`;
    const source = new EventSource(`/api/v1/live${query}`);
    source.addEventListener('open', () => { this.#connected = true; });
    source.addEventListener('overview', (event) => this.#take(JSON.parse(event.data)));
    source.addEventListener('error', () => {
      this.#connected = false;
      if (source.readyState === EventSource.CLOSED) {
        this.#retry = setTimeout(() => this.#open(), RETRY_MILLIS);
      }
    });
    this.#source = source;
  }

  #take(update) {
    this.#connected = true;
    this.#ahead = Date.parse(update.now) - Date.now();
    this.#overview = update.complete || this.#overview === null ? update : merged(this.#overview, update);
    this.#listener(this.#overview);
  }

  /** Now by the clock of the server. */
  now() {
    return Date.now() + this.#ahead;
  }

  /** How what is shown stands: connecting, live, cut or old, with asOf and its age in seconds where known. */
  freshness() {
    const asOf = this.#overview?.asOf ?? null;
    const age = asOf === null ? null : Math.max(0, (this.now() - Date.parse(asOf)) / 1000);
    if (this.#overview === null) return { state: this.#connected || this.#source === null ? 'connecting' : 'cut', asOf, age };
    if (!this.#connected) return { state: 'cut', asOf, age };
    return { state: age !== null && age > STALE_AFTER_SECONDS ? 'old' : 'live', asOf, age };
  }
}

function merged(former, update) {
  const rows = new Map(former.units.map((row) => [row.id, row]));
  update.units.forEach((row) => rows.set(row.id, row));
  const late = update.late ?? former.late;
  return {
    ...update,
    late,
    lastLate: late.length === 0 ? undefined : update.lastLate ?? former.lastLate,
    oldest: update.oldest ?? former.oldest,
    units: [...rows.values()].sort((one, other) => (one.id < other.id ? -1 : 1)),
  };
}
