// In which order units and clocks are shown. Pure.

/** What a unit can be, the worst first. */
export const STATUSES = ['not-kept', 'at-risk', 'kept', 'no-target', 'no-data'];

/** Units that are further from their target first. */
export function byWorst(one, other) {
  return rank(one) - rank(other) || missing(other) - missing(one) || one.name.localeCompare(other.name);
}

function rank({ status }) {
  return STATUSES.indexOf(status);
}

function missing({ promise }) {
  return promise && promise.target !== null && promise.attainment !== null ? promise.target - promise.attainment : 0;
}

/** Units by the unit that they lie in; one that has units below it stands first among them. */
export function groups(units) {
  const parents = new Set(units.map((row) => row.parent));
  const byOwner = new Map();
  for (const row of units) {
    const owner = parents.has(row.id) || row.parent === null ? row.id : row.parent;
    if (!byOwner.has(owner)) byOwner.set(owner, []);
    if (row.status !== null) byOwner.get(owner).push(row);
  }
  const rows = new Map(units.map((row) => [row.id, row]));
  return [...byOwner].filter(([, members]) => members.length > 0)
      .map(([owner, members]) => ({ owner: rows.get(owner), members: members.sort((one, other) =>
          (other.id === owner) - (one.id === owner) || rank(one) - rank(other) || one.name.localeCompare(other.name)) }))
      .sort((one, other) => (one.owner.parent === null ? 0 : 1) - (other.owner.parent === null ? 0 : 1)
          || one.owner.name.localeCompare(other.owner.name));
}

/** The clocks with a promise first, each kind as they began. */
export function clocksInOrder(clocks) {
  return [...clocks].sort((one, other) => (one.outcome === 'unnamed') - (other.outcome === 'unnamed') || Date.parse(one.start) - Date.parse(other.start));
}

/** How long somebody has waited in a queue by now, in seconds. */
export function waited({ oldestSince, oldestWait }, now) {
  return oldestSince ? (now - Date.parse(oldestSince)) / 1000 : oldestWait ?? 0;
}
