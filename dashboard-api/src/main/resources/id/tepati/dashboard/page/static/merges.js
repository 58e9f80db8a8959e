// Puts together what comes in pieces. Pure.

/** The whole after an update: a complete one is the whole itself, any other holds what is new or different. */
export function merged(former, update) {
  if (update.complete || former === null) return update;
  const rows = new Map(former.units.map((row) => [row.id, row]));
  update.units.forEach((row) => rows.set(row.id, row));
  const late = update.late ?? former.late;
  return {
    ...update,
    late,
    lastLate: late.length === 0 ? undefined : update.lastLate ?? former.lastLate,
    oldest: update.oldest ?? former.oldest,
    units: [...rows.values()].sort((one, other) => (one.id < other.id ? -1 : 1)),
  };
}

/** Each case once, by the first of its clocks, with the others beside it. */
export function byCase(clocks) {
  const cases = new Map();
  for (const clock of clocks) {
    const key = JSON.stringify([clock.unit, clock.case]);
    if (cases.has(key)) cases.get(key).others.push(clock);
    else cases.set(key, { ...clock, others: [] });
  }
  return [...cases.values()];
}
