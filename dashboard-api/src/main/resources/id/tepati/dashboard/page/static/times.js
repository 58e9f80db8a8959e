// Spans, days and instants: taken apart, and as a locale writes them. Pure; instants are RFC 3339 or milliseconds.

const DAY_MILLIS = 86400000;
const HALF_HOUR = 30;
const TO_THE_MINUTE = { hour: '2-digit', minute: '2-digit' };
const TO_THE_SECOND = { ...TO_THE_MINUTE, second: '2-digit' };
const IN_FULL = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };

/** Seconds in the two largest units that say something, each an amount and its unit; seconds only below ten minutes. */
export function partsOf(seconds) {
  const rest = Math.max(0, Math.round(seconds));
  const days = Math.floor(rest / 86400);
  const hours = Math.floor((rest % 86400) / 3600);
  const minutes = Math.floor((rest % 3600) / 60);
  const small = rest % 60;
  if (days > 0) return together([days, 'days'], [hours, 'hours']);
  if (hours > 0) return together([hours, 'hours'], [minutes, 'minutes']);
  if (minutes > 0) return together([minutes, 'minutes'], [minutes < 10 ? small : 0, 'seconds']);
  return [[small, 'seconds']];
}

function together(large, small) {
  return small[0] > 0 ? [large, small] : [large];
}

/** So many days, the one of an instant included, by local date. */
export function lastDays(zone, instant, days) {
  const to = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(instant));
  return { from: shifted(to, 1 - days), to };
}

/** Every date of a period, without its gaps. */
export function datesOf({ from, to }) {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MILLIS;
  return Array.from({ length: days + 1 }, (_, day) => shifted(from, day));
}

function shifted(date, days) {
  return new Date(Date.parse(date) + days * DAY_MILLIS).toISOString().slice(0, 10);
}

/** When the half hour ends that begins then, in hours and minutes. */
export function endOfHalfHour(from) {
  const [hours, minutes] = from.split(':').map(Number);
  const end = hours * 60 + minutes + HALF_HOUR;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

/** Hours and minutes as 09:30, to be compared. */
export function hourAndMinute(zone, instant) {
  return written('en-GB', zone, instant, TO_THE_MINUTE);
}

/** An instant within the day that ends at this one, or null where none does. */
export function withinTheDayThatEnds(zone, instant) {
  return written('en-GB', zone, instant, TO_THE_SECOND) === '00:00:00' ? new Date(instant).getTime() - 1000 : null;
}

/** The day; with its year where it is not that of now. */
export function day(locale, zone, instant, now) {
  return written(locale, zone, instant, dayFields(zone, instant, now));
}

/** Day and time, likewise. */
export function dayAndTime(locale, zone, instant, now) {
  return written(locale, zone, instant, { ...dayFields(zone, instant, now), ...TO_THE_MINUTE });
}

/** The same to the second, as it stands on a printed page. */
export function dayAndSecond(locale, zone, instant, now) {
  return `${written(locale, zone, instant, { ...dayFields(zone, instant, now), ...TO_THE_SECOND })} ${zoneName(zone, instant)}`;
}

export function fullDay(locale, zone, instant) {
  return written(locale, zone, instant, IN_FULL);
}

export function fullDayAndTime(locale, zone, instant) {
  return `${written(locale, zone, instant, { ...IN_FULL, ...TO_THE_MINUTE })} ${zoneName(zone, instant)}`;
}

/** A local date, which has no zone. */
export function localDate(locale, date) {
  return written(locale, 'UTC', date, { weekday: 'short', day: 'numeric', month: 'short' });
}

export function weekdayOf(locale, date) {
  return written(locale, 'UTC', date, { weekday: 'long' });
}

/** The zones of Indonesia by the names they have there, in either language. */
function zoneName(zone, instant) {
  return new Intl.DateTimeFormat('id-ID', { timeZone: zone, timeZoneName: 'short' }).formatToParts(new Date(instant))
      .find(({ type }) => type === 'timeZoneName').value;
}

function dayFields(zone, instant, now) {
  const year = (at) => written('en-GB', zone, at, { year: 'numeric' });
  return { day: 'numeric', month: 'short', ...(year(instant) === year(now) ? {} : { year: 'numeric' }) };
}

function written(locale, zone, instant, fields) {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...fields }).format(new Date(instant));
}
