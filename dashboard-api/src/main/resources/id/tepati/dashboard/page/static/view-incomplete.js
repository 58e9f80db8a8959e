// Cases with events that wait for an opening event, and so count in no figure.

import { h, keyOf } from './elements.js';
import { API } from './addresses.js';
import { t, count, dateTime, word } from './words.js';
import { bareCaseLink, unitLink } from './links.js';
import { unit as unitOf } from './catalog.js';
import { table } from './table.js';
import { LongList } from './long-list.js';

export function incompleteView(asked) {
  const unit = asked && unitOf(asked) ? asked : null;
  const cases = new LongList(API.incompleteCases, 'cases', { unit });
  return {
    name: 'incomplete',
    title: t('incomplete.title'),
    unit: unit ?? undefined,
    step: t('incomplete.title'),
    load: () => cases.load(),
    take: (overview, redraw) => cases.take(overview, redraw),
    draw: () => [
      h('h1', {}, t('incomplete.title')),
      h('p', { class: 'headline small' }, t('incomplete.count', count(cases.total))),
      h('p', { class: 'note' }, t('incomplete.note')),
      cases.total === 0 ? null : table(t('incomplete.caption'), [
        { label: t('col.case'), cell: bareCaseLink },
        { label: t('col.unit'), cell: (row) => unitLink(row.unit) },
        { label: t('col.event'), cell: (row) => row.types.map((type) => word('event', type)).join(', ') },
        { label: t('col.time'), cell: (row) => dateTime(row.last) },
        { label: t('col.source'), cell: (row) => row.sources.join(', ') },
      ], cases.rows, (row) => keyOf(row.unit, row.case)),
      cases.drawMore(),
      cases.drawDownloads(t('incomplete.title')),
    ],
  };
}
