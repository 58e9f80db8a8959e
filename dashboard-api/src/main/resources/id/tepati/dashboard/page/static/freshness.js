// How old what is shown is, and what that means to a reader. Pure.

const STALE_AFTER_SECONDS = 15;

/**
 * The state of what is shown, connecting, live, cut or old, with asOf and its age in seconds where known.
 *
 * @param overview the last update, or null
 * @param begun whether updates were asked for at all
 * @param now by the clock of the server, in milliseconds
 */
export function freshnessOf({ overview, begun, connected, now }) {
  const asOf = overview?.asOf ?? null;
  const age = asOf === null ? null : Math.max(0, (now - Date.parse(asOf)) / 1000);
  return { state: stateOf(overview !== null, begun, connected, age), asOf, age };
}

function stateOf(known, begun, connected, age) {
  if (!connected) return known || begun ? 'cut' : 'connecting';
  if (!known) return 'connecting';
  return age !== null && age > STALE_AFTER_SECONDS ? 'old' : 'live';
}

/** An age as it is told: in whole minutes, so that it is not told anew each second. */
export function shownAge(seconds) {
  return Math.floor(seconds / 60) * 60 || STALE_AFTER_SECONDS;
}
