// How old what is shown is, and what that means to a reader. Pure.

const STALE_AFTER_SECONDS = 15;
const FIRST_WITHIN_MILLIS = 10000;

/**
 * The state of what is shown, connecting, live, history, cut or old, with asOf and its age in seconds where known.
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
  return { state: stateOf({ known: overview !== null, loading: Boolean(overview?.loading), connected, lost, waited, age }), asOf, age };
}

/** Figures that history still fills are not called live. A page that is being loaded has lost nothing: its first line is given some time to come about. */
function stateOf({ known, loading, connected, lost, waited, age }) {
  if (!connected) return lost || waited > FIRST_WITHIN_MILLIS ? 'cut' : 'connecting';
  if (!known) return 'connecting';
  if (age !== null && age > STALE_AFTER_SECONDS) return 'old';
  return loading ? 'history' : 'live';
}

/** An age as it is told: in whole minutes, so that it is not told anew each second. */
export function shownAge(seconds) {
  return Math.floor(seconds / 60) * 60 || STALE_AFTER_SECONDS;
}
