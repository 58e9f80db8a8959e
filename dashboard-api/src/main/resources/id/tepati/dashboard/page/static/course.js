// Today's course against the usual one, drawn by Chart.js and told in words and as a table.

import { h } from './dom.js';
import { get } from './api.js';
import { t, count, currentLocale, hourAndMinute, timeOfDay, weekday } from './words.js';
import { section, table } from './parts.js';
import { Periodic } from './renewal.js';

const LIBRARY = '/assets/chart-4.5.1.js';
const REFRESH_MILLIS = 60000;
let loading = null;

function library() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = LIBRARY;
    script.onload = () => resolve(window.Chart);
    script.onerror = () => {
      loading = null;
      script.remove();
      reject(new Error(LIBRARY));
    };
    document.head.append(script);
  });
  return loading;
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** The course of a unit with all below it, or of all units. */
export class Course extends Periodic {
  #answer = null;
  #chart = null;
  #drawn = null;

  constructor(unit) {
    super(async () => {
      this.#answer = await get('/course', unit === null ? {} : { unit, subtree: true });
    }, REFRESH_MILLIS);
  }

  draw(now) {
    const answer = this.#answer;
    if (answer === null) return null;
    if (answer.points.length === 0) return section('course', t('course.title'), h('p', { class: 'calm' }, t('course.empty')));
    const told = summary(answer.points, hourAndMinute(now));
    return section('course', t('course.title'),
        h('p', {}, told),
        h('div', { class: 'chart', 'data-kept': true }, h('canvas', { id: 'course-chart', role: 'img', 'aria-label': told })),
        answer.usualFrom.length > 0
            ? h('p', { class: 'note' }, t('course.usual-note', weekday(answer.day), count(answer.usualFrom.length))) : null,
        h('details', {}, h('summary', {}, t('course.table')), table(t('course.caption'), [
          { label: t('col.time'), cell: (point) => timeOfDay(endOf(point.from)) },
          { label: t('col.today'), number: true, cell: (point) => (point.total === null ? '–' : count(point.total)) },
          { label: t('col.usual'), number: true, cell: (point) => (point.usual === null ? '–' : count(point.usual)) },
        ], answer.points)));
  }

  async drawn(root) {
    const canvas = root.querySelector('#course-chart');
    if (canvas === null || this.#answer === null || (this.#drawn === this.#answer && this.#chart?.canvas === canvas)) return;
    this.#drawn = this.#answer;
    const Chart = await library();
    if (!canvas.isConnected) return;
    canvas.setAttribute('aria-label', root.querySelector('#course p').textContent);
    const data = this.#data();
    if (this.#chart?.canvas === canvas) {
      this.#chart.data = data;
      this.#chart.update('none');
    } else {
      this.close();
      this.#chart = new Chart(canvas, { type: 'line', data, options: options() });
    }
  }

  #data() {
    const { points } = this.#answer;
    return {
      labels: points.map((point) => timeOfDay(endOf(point.from))),
      datasets: [
        { label: t('col.today'), data: points.map((point) => point.total), borderColor: colour('--deep'), backgroundColor: colour('--deep'), borderWidth: 3, pointRadius: 0, pointHitRadius: 12, tension: 0.2 },
        { label: t('col.usual'), data: points.map((point) => point.usual), borderColor: colour('--quiet'), backgroundColor: colour('--quiet'), borderWidth: 2, borderDash: [6, 5], pointRadius: 0, pointHitRadius: 12, tension: 0.2 },
      ],
    };
  }

  close() {
    this.#chart?.destroy();
    this.#chart = null;
  }
}

/** Compares up to the last half hour that is over; until then there is only today to tell of. */
function summary(points, now) {
  const over = points.filter((point) => point.total !== null && endOf(point.from) <= now).at(-1);
  if (!over) return t('course.summary-none', timeOfDay(now), count(points[0].total ?? 0));
  return over.usual === null
      ? t('course.summary-none', timeOfDay(endOf(over.from)), count(over.total))
      : t('course.summary', timeOfDay(endOf(over.from)), count(over.total), count(over.usual));
}

function endOf(from) {
  const [hours, minutes] = from.split(':').map(Number);
  const end = hours * 60 + minutes + 30;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

function options() {
  const size = parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.85;
  const font = { size, family: getComputedStyle(document.body).fontFamily };
  const ticks = { color: colour('--soft-ink'), font, maxRotation: 0, autoSkipPadding: 18, precision: 0 };
  return {
    locale: currentLocale(),
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    interaction: { mode: 'index', intersect: false },
    plugins: {
      legend: { align: 'start', labels: { color: colour('--ink'), font, boxWidth: 26, boxHeight: 1 } },
      tooltip: { titleFont: font, bodyFont: font },
    },
    scales: {
      x: { ticks, grid: { display: false } },
      y: { beginAtZero: true, ticks, grid: { color: colour('--line') }, border: { display: false } },
    },
  };
}
