// Draws a clock on a line of time: start, pauses, due, end or now.

import { h } from './elements.js';
import { t, dateTime, dueTime, duration, clockName, word } from './words.js';

const MARGIN = 0.04;

/** A clock with the stretches in which it stood still, as its trace tells them. */
export function drawClock(clock, steps, now) {
  const start = Date.parse(clock.start);
  const due = clock.due ? Date.parse(clock.due) : null;
  const end = clock.end ? Date.parse(clock.end) : null;
  const until = end ?? now;
  const first = start;
  const last = Math.max(until, due ?? until, start + 60000);
  const span = (last - first) * (1 + 2 * MARGIN);
  const at = (instant) => `${Math.min(100, Math.max(0, ((instant - first) / span + MARGIN / (1 + 2 * MARGIN)) * 100))}%`;
  const width = (from, to) => `${Math.max(0, ((to - from) / span) * 100)}%`;
  const late = due !== null && until > due;
  const told = t('case.drawing', clockName(clock), dateTime(start), due === null ? t('case.no-due') : dueTime(due), word('outcome', clock.outcome));
  const pauses = steps.filter((step) => step.step === 'stood-still');
  return h('figure', { class: 'clock', role: 'group', 'aria-label': told },
      h('div', { class: 'line', 'aria-hidden': 'true' },
          h('span', { class: 'axis' }),
          due === null ? null : h('span', { class: 'allowed', style: { left: at(start), width: width(start, due) } }),
          h('span', { class: 'run', 'data-outcome': clock.outcome, style: { left: at(start), width: width(start, late ? due : until) } }),
          late ? h('span', { class: 'over', style: { left: at(due), width: width(due, until) } }) : null,
          pauses.map((pause) => h('span', { key: pause.from, class: 'paused', title: t('case.paused'), style: { left: at(Date.parse(pause.from)), width: width(Date.parse(pause.from), Date.parse(pause.to)) } })),
          h('span', { class: 'tick start', style: { left: at(start) } }),
          due === null ? null : h('span', { class: 'tick due', style: { left: at(due) } }),
          h('span', { class: end === null ? 'tick now' : 'tick end', style: { left: at(until) } })),
      h('ol', { class: 'marks' },
          mark('start', t('case.started'), dateTime(start)),
          pauses.map((pause) => mark('paused', t('case.paused'), `${dateTime(pause.from)} – ${dateTime(pause.to)}`, pause.from)),
          clock.outcome === 'unnamed' ? null : due === null
              ? mark('due', t('case.due'), clock.earliestDue ? t('case.earliest-due', dateTime(clock.earliestDue)) : t('case.no-due'))
              : mark('due', clock.provisional ? `${t('case.due')}, ${t('provisional')}` : t('case.due'), dueTime(due)),
          end === null
              ? mark('now', t('case.now'), due === null ? dateTime(until) : remaining(due, until))
              : mark('end', t('case.ended'), dateTime(end))));
}

function remaining(due, until) {
  const seconds = (due - until) / 1000;
  return seconds >= 0 ? t('case.remaining', duration(seconds)) : t('case.over', duration(-seconds));
}

function mark(kind, label, text, key = kind) {
  return h('li', { key, 'data-mark': kind }, h('span', { class: 'mark-label' }, label), ' ', h('span', {}, text));
}
