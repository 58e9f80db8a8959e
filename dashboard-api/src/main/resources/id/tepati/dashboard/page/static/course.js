// Today's course against the usual one, drawn as a chart and told in words and as a table.

import { h } from './elements.js';
import { API } from './addresses.js';
import { get } from './api.js';
import { t, count, hourAndMinute, timeOfDay, weekday } from './words.js';
import { LineChart } from './line-chart.js';
import { figuresSection } from './parts.js';
import { Periodic } from './renewal.js';
import { table } from './table.js';
import { endOfHalfHour } from './times.js';

const REFRESH_MILLIS = 60000;

/** The course of a unit with all below it, or of all units. */
export class Course extends Periodic {
  #answer = null;
  #chart = null;

  constructor(unit) {
    super(async () => {
      this.#answer = await get(API.course, unit === null ? {} : { unit, subtree: true });
      this.#chart = linesOf(this.#answer);
    }, REFRESH_MILLIS);
  }

  draw(now) {
    const answer = this.#answer;
    if (answer === null) return null;
    if (answer.points.length === 0) return figuresSection('course', t('course.title'), h('p', { class: 'calm' }, t('course.empty')));
    const told = summary(answer.points, hourAndMinute(now));
    return figuresSection('course', t('course.title'),
        h('p', {}, told),
        h('div', { class: 'chart' }, h(LineChart, { id: 'course-chart', told, ...this.#chart })),
        answer.usualFrom.length > 0
            ? h('p', { class: 'note' }, t('course.usual-note', weekday(answer.day), count(answer.usualFrom.length))) : null,
        h('details', {}, h('summary', {}, t('course.table')), table(t('course.caption'), [
          { label: t('col.time'), cell: (point) => timeOfDay(endOfHalfHour(point.from)) },
          { label: t('col.today'), number: true, figure: 'finished', cell: (point) => (point.total === null ? '–' : count(point.total)) },
          { label: t('col.usual'), number: true, figure: 'usual', cell: (point) => (point.usual === null ? '–' : count(point.usual)) },
        ], answer.points, ({ from }) => from)));
  }
}

/** What the chart shows; the lines are made once for an answer. */
function linesOf({ points }) {
  return {
    labels: points.map((point) => timeOfDay(endOfHalfHour(point.from))),
    lines: [
      { label: t('col.today'), values: points.map((point) => point.total), colour: '--deep', borderWidth: 3 },
      { label: t('col.usual'), values: points.map((point) => point.usual), colour: '--quiet', borderWidth: 2, borderDash: [6, 5] },
    ],
  };
}

/** Compares up to the last half hour that is over; until then there is only today to tell of. */
function summary(points, now) {
  const over = points.filter((point) => point.total !== null && endOfHalfHour(point.from) <= now).at(-1);
  if (!over) return t('course.summary-none', timeOfDay(now), count(points[0].total ?? 0));
  return over.usual === null
      ? t('course.summary-none', timeOfDay(endOfHalfHour(over.from)), count(over.total))
      : t('course.summary', timeOfDay(endOfHalfHour(over.from)), count(over.total), count(over.usual));
}
