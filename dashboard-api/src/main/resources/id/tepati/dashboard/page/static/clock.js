// Draws a clock on a line of time: start, pauses, due, end or now.

import { h } from './elements.js';
import { lineOf } from './clock-line.js';
import { t, dateTime, dueTime, duration, clockName, word } from './words.js';

/** A clock with the stretches in which it stood still, as its trace tells them. */
export function drawClock(clock, steps, now) {
  const { start, due, end, until, late, at, width } = lineOf(clock, now);
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
