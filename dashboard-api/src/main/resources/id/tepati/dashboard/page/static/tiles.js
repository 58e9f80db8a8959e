// Units as tiles, and the three figures of now.

import { h } from './elements.js';
import { listAddress, unitAddress } from './addresses.js';
import { count, percent, t, word } from './words.js';
import { meaning } from './meanings.js';
import { silentMark, smallN, whileHistoryLoads } from './parts.js';
import { sign } from './signs.js';

/** The three figures of now, of all or of a unit, each with the way to its cases. */
export function nowFigures({ late, nearDue, open }, unit = null) {
  return h('dl', { class: 'figures', id: 'now' },
      figure('late-cases', t('now.late'), late, late > 0 ? 'late' : null, listAddress('late', unit)),
      figure('near-due', t('now.near-due'), nearDue, nearDue > 0 ? 'near' : null, listAddress('near', unit)),
      figure('open-cases', t('now.open'), open, null, listAddress('open', unit)));
}

function figure(key, label, number, tone, href) {
  const shown = count(number);
  return h('div', { 'data-tone': tone }, h('dt', {}, label, meaning(key, label), whileHistoryLoads()), h('dd', {}, h('a', { href }, shown)));
}

/** A unit as a tile: sign, name, figure, n and who is late. */
export function tile(row) {
  const { promise } = row;
  const judged = row.status !== 'no-data' && promise && promise.attainment !== null && promise.attainment !== undefined;
  return h('li', { key: row.id }, h('a', { class: 'tile', href: unitAddress(row.id), 'data-status': row.status ?? 'none' },
      h('span', { class: 'tile-name' }, row.name),
      h('span', { class: 'tile-status' }, row.status ? [sign(row.status), word('status', row.status)] : t('status.gathers')),
      h('span', { class: 'tile-figure' }, judged
          ? [h('strong', {}, percent(promise.attainment, promise.target)), ' ', h('span', { class: 'muted' }, t('tile.n', count(promise.n))), smallN(promise), whileHistoryLoads()]
          : h('span', { class: 'muted' }, '–')),
      row.late > 0 ? h('span', { class: 'tile-late' }, t('tile.late', count(row.late)), judged ? null : whileHistoryLoads()) : null,
      silentMark(row)));
}
