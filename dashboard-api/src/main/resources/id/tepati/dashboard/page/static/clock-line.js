// Where the instants of a clock lie on a line of time. Pure.

const MARGIN = 0.04;
const LEAST_MILLIS = 60000;

/**
 * A clock on a line from its start to its due, or to its end where that is later: the instants in milliseconds, due and
 * end null where there is none, and `at` and `width`, which tell places on the line in percent.
 */
export function lineOf(clock, now) {
  const start = Date.parse(clock.start);
  const due = clock.due ? Date.parse(clock.due) : null;
  const end = clock.end ? Date.parse(clock.end) : null;
  const until = end ?? now;
  const span = (Math.max(until, due ?? until, start + LEAST_MILLIS) - start) * (1 + 2 * MARGIN);
  const place = (instant) => (instant - start) / span + MARGIN / (1 + 2 * MARGIN);
  return {
    start, due, end, until,
    late: due !== null && until > due,
    at: (instant) => `${Math.min(100, Math.max(0, place(instant) * 100))}%`,
    width: (from, to) => `${Math.max(0, ((to - from) / span) * 100)}%`,
  };
}
