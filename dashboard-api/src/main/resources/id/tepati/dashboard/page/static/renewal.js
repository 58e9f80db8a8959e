// When what a view asked for beside the live updates is asked for again.

export class Renewal {
  #rest;
  #told = '';
  #asked = 0;

  /** Lets so many milliseconds pass at least between two times. */
  constructor(rest) {
    this.#rest = rest;
  }

  /** To be called when it is asked for. */
  asking() {
    this.#asked = Date.now();
  }

  /**
   * Whether it may be another by now: cases have changed, or days may have settled, which they do on the minute. At
   * first it always may: what was answered can be older than the first update.
   */
  isDue({ asOf }, revision) {
    const told = `${revision} ${asOf?.slice(0, 16)}`;
    if (told === this.#told || Date.now() - this.#asked < this.#rest) return false;
    this.#told = told;
    return true;
  }
}
