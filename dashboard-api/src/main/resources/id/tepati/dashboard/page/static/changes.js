// When what a view asked for may be another by now. Pure.

/** Whether it may be asked again: nothing is under way, and so many milliseconds have passed since it was asked. */
export function isRested({ asked, running, rest }, now) {
  return !running && now - asked >= rest;
}

/** Tells whether cases of a unit, or of all, have changed, or days may have settled, which they do on the minute. */
export function changesOf(unit = null) {
  return ({ asOf, units }) => {
    const revision = units.reduce((sum, row) => sum + (unit === null || row.id === unit ? row.revision : 0), 0);
    return `${revision} ${asOf?.slice(0, 16)}`;
  };
}

/** Who is late, as far as an update says. */
export function whoIsLate({ summary, late, lastLate }) {
  return JSON.stringify([summary.late, late, lastLate]);
}

/** Who is in progress or near due, as far as an update says. */
export function whoIsThere(overview) {
  return `${overview.summary.nearDue} ${changesOf()(overview)}`;
}
