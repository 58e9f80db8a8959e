// How something stands, by form, colour and word.

import { h } from './elements.js';
import { STATUSES } from './ranks.js';
import { count, t, word } from './words.js';

const SIGNS = {
  kept: [['circle', { cx: 8, cy: 8, r: 7 }], ['path', { d: 'M4.6 8.3l2.4 2.4 4.4-5' }]],
  'at-risk': [['path', { d: 'M8 1.4l7 12.9H1z' }], ['path', { d: 'M8 6v4M8 12v.6' }]],
  'not-kept': [['rect', { x: 1, y: 1, width: 14, height: 14, rx: 2 }], ['path', { d: 'M5 5l6 6M11 5l-6 6' }]],
  'no-target': [['circle', { cx: 8, cy: 8, r: 7 }], ['path', { d: 'M8 4.6v4M8 11v.6' }]],
  'no-data': [['circle', { cx: 8, cy: 8, r: 7 }], ['path', { d: 'M4.8 8h6.4' }]],
};

/** The sign of a figure that is still being filled: a clock. */
export function provisionalSign() {
  return h('svg', { class: 'sign-provisional', viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
      h('circle', { cx: 8, cy: 8, r: 6.5 }), h('path', { d: 'M8 4.4V8l2.6 1.8' }));
}

/** The sign of a status: its form tells as much as its colour. */
export function sign(status) {
  const [ground, mark] = SIGNS[status] ?? SIGNS['no-data'];
  return h('svg', { class: 'sign', 'data-status': status, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
      h(ground[0], { class: 'ground', ...ground[1] }), h(mark[0], { class: 'mark', ...mark[1] }));
}

export function badge(status) {
  return status === null
      ? h('span', { class: 'badge', 'data-status': 'none' }, t('status.gathers'))
      : h('span', { class: 'badge', 'data-status': status }, sign(status), word('status', status));
}

/** How many units stand how, as a bar and its legend. */
export function statusBar(summary) {
  const counts = { kept: summary.kept, 'at-risk': summary.atRisk, 'not-kept': summary.notKept, 'no-target': summary.noTarget, 'no-data': summary.noData };
  const present = STATUSES.filter((status) => counts[status] > 0 || status === 'kept' || status === 'not-kept');
  return h('div', { class: 'spread' },
      h('div', { class: 'bar', 'aria-hidden': 'true' }, STATUSES.filter((status) => counts[status] > 0).map((status) =>
          h('span', { key: status, 'data-status': status, style: { flexGrow: counts[status] } }))),
      h('ul', { class: 'legend', 'aria-label': t('home.status') }, present.map((status) => h('li', { key: status },
          sign(status), h('strong', {}, count(counts[status])), ' ', word('status', status)))));
}

/** What the signs mean, for whoever asks. */
export function signMeanings() {
  return h('details', { class: 'meanings' }, h('summary', {}, t('status.legend')),
      h('dl', {}, STATUSES.map((status) => h('div', {}, h('dt', {}, badge(status)), h('dd', {}, word('status.meaning', status))))));
}
