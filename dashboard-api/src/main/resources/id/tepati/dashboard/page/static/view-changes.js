// Who changed what, when and why, for those who check that.

import { h } from './elements.js';
import { API } from './addresses.js';
import { get } from './api.js';
import { count, dateTime, t, word } from './words.js';
import { table } from './table.js';

export function changesView() {
  let answer = null;
  let redrawn = () => {};

  async function more() {
    const older = await get(API.changes, { before: answer.next });
    answer = { ...older, changes: [...answer.changes, ...older.changes] };
    redrawn();
  }

  return {
    name: 'changes',
    title: t('changes.title'),
    step: t('changes.title'),
    load: async () => { answer = await get(API.changes); },
    take: (overview, redraw) => { redrawn = redraw; },
    draw: () => (answer === null ? [] : draw(answer, more)),
  };
}

function draw({ total, flaw, changes, next }, more) {
  return [
    h('h1', {}, t('changes.title')),
    h('p', { class: flaw ? 'late' : 'note', role: 'status' },
        flaw ? t('changes.flaw', word('flaw', flaw.kind), count(flaw.line)) : t('changes.whole', count(total))),
    table(t('changes.caption'), [
      { label: t('col.number'), number: true, cell: (row) => count(row.seq) },
      { label: t('col.time'), cell: (row) => dateTime(row.at) },
      { label: t('col.who'), cell: (row) => row.who },
      { label: t('col.what'), cell: (row) => [word('change', row.action), ' ', subject(row.subject)] },
      { label: t('col.why'), cell: (row) => row.why },
      { label: t('col.details'), cell: details },
    ], changes, ({ seq }) => String(seq)),
    next === null ? null : h('p', {}, h('button', { type: 'button', class: 'button', onclick: more }, t('app.more'))),
  ];
}

/** A record is named by its kind and its id. */
function subject(text) {
  const [kind, ...id] = text.split('|');
  return id.length > 0 ? `${word('subject', kind)} ${id.join('|')}` : word('subject', text);
}

function details({ what }) {
  return Object.keys(what).length === 0 ? '–' : h('details', {}, h('summary', {}, t('changes.details')), h('pre', { class: 'change' }, JSON.stringify(what, null, 2)));
}
