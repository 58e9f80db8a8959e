// All who are late now, in a unit and those below it, or everywhere.

import { h } from './dom.js';
import { get } from './api.js';
import { t, count } from './words.js';
import { roots, unit as unitOf, unitName } from './catalog.js';
import { lateTable } from './parts.js';

const PAGE = 100;
const REFRESH_MILLIS = 5000;

/** Each case once, by the promise that it is late by for longest, with the others that it is late by. */
function byCase(clocks) {
  const cases = new Map();
  for (const clock of clocks) {
    const key = `${clock.unit} ${clock.case}`;
    if (cases.has(key)) cases.get(key).others.push(clock);
    else cases.set(key, { ...clock, others: [] });
  }
  return [...cases.values()];
}

export function lateView(asked) {
  const scope = asked && unitOf(asked) ? [asked] : roots().map(({ id }) => id);
  const lists = new Map();
  let last = 0;
  let seen = null;

  async function load() {
    last = Date.now();
    for (const id of scope) lists.set(id, await get('/cases', { unit: id, subtree: true, state: 'overdue', limit: PAGE }));
  }

  async function more(id) {
    const former = lists.get(id);
    const next = await get('/cases', { unit: id, subtree: true, state: 'overdue', limit: PAGE, cursor: former.next });
    lists.set(id, { ...next, cases: [...former.cases, ...next.cases] });
  }

  let again = () => {};
  return {
    name: 'late',
    title: t('late.title'),
    unit: scope.length === 1 ? scope[0] : undefined,
    step: t('late.title'),
    load,
    take(overview, redraw) {
      again = redraw;
      const known = JSON.stringify([overview.summary.late, overview.late]);
      seen ??= known;
      if (known !== seen && Date.now() - last > REFRESH_MILLIS) {
        seen = known;
        load().then(redraw);
      }
    },
    draw: (now) => [
      h('h1', {}, t('late.title')),
      scope.map((id) => {
        const list = lists.get(id);
        if (!list || (scope.length > 1 && list.total === 0)) return null;
        return h('section', { 'aria-label': unitName(id) },
            h('p', { class: 'headline small' }, unitName(id), ': ', t('late.count', count(list.caseTotal))),
            list.total > list.caseTotal ? h('p', { class: 'note' }, t('late.promises', count(list.total))) : null,
            lateTable(byCase(list.cases), now),
            list.next ? h('p', {}, h('button', { type: 'button', class: 'button', onclick: () => more(id).then(again) }, t('app.more'))) : null);
      }),
    ],
  };
}
