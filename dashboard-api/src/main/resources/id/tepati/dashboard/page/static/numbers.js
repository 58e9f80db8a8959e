// Numbers and shares as a locale writes them. Pure.

/** The smallest share that is told apart from none. */
const LEAST = 0.001;
const MOST_DIGITS = 2;

export function number(locale, value) {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

/** A share as a percentage, whole if that tells it from all, from none, and from the target that it is held to. */
export function percentage(locale, share, target = null) {
  const shown = share > 0 && share < 1 ? Math.min(Math.max(share, LEAST), 1 - LEAST) : share;
  const others = [0, 1, target].filter((other) => other !== null && other !== share);
  const digits = [0, 1].find((few) => others.every((other) => rounded(locale, shown, few) !== rounded(locale, other, few)));
  return rounded(locale, shown, digits ?? MOST_DIGITS);
}

/** A target as it was published. */
export function publishedTarget(locale, target) {
  return rounded(locale, target, MOST_DIGITS);
}

function rounded(locale, share, digits) {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(share);
}
