// One case: its clocks on a line of time, the law behind each, and every event.

import { h, keyOf } from './elements.js';
import { caseInApi } from './addresses.js';
import { get } from './api.js';
import { t, word, clockName, count, date, dateTime, duration, fullDateTime, fullDueTime, kindName, percent, promiseName, within } from './words.js';
import { serviceName } from './catalog.js';
import { outcome } from './case-tables.js';
import { serviceLink, unitLink } from './links.js';
import { section } from './parts.js';
import { table } from './table.js';
import { drawClock } from './clock.js';
import { details } from './details.js';
import { changesOf } from './changes.js';
import { clocksInOrder } from './ranks.js';
import { Renewal } from './renewal.js';

/** A little less than the second that lies between two updates. */
const REFRESH_MILLIS = 900;

export function caseView(unit, id) {
  let answer = null;
  const renewal = new Renewal(async () => {
    answer = await get(caseInApi(unit, id));
  }, REFRESH_MILLIS, changesOf(unit));

  return {
    name: 'case',
    title: id,
    unit,
    step: id,
    load: () => renewal.load(),
    take: (next, redraw) => renewal.take(next, redraw),
    draw: (now) => (answer === null ? [] : draw(answer, now)),
  };
}

function draw(answer, now) {
  const [first] = answer.clocks;
  return [
    h('h1', {}, h('span', { class: 'kind' }, kindName(answer.kind)), ' ', answer.case),
    h('p', { class: 'note' }, unitLink(answer.unit), first ? [' · ', serviceLink(answer.unit, first.service)] : null),
    answer.incomplete ? h('p', { class: 'notice' }, t('case.incomplete')) : null,
    section('clocks', t('case.clocks'), clocksInOrder(answer.clocks).map((clock) => clockCard(clock, stepsOf(answer, clock), now))),
    section('timeline', t('case.timeline'), timeline(answer.timeline)),
  ];
}

function stepsOf(answer, clock) {
  return answer.trace.find((trace) => trace.clock === clock.clock && trace.cycle === clock.cycle
      && trace.stage === clock.stage)?.steps ?? [];
}

function clockCard(clock, steps, now) {
  const name = clockName(clock);
  const governed = steps.find((step) => step.step === 'governed');
  return h('article', { key: keyOf(clock.clock, clock.stage, clock.cycle), class: 'clock-card', 'data-outcome': clock.outcome },
      h('h3', {}, name, clock.cycle > 1 ? ` · ${t('case.cycle', clock.cycle)}` : null),
      h('p', { class: 'verdict' }, outcome(clock),
          clock.used === undefined ? null : h('span', { class: 'note' }, ' · ', used(percent(clock.used / 10000), governed)),
          clock.seconds === undefined ? null : h('span', { class: 'note' }, ' · ', t('case.took', duration(clock.seconds)))),
      drawClock(clock, steps, now),
      clock.outcome === 'unnamed' ? null : [h('h4', {}, t('case.law')), law(clock, governed)],
      steps.length === 0 ? null : h('details', { class: 'trace', open: clock.outcome === 'late' },
          h('summary', {}, t('case.trace')), traceTable(name, steps)));
}

/** Where whole days count, the first hours of one use nothing yet and those of the last one everything. */
function used(share, governed) {
  return /-days?$/.test(governed?.within ?? '') ? t('case.used-days', share) : t('case.used', share);
}

function law(clock, governed) {
  const basis = clock.basis ?? governed?.basis;
  return h('dl', { class: 'law' },
      entry(t('case.promised'), governed?.within ? within(governed.within) : null),
      entry(t('case.sk'), clock.sk),
      entry(t('case.standard'), basis === 'policy' ? t('case.policy')
          : clock.standard ? `${clock.standard}, ${t('case.version', clock.standardVersion)}` : t('case.standard-none')),
      entry(t('case.calendar'), `${clock.calendar}${clock.calendarVersion === undefined ? '' : `, ${t('case.version', clock.calendarVersion)}`}`),
      entry(t('col.service'), serviceName(clock.service)));
}

function entry(label, text) {
  return text ? h('div', {}, h('dt', {}, label), h('dd', {}, text)) : null;
}

function traceTable(name, steps) {
  return table(t('case.trace-caption', name), [
    { label: t('col.step'), cell: told },
    { label: t('col.counted'), number: true, cell: (step) => amount(step, step.counted) },
    { label: t('col.total'), number: true, cell: (step) => amount(step, step.total) },
  ], steps, (step) => steps.indexOf(step));
}

function amount(step, value) {
  if (value === undefined) return '';
  return step.step === 'stretch' ? duration(value) : count(value);
}

/** A step of the arithmetic in words. */
function told(step) {
  const limit = step.at ? fullDateTime(step.at) : step.day && date(step.day);
  const texts = {
    started: () => t('step.started', word('event', step.by), fullDateTime(step.at)),
    governed: () => t('step.governed', [step.sk, step.standard && `${step.standard} ${t('case.version', step.version)}`, step.within && within(step.within)].filter(Boolean).join(', ')),
    'counted-by': () => ((step.versions ?? []).length > 0
      ? t('step.counted-by', step.calendar, step.versions.join(', '), step.zone) : t('step.counted-by-any', step.calendar, step.zone)),
    days: () => dayStep(step),
    stretch: () => t('step.stretch', dateTime(step.from), dateTime(step.to)),
    'stood-still': () => t('step.stood-still', dateTime(step.from), dateTime(step.to)),
    'stated-limit': () => t('step.stated-limit', limit),
    due: () => [t('step.due', step.at ? fullDueTime(step.at) : limit), step.certainty === 'provisional' ? ` (${t('provisional')})` : null],
    'not-known': () => t('step.not-known', step.earliest ? dateTime(step.earliest) : '–'),
    suspended: () => t('step.suspended'),
    'no-number': () => t('step.no-number'),
    unnamed: () => t('step.unnamed'),
    reached: () => t('step.reached', word('outcome', step.outcome), step.at ? fullDueTime(step.at) : ''),
  };
  return (texts[step.step] ?? (() => step.step))();
}

function dayStep(step) {
  const days = step.from === step.to ? date(step.from) : `${date(step.from)} – ${date(step.to)}`;
  const note = step.note ? ` (${step.note})` : '';
  return `${days}: ${word('reason', step.reason)}${note}${step.certainty === 'provisional' ? `, ${t('provisional')}` : ''}`;
}

function timeline(events) {
  return table(t('case.timeline-caption'), [
    { label: t('col.time'), cell: (event) => dateTime(event.time) },
    { label: t('col.event'), cell: (event) => [word('event', event.type), h('span', { class: 'note' }, ` ${details(event.details)}`)] },
    { label: t('col.effect'), cell: effect },
    { label: t('col.source'), cell: (event) => event.source },
  ], events, ({ source, id }) => keyOf(source, id), ({ voided }) => (voided ? 'voided' : null));
}

function effect(event) {
  const told = [
    event.moved.length > 0 ? t('case.moved', event.moved.map((clock) => promiseName(clock)).join(', ')) : null,
    event.withoutEffect ? t('case.no-effect') : null,
    event.voided ? t('case.voided') : null,
    event.skewed ? t('case.skewed') : null,
  ];
  return told.filter(Boolean).join('; ');
}
