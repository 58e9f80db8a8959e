// How old what is shown is, and what that means to a reader. Pure.

const FIRST_WITHIN_MILLIS = 10000;

/**
 * The state of what is shown, connecting, live, history, cut or old; where known with asOf, its age in seconds, and the age
 * that it is told by.
 *
 * @param overview the last update, or null
 * @param connected whether the line of updates stands
 * @param lost whether it stood and stands no more
 * @param waited since updates were first asked for, in milliseconds
 * @param now by the clock of the server, in milliseconds
 */
export function freshnessOf({ overview, connected, lost, waited, now }) {
  const asOf = overview?.asOf ?? null;
  const age = asOf === null ? null : Math.max(0, (now - Date.parse(asOf)) / 1000);
  return { state: stateOf({ overview, connected, lost, waited, age }), asOf, age, shownAge: age === null ? null : shownAge(age, overview.staleAfter) };
}

/** Figures that history still fills are not called live. A page that is being loaded has lost nothing: its first line is given some time to come about. */
function stateOf({ overview, connected, lost, waited, age }) {
  if (!connected) return lost || waited > FIRST_WITHIN_MILLIS ? 'cut' : 'connecting';
  if (overview === null) return 'connecting';
  if (age !== null && age > overview.staleAfter) return 'old';
  return overview.loading ? 'history' : 'live';
}

/** In whole minutes, so that it is not told anew each second; below one the age from which on figures are old. */
function shownAge(seconds, staleAfter) {
  return Math.floor(seconds / 60) * 60 || staleAfter;
}
