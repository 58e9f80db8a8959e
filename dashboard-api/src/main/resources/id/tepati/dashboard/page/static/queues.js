// Who is queueing now.

import { h, keyOf } from './elements.js';
import { API } from './addresses.js';
import { getAll } from './api.js';
import { t, count, duration } from './words.js';
import { serviceLink, unitLink } from './links.js';
import { downloads } from './downloads.js';
import { figuresSection } from './parts.js';
import { waited } from './ranks.js';
import { table } from './table.js';
import { Periodic } from './renewal.js';

const REFRESH_MILLIS = 5000;

export class Queues extends Periodic {
  #rows = [];
  #places;

  /** Each place is what is asked: a unit, whether with those below it, a service. */
  constructor(...places) {
    super(async () => {
      this.#rows = (await Promise.all(places.map((place) => getAll(API.queues, 'rows', place)))).flat();
    }, REFRESH_MILLIS);
    this.#places = places;
  }

  /** Whether nobody waits and nobody was served of late. */
  isEmpty() {
    return this.#rows.length === 0;
  }

  draw(now, { withUnit = true } = {}) {
    const rows = [...this.#rows].sort((one, other) => waited(other, now) - waited(one, now));
    if (rows.length === 0) return figuresSection('queues', t('queues.title'), h('p', { class: 'calm' }, t('queues.none')));
    return figuresSection('queues', t('queues.title'), table(t('queues.caption'), [
      withUnit && { label: t('col.unit'), cell: (row) => unitLink(row.unit) },
      { label: t('col.service'), cell: (row) => [serviceLink(row.unit, row.service), row.stage && row.stage !== 'main' ? ` (${row.stage})` : null] },
      { label: t('col.people'), number: true, figure: 'waiting', cell: (row) => (row.open ? h('strong', {}, count(row.waiting)) : t('queues.closed')) },
      { label: t('col.oldest-wait'), number: true, figure: 'oldest-wait', cell: (row) => (row.open && row.waiting > 0 ? duration(waited(row, now)) : '–') },
      { label: t('col.serving'), number: true, optional: true, figure: 'serving', cell: (row) => count(row.serving) },
      { label: t('col.served-hour'), number: true, optional: true, figure: 'served-last-hour', cell: (row) => count(row.servedLastHour) },
    ].filter(Boolean), rows, ({ unit, service, stage }) => keyOf(unit, service, stage)),
        downloads(t('queues.title'), API.queues, ...this.#places));
  }
}
