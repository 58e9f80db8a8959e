// The city on a wall: nobody scrolls there, so that what calls for somebody comes first and large, the rest small.

import { h } from './elements.js';
import { unitAddress } from './addresses.js';
import { t, count, percent, word } from './words.js';
import { figuresSection, silentMark, whileHistoryLoads } from './parts.js';
import { byWorst, STATUSES } from './ranks.js';
import { sign } from './signs.js';

/** Units by how they stand, the worst first; those of which nothing is to be done as small tiles. */
export function wallUnits(units) {
  return figuresSection('units', t('home.units'), STATUSES.map((status) => {
    const rows = units.filter((row) => row.status === status).sort(byWorst);
    if (rows.length === 0) return null;
    const large = status === 'not-kept' || status === 'at-risk';
    return h('div', { class: 'group', key: status },
        h('h3', {}, sign(status), word('status', status), ' ', h('span', { class: 'note' }, count(rows.length)), whileHistoryLoads()),
        h('ul', { class: large ? 'tiles' : 'tiles small' }, rows.map(wallTile)));
  }));
}

/** The heading says the word for the sign. */
function wallTile({ id, status, name, promise, late, silent }) {
  const judged = status !== 'no-data';
  return h('li', { key: id }, h('a', { class: 'tile', href: unitAddress(id), 'data-status': status },
      h('span', { class: 'tile-name' }, sign(status), name),
      judged ? h('span', { class: 'tile-figure' }, h('strong', {}, percent(promise.attainment, promise.target)), ' ',
          h('span', { class: promise.fewVerdicts ? null : 'muted' }, t('tile.n', count(promise.n)))) : null,
      late > 0 ? h('span', { class: 'tile-late' }, t('tile.late', count(late))) : null,
      silentMark({ silent })));
}
