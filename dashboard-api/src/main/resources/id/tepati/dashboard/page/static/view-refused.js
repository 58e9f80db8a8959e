// What was refused: of one source of a unit, or everything.

import { h } from './elements.js';
import { API, isUnread } from './addresses.js';
import { t, count, dateTime, word } from './words.js';
import { anyUnit } from './links.js';
import { table } from './table.js';
import { LongList } from './long-list.js';

export function refusedView({ ofUnit, ofSource }) {
  const letters = new LongList(API.deadLetters, 'deadLetters', { unit: ofUnit, source: ofSource });
  return {
    name: 'refused',
    title: t('refused.title'),
    step: t('refused.title'),
    load: () => letters.load(),
    take: (overview, redraw) => letters.take(overview, redraw),
    draw: () => [
      h('h1', {}, t('refused.title')),
      h('p', { class: 'headline small' }, scope(ofUnit, ofSource), t('refused.count', count(letters.total))),
      letters.total === 0 ? null : [
        h('p', { class: 'note' }, t('refused.note')),
        table(t('refused.caption'), [
          { label: t('col.time'), cell: (row) => dateTime(row.at) },
          { label: t('col.cause'), cell: cause },
          { label: t('col.unit'), cell: (row) => anyUnit(row.unit) },
          { label: t('col.source'), cell: (row) => row.source ?? t('source.unread') },
        ], letters.rows, (row) => row.id),
      ],
      letters.drawMore(),
      letters.drawDownloads(t('refused.title')),
    ],
  };
}

/** Whose refusals these are, where not everybody's. */
function scope(unit, source) {
  const names = [];
  if (source !== null) names.push(isUnread(source) ? t('source.unread') : source);
  if (unit !== null) names.push(isUnread(unit) ? t('unit.unread') : anyUnit(unit));
  return names.length === 0 ? null : [names.map((name, at) => [at > 0 ? ', ' : null, name]), ': '];
}

/** Why, where in the event, and what to do, which is told to those who write integrations. */
function cause({ code, pointer, cure }) {
  return [word('refusal', code), pointer === '' ? null : [' ', h('code', {}, pointer)], h('span', { class: 'matter', lang: 'en' }, cure)];
}
