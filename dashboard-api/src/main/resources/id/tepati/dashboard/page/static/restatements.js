// What changed of days that were final: which day, why, learned when, before and after.

import { h, keyOf } from './elements.js';
import { API } from './addresses.js';
import { get } from './api.js';
import { t, count, date, dateTime, kindName, percent, promiseName, word } from './words.js';
import { serviceName, unitName } from './catalog.js';
import { meaning } from './meanings.js';
import { downloads } from './downloads.js';
import { section } from './parts.js';
import { table } from './table.js';
import { changesOf } from './changes.js';
import { Renewal } from './renewal.js';

const REFRESH_MILLIS = 5000;
const ASKED = 20;
const SHOWN = 3;

export class Restatements extends Renewal {
  #answer = { restatements: [], total: 0 };
  #asked;

  /** Those of a unit and of those below it. */
  constructor(unit) {
    super(async () => {
      this.#answer = await get(API.restatements, { ...this.#asked, limit: ASKED });
    }, REFRESH_MILLIS, changesOf());
    this.#asked = { unit, subtree: true };
  }

  draw({ withUnit }) {
    const { restatements, total } = this.#answer;
    if (total === 0) return section('restatements', t('unit.restatements'), h('p', { class: 'calm' }, t('unit.restatements-none')));
    const shown = restatements.map((one) => restatement(one, withUnit));
    return section('restatements', t('unit.restatements'),
        h('div', { class: 'note' }, t('unit.restatements-note'), meaning('restated', t('unit.restatements'))),
        shown.slice(0, SHOWN),
        shown.length > SHOWN
            ? h('details', { class: 'earlier' }, h('summary', {}, t('unit.restatements-earlier', count(shown.length - SHOWN))), shown.slice(SHOWN)) : null,
        total > shown.length ? h('p', { class: 'note' }, t('unit.restatements-latest', count(shown.length), count(total))) : null,
        downloads(t('unit.restatements'), API.restatements, this.#asked));
  }
}

function restatement(one, withUnit) {
  const title = withUnit ? `${date(one.day)}, ${unitName(one.unit)}` : date(one.day);
  return h('article', { key: keyOf(one.unit, one.day, one.cause, one.learnedDay), class: 'restatement' },
      h('h3', {}, title),
      h('dl', { class: 'facts' },
          fact(t('col.cause'), word('cause', one.cause)),
          fact(t('col.learned'), dateTime(one.last)),
          fact(t('unit.restated-cases', kindsOf(one)), count(one.cases))),
      table(t('unit.restated-caption', title), [
        { label: t('col.figure'), cell: ({ name, of }) => [name, h('span', { class: 'matter' }, of)] },
        { label: t('col.before'), number: true, cell: ({ before }) => before },
        { label: t('col.after'), number: true, cell: ({ after }) => h('strong', {}, after) },
      ], one.lines.flatMap(changes), ({ name, of }) => keyOf(name, of)));
}

function fact(label, text) {
  return h('div', {}, h('dt', {}, label), h('dd', {}, text));
}

/** Berkas, Pengaduan, Antrean: of what the cases are. */
function kindsOf({ kinds }) {
  return kinds.map(kindName).join(', ') || kindName();
}

/** The figures of a line that are others now; where its changes cancelled out it says that they are as before. */
function changes({ service, promise, before, after }) {
  const of = `${serviceName(service)}, ${promiseName(promise)}`;
  const change = (name, told) => ({ name, of, before: told(before), after: told(after) });
  const kept = change(t('outcome.on-time'), onTime);
  const changed = [
    kept,
    change(t('restated.opened'), ({ opened }) => count(opened)),
    change(t('outcome.no-promise'), ({ noPromise }) => count(noPromise)),
    change(t('outcome.cancelled'), ({ cancelled }) => count(cancelled)),
    change(t('outcome.unserved'), ({ unserved }) => count(unserved)),
  ].filter((one) => one.before !== one.after);
  return changed.length > 0 ? changed : [kept];
}

function onTime({ onTime: kept, late }) {
  const n = kept + late;
  return n === 0 ? t('restated.none') : t('restated.of', count(kept), count(n), percent(kept / n));
}
