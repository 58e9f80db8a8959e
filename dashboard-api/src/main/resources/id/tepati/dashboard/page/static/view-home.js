// The city at a glance.

import { h } from './elements.js';
import { API, isForWall, listAddress, SYSTEM } from './addresses.js';
import { t, count } from './words.js';
import { roots } from './catalog.js';
import { lateTable, newlyLate, oldestTable } from './case-tables.js';
import { unitLink } from './links.js';
import { meaning } from './meanings.js';
import { downloads } from './downloads.js';
import { decides, figuresSection, whileHistoryLoads } from './parts.js';
import { byWorst, groups } from './ranks.js';
import { badge, sign, signMeanings, statusBar } from './signs.js';
import { nowFigures, tile } from './tiles.js';
import { Course } from './course.js';
import { Queues } from './queues.js';
import { wallUnits } from './wall.js';

const ATTENTION = 8;
const NAMED = 6;
const SILENT = 3;
const ON_THE_WALL = { late: 8, oldest: 5 };

export function homeView() {
  const course = new Course(null);
  const queues = new Queues(...roots().map(({ id }) => ({ unit: id, subtree: true })));
  let overview = null;
  return {
    name: 'home',
    title: city(),
    load: () => Promise.all([course.load(), queues.load()]),
    take(next, redraw) {
      overview = next;
      course.take(next, redraw);
      queues.take(next, redraw);
    },
    draw: (now) => (overview === null ? [h('h1', {}, city()), h('p', {}, t('app.loading'))] : draw(overview, course, queues, now)),
  };
}

function city() {
  return roots().length === 1 ? roots()[0].name : t('all.units');
}

function draw(overview, course, queues, now) {
  const { summary } = overview;
  return [
    h('div', { class: 'hero' },
        h('div', { class: 'hero-text' },
            h('h1', {}, city()),
            h('p', { class: 'headline', id: 'headline' }, summary.units === 0
                ? t('home.headline-none') : emphasised(t('home.headline', '\u0001', count(summary.units)), count(summary.kept)), whileHistoryLoads()),
            h('div', { class: 'note' }, t('home.headline-note'), meaning('units', t('home.status'))),
            statusBar(summary), silentUnits(overview.units), signMeanings()),
        h('div', { class: 'hero-now' }, h('h2', {}, t('home.now')), nowFigures(summary), h('p', { class: 'note' }, t('now.cases')))),
    isForWall(location.href) ? wall(overview, course, queues, now) : columns(overview, course, queues, now),
  ];
}

/** Units of which it is not known how they do now. */
function silentUnits(units) {
  const silent = units.filter((row) => row.silent > 0);
  if (silent.length === 0) return null;
  const rest = silent.length - SILENT;
  return h('p', { key: 'silent', class: 'silent', id: 'silent' }, sign('no-data'), t('source.silent'), ': ',
      silent.slice(0, SILENT).map(({ id }, at) => [at > 0 ? ', ' : null, unitLink(id)]),
      rest > 0 ? [' ', h('a', { href: SYSTEM }, t('home.attention-rest', count(rest)))] : null);
}

function columns(overview, course, queues, now) {
  return h('div', { class: 'columns' },
      h('div', { class: 'people' },
          attention(overview), late(overview, now), queues.draw(now), course.draw(now), oldest(overview, now)),
      h('div', { class: 'places' }, figuresSection('units', t('home.units'), overview.units.length === 0
          ? h('p', { class: 'calm' }, t('home.units-none')) : [groups(overview.units).map(group), downloads(t('home.units'), API.overview, {})])));
}

function wall(overview, course, queues, now) {
  return h('div', { class: 'glance' },
      h('div', {}, late(overview, now, ON_THE_WALL.late), oldest(overview, now, ON_THE_WALL.oldest)),
      h('div', {}, course.draw(now), queues.draw(now)),
      wallUnits(overview.units));
}

function late({ summary, late: rows, lastLate }, now, named = NAMED) {
  return figuresSection('late', t('late.title'), newlyLate(lastLate, rows.slice(0, named), now), lateTable(rows.slice(0, named), now),
      summary.late > named ? h('p', {}, h('a', { href: listAddress('late') }, `${t('app.show-all')} (${count(summary.late)})`)) : null,
      summary.late > 0 ? downloads(t('late.title'), API.cases, ...everywhere({ state: 'overdue' })) : null);
}

function oldest({ oldest: rows }, now, named = NAMED) {
  return figuresSection('oldest', t('oldest.title'), oldestTable(rows.slice(0, named), now),
      rows.length > 0 ? downloads(t('oldest.title'), API.cases, ...everywhere({ state: 'open' })) : null);
}

/** The same asked of each outermost unit with all below it. */
function everywhere(asked) {
  return roots().map(({ id }) => ({ unit: id, subtree: true, ...asked }));
}

/** The text with its first place, marked by a control character, filled in bold. */
function emphasised(text, value) {
  const [before, after] = text.split('\u0001');
  return [before, h('strong', {}, value), after];
}

function attention({ units }) {
  const below = units.filter(({ status }) => status === 'not-kept' || status === 'at-risk')
      .sort(byWorst);
  return figuresSection('attention', t('home.attention'), below.length === 0
      ? h('p', { class: 'calm' }, t('home.attention-none'))
      : attentionList(below.slice(0, ATTENTION)),
      below.length > ATTENTION ? h('details', {}, h('summary', {}, t('home.attention-rest', count(below.length - ATTENTION))),
          attentionList(below.slice(ATTENTION))) : null);
}

function attentionList(rows) {
  return h('ul', { class: 'attention' }, rows.map((row) => h('li', { key: row.id },
      badge(row.status), h('div', {}, unitLink(row.id), h('p', { class: 'note' }, decides(row))))));
}

function group({ owner, members }) {
  const kept = members.filter(({ status }) => status === 'kept').length;
  return h('div', { key: owner.id, class: 'group' },
      h('h3', {}, unitLink(owner.id), ' ', h('span', { class: 'note' }, t('home.group-count', count(kept), count(members.length))), whileHistoryLoads()),
      h('ul', { class: 'tiles' }, members.map(tile)));
}
