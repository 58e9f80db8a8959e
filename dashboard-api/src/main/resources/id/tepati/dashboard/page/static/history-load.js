// That history comes in, how far it is told to be, and that figures are provisional until it is in.

import { count, t } from './words.js';

let comesIn = null;

/** Learns of an update what history comes in; null for none. */
export function learnHistory(loading) {
  comesIn = loading ?? null;
}

/** Whether figures are provisional, since history comes in. */
export function isHistoryLoading() {
  return comesIn !== null;
}

/** How far it is, in words; empty where none comes in. Never the whole: when that is judged the notice goes. */
export function historyProgress() {
  if (comesIn === null) return '';
  const { records, of } = comesIn;
  if (of === undefined || records > of) return t('history.records', count(records));
  return t('history.of', count(records), count(of), count(Math.min(99, Math.floor((100 * records) / of))));
}
