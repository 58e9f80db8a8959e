// When what a view asked for beside the live updates is asked for again.

export class Renewal {
  #rest;
  #unit;
  #told = '';
  #asked = 0;

  /** Lets so many milliseconds pass at least between two times; looks at one unit, or at all that are told of. */
  constructor(rest, unit = null) {
    this.#rest = rest;
    this.#unit = unit;
  }

  /** To be called when it is asked for. */
  asking() {
    this.#asked = Date.now();
  }

  /**
   * Whether it may be another by now: cases have changed, or days may have settled, which they do on the minute. At
   * first it always may: what was answered can be older than the first update.
   */
  isDue({ asOf, units }) {
    const revision = units.reduce((sum, row) => sum + (this.#unit === null || row.id === this.#unit ? row.revision : 0), 0);
    const told = `${revision} ${asOf?.slice(0, 16)}`;
    if (told === this.#told || Date.now() - this.#asked < this.#rest) return false;
    this.#told = told;
    return true;
  }
}
