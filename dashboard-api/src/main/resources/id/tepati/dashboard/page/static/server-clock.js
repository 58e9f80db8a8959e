// Now by the clock of the server: that of the viewer may be days off.

let ahead = 0;
let isExact = false;

/** Learns what the server's clock said so many milliseconds ago, as RFC 3339. */
export function learn(instant, age, viewer = Date.now()) {
  ahead = Date.parse(instant) + age - viewer;
  isExact = true;
}

/** Learns it from the date of an answer, which is told in whole seconds; what was told exactly is kept. */
export function learnRoughly(date, viewer = Date.now()) {
  const told = Date.parse(date ?? '');
  if (!isExact && !Number.isNaN(told)) ahead = told - viewer;
}

/** In milliseconds. */
export function serverNow(viewer = Date.now()) {
  return viewer + ahead;
}
