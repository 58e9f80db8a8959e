// Parts that several views show.

import { h } from './elements.js';
import { count, date, percent, promiseName, t, targetPercent } from './words.js';
import { serviceName } from './catalog.js';
import { isHistoryLoading } from './history-load.js';
import { provisionalSign, sign } from './signs.js';

export function section(id, title, ...content) {
  return h('section', { key: id, id, 'aria-labelledby': `${id}-title` }, h('h2', { id: `${id}-title` }, title), content);
}

/** A section of figures, which says where history still fills them. */
export function figuresSection(id, title, ...content) {
  return section(id, [title, whileHistoryLoads()], ...content);
}

/** Says of a figure that it is provisional while history comes in. */
export function whileHistoryLoads() {
  return isHistoryLoading() ? [' ', h('span', { class: 'mark-note' }, provisionalSign(), t('provisional'))] : null;
}

/** A share with its number of verdicts at hand and its interval on tap. */
export function share(row) {
  if (row.attainment === null || row.attainment === undefined) return h('span', { class: 'muted' }, '–');
  return h('details', { class: 'share' },
      h('summary', { title: t('interval.show') }, percent(row.attainment, row.target), smallN(row), whileHistoryLoads()),
      h('span', { class: 'interval' }, t('interval', percent(row.low), percent(row.high)),
          row.fewVerdicts ? ` ${t('small-n-note')}` : null));
}

/** Says of a figure that it rests on few verdicts. */
export function smallN(row) {
  return row.fewVerdicts ? [' ', h('span', { class: 'mark-note' }, t('small-n'))] : null;
}

/** Says that a figure was final once and is another now. */
export function restatedMark({ revision }) {
  return revision > 0 ? h('span', { class: 'mark-note' }, t('restated')) : null;
}

/** Up to which day the figures of a period are final; where none is yet, that they are provisional. */
export function finalTo(row) {
  return row.finalTo ? h('span', { class: 'note' }, t('final-to', date(row.finalTo))) : provisional(row);
}

export function provisional(row) {
  return row.state === 'sementara' ? h('span', { class: 'mark-note' }, t('provisional')) : null;
}

/** Says that a unit has sources of which nothing is heard, though it is open. */
export function silentMark({ silent }) {
  return silent > 0 ? h('span', { class: 'silent' }, sign('no-data'), t('source.silent')) : null;
}

/** Tells which promise decides how a unit stands. */
export function decides(row) {
  const { promise } = row;
  if (!promise || promise.n === 0) return row.status === null ? t('unit.gathers') : t('unit.no-data');
  const values = [promiseName(promise.promise), serviceName(promise.service), count(promise.onTime), count(promise.n), percent(promise.attainment, promise.target)];
  const text = promise.target === null ? t('unit.decides-no-target', ...values) : t('unit.decides', ...values, targetPercent(promise.target));
  return [row.status === 'no-data' ? `${t('unit.unheard')} ` : null, text, smallN(promise), whileHistoryLoads()];
}
