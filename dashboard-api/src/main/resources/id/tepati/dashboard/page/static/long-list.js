// A list that is asked for from time to time, and shown by as many pages as the reader wants.

import { h } from './elements.js';
import { getFirst } from './api.js';
import { downloads } from './downloads.js';
import { t } from './words.js';
import { Periodic } from './renewal.js';

const REFRESH_MILLIS = 5000;
const PAGE = 100;

export class LongList extends Periodic {
  #path;
  #list;
  #parameters;
  #wanted = PAGE;
  #answer = { total: 0 };
  #redraw = () => {};

  /** The list of that name at a path of the API. */
  constructor(path, list, parameters) {
    super(async () => {
      this.#answer = await getFirst(this.#wanted, path, list, parameters);
    }, REFRESH_MILLIS);
    this.#path = path;
    this.#list = list;
    this.#parameters = parameters;
  }

  get total() {
    return this.#answer.total;
  }

  get rows() {
    return this.#answer[this.#list] ?? [];
  }

  take(overview, redraw) {
    this.#redraw = redraw;
    super.take(overview, redraw);
  }

  /** The way to more of it, where there is any. */
  drawMore() {
    return this.#answer.next ? h('p', {}, h('button', { type: 'button', class: 'button', onclick: () => this.#more() }, t('app.more'))) : null;
  }

  /** The way to all of it as files, under the name of the list. */
  drawDownloads(what) {
    return this.total > 0 ? downloads(what, this.#path, this.#parameters) : null;
  }

  #more() {
    this.#wanted += PAGE;
    return this.renew(this.#redraw);
  }
}
