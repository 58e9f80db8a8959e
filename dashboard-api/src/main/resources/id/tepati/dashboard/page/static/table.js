// Tables whose rows stay themselves where they move.

import { h } from './elements.js';
import { meaning, meaningsOfColumns } from './meanings.js';

/**
 * A table that becomes a list of cards where it is narrow; its roles are said, since a card is no table to browsers.
 * Columns: label, cell, number where it is right-aligned, optional where a wall can do without, figure where the glossary
 * explains it. The first one names the row; keyFor tells which row it is, wherever it stands.
 */
export function table(caption, columns, rows, keyFor, rowClass = () => null) {
  const figures = columns.flatMap(({ figure }) => figure ?? []);
  return [h('table', { role: 'table' },
      h('caption', {}, caption),
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, columns.map(({ label, number, optional, figure }) =>
          h('th', { scope: 'col', role: 'columnheader', 'aria-label': figure ? label : null, class: classOf(number, optional) },
              label, figure ? meaning(figure, label) : null)))),
      h('tbody', { role: 'rowgroup' }, rows.map((row) =>
          h('tr', { key: keyFor(row), role: 'row', class: rowClass(row) }, columns.map((column, at) => cellOf(column, at === 0, row)))))),
  figures.length > 0 ? meaningsOfColumns(figures) : null];
}

function cellOf({ label, cell, number, optional }, names, row) {
  const attributes = { 'data-label': label, class: classOf(number, optional) };
  const value = h('span', { class: 'value' }, cell(row));
  return names
      ? h('th', { scope: 'row', role: 'rowheader', ...attributes }, value)
      : h('td', { role: 'cell', ...attributes }, value);
}

function classOf(number, optional) {
  return [number && 'number', optional && 'optional'].filter(Boolean).join(' ') || null;
}
