// Brings the tabs of a browser updates over one line. What opens the line, asks and waits is given to it.

const BETWEEN_ASKING_MILLIS = 5000;

/**
 * A tab is a function that takes news of a unit, or of all: { unit, connected, overview, at }; overview and at, when it
 * came in milliseconds of this place, are null where only the line is another. The line follows what a tab followed last;
 * tabs of other units are told what is asked for them now and then.
 */
export class Switchboard {
  #open;
  #ask;
  #tabs = new Map();
  #line = null;

  /**
   * @param open opens a line of a unit, given { take, stands }, and answers with how to close it
   * @param ask asks once how a unit stands; fails where that is not known
   * @param every calls a function again and again after so many milliseconds
   */
  constructor({ open, ask, every }) {
    this.#open = open;
    this.#ask = ask;
    every(BETWEEN_ASKING_MILLIS, () => this.#askForOthers());
  }

  /** A tab wants to be told of a unit, or with null of all, and of nothing else. */
  follow(tab, unit) {
    this.#tabs.set(tab, unit);
    if (this.#line?.unit !== unit) this.#reopen(unit);
    else tab(newsOf(this.#line));
  }

  /** A tab is gone; where it was the last of its unit, the line follows that of another. */
  leave(tab) {
    this.#tabs.delete(tab);
    const left = [...this.#tabs.values()];
    if (left.length === 0) this.#close();
    else if (!left.includes(this.#line.unit)) this.#reopen(left.at(-1));
  }

  #reopen(unit) {
    const connected = this.#line?.connected ?? false;
    this.#close();
    const line = { unit, connected, overview: null, at: null };
    this.#line = line;
    line.close = this.#open(unit, {
      take: (overview, at) => this.#change(line, { overview, at, connected: true }),
      stands: (stands) => this.#change(line, { connected: stands }),
    });
    this.#askForOthers();
  }

  #close() {
    this.#line?.close();
    this.#line = null;
  }

  #change(line, change) {
    if (line !== this.#line) return;
    const turned = change.connected !== line.connected;
    Object.assign(line, change);
    this.#tabs.forEach((unit, tab) => {
      if (unit === line.unit) tab(newsOf(line));
      else if (turned) tab({ unit, connected: line.connected, overview: null, at: null });
    });
  }

  #askForOthers() {
    const others = new Set([...this.#tabs.values()].filter((unit) => unit !== this.#line.unit));
    others.forEach(async (unit) => {
      const answer = await this.#ask(unit).catch(() => null);
      if (answer === null || this.#line === null) return;
      this.#tabs.forEach((wanted, tab) => {
        if (wanted === unit && unit !== this.#line.unit) tab({ unit, connected: this.#line.connected, ...answer });
      });
    });
  }
}

function newsOf({ unit, connected, overview, at }) {
  return { unit, connected, overview, at };
}
