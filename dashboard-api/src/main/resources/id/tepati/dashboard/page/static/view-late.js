// All who are late now, in a unit and those below it, or everywhere.

import { h } from './dom.js';
import { getFirst } from './api.js';
import { t, count } from './words.js';
import { roots, unit as unitOf, unitName } from './catalog.js';
import { lateTable } from './parts.js';
import { Renewal } from './renewal.js';

const PAGE = 100;
/** A little less than the second that lies between two updates. */
const REFRESH_MILLIS = 900;

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

/** Who is late, as far as an update says. */
function whoIsLate({ summary, late, lastLate }) {
  return JSON.stringify([summary.late, late, lastLate]);
}

export function lateView(asked) {
  const scope = asked && unitOf(asked) ? [asked] : roots().map(({ id }) => id);
  const wanted = new Map(scope.map((id) => [id, PAGE]));
  let lists = new Map();
  const renewal = new Renewal(async () => {
    lists = new Map(await Promise.all(scope.map(async (id) =>
        [id, await getFirst(wanted.get(id), '/cases', 'cases', { unit: id, subtree: true, state: 'overdue' })])));
  }, REFRESH_MILLIS, whoIsLate);
  let again = () => {};

  function more(id) {
    wanted.set(id, wanted.get(id) + PAGE);
    return renewal.renew(again);
  }

  return {
    name: 'late',
    title: t('late.title'),
    unit: scope.length === 1 ? scope[0] : undefined,
    step: t('late.title'),
    load: () => renewal.load(),
    take(overview, redraw) {
      again = redraw;
      renewal.take(overview, redraw);
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
            list.next ? h('p', {}, h('button', { type: 'button', class: 'button', onclick: () => more(id) }, t('app.more'))) : null);
      }),
    ],
  };
}
