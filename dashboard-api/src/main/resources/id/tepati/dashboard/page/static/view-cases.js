// The cases behind one of the three figures of now, in a unit and those below it, or everywhere.

import { h } from './elements.js';
import { API } from './addresses.js';
import { getFirst } from './api.js';
import { t, count } from './words.js';
import { roots, unit as unitOf, unitName } from './catalog.js';
import { lateTable, openTable } from './case-tables.js';
import { whoIsLate, whoIsThere } from './changes.js';
import { byCase } from './merges.js';
import { downloads } from './downloads.js';
import { whileHistoryLoads } from './parts.js';
import { Renewal } from './renewal.js';

const PAGE = 100;

function openRows(rows, now) {
  return rows.length === 0 ? h('p', { class: 'calm' }, t('service.open-none')) : openTable(rows, now, { withUnit: true });
}

const OPEN = { rest: 5000, tell: whoIsThere, clocks: (promises) => t('open.promises', promises), draw: openRows };

/** What is asked of cases, how often, when it may be another, and how it is told. */
const KINDS = {
  late: {
    title: () => t('late.title'),
    state: 'overdue',
    // a little less than the second that lies between two updates
    rest: 900,
    tell: whoIsLate,
    told: (cases) => t('late.count', cases),
    clocks: (promises) => t('late.promises', promises),
    draw: (rows, now) => lateTable(byCase(rows), now),
  },
  near: { ...OPEN, title: () => t('now.near-due'), state: 'at-risk', told: (cases) => t('near.count', cases) },
  open: { ...OPEN, title: () => t('now.open'), state: 'open', told: (cases) => t('open.count', cases) },
};

export function casesView(kind, asked) {
  const { title, state, rest, tell, told, clocks, draw } = KINDS[kind];
  const scope = asked && unitOf(asked) ? [asked] : roots().map(({ id }) => id);
  const wanted = new Map(scope.map((id) => [id, PAGE]));
  let lists = new Map();
  const renewal = new Renewal(async () => {
    lists = new Map(await Promise.all(scope.map(async (id) =>
        [id, await getFirst(wanted.get(id), API.cases, 'cases', { unit: id, subtree: true, state })])));
  }, rest, tell);
  let again = () => {};

  function more(id) {
    wanted.set(id, wanted.get(id) + PAGE);
    return renewal.renew(again);
  }

  return {
    name: 'cases',
    title: title(),
    unit: scope.length === 1 ? scope[0] : undefined,
    step: title(),
    load: () => renewal.load(),
    take(overview, redraw) {
      again = redraw;
      renewal.take(overview, redraw);
    },
    draw: (now) => [
      h('h1', {}, title()),
      scope.map((id) => {
        const list = lists.get(id);
        if (!list || (scope.length > 1 && list.total === 0)) return null;
        return h('section', { key: id, 'aria-label': unitName(id) },
            h('p', { class: 'headline small' }, unitName(id), ': ', told(count(list.caseTotal)), whileHistoryLoads()),
            list.total > list.caseTotal ? h('p', { class: 'note' }, clocks(count(list.total))) : null,
            draw(list.cases, now),
            list.next ? h('p', {}, h('button', { type: 'button', class: 'button', onclick: () => more(id) }, t('app.more'))) : null,
            list.total > 0 ? downloads(`${title()}, ${unitName(id)}`, API.cases, { unit: id, subtree: true, state }) : null);
      }),
    ],
  };
}
