// Words, numbers and times in the language of the reader.

const LOCALES = { id: 'id-ID', en: 'en-GB' };
const STORED = 'tepati.lang';
/** The smallest share that is told apart from none. */
const LEAST = 0.001;
const MOST_DIGITS = 2;
let words = {};
let language = 'id';
let zone = 'Asia/Jakarta';

/** Loads the words of a language and keeps it for the next visit. */
export async function speak(wanted) {
  const known = wanted in LOCALES ? wanted : 'id';
  const response = await fetch(`/assets/messages_${known}.json`);
  words = await response.json();
  language = known;
  document.documentElement.lang = known;
  try {
    localStorage.setItem(STORED, known);
  } catch {
    // a browser that keeps nothing asks again
  }
}

/** The language asked for by the address, or kept from the last visit, else Indonesian. */
export function preferredLanguage() {
  const asked = new URLSearchParams(location.search).get('lang');
  if (asked) return asked;
  try {
    return localStorage.getItem(STORED) ?? 'id';
  } catch {
    return 'id';
  }
}

/** How numbers are written in the language of the reader, for those who write them elsewhere. */
export function currentLocale() {
  return LOCALES[language];
}

export function currentLanguage() {
  return language;
}

/** Times are told in the zone of the unit that is looked at. */
export function tellTimesIn(wanted) {
  zone = wanted;
}

/** The text of a key with its places filled. */
export function t(key, ...values) {
  return (words[key] ?? key).replace(/\{(\d)\}/g, (place, at) => values[at] ?? '');
}

/** A word that data names; what has no word is shown as it is. */
export function word(family, name) {
  return words[`${family}.${name}`] ?? name;
}

export function count(number) {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(number);
}

/** A share as a percentage, whole if that tells it from all, from none, and from the target that it is held to. */
export function percent(share, target = null) {
  const shown = share > 0 && share < 1 ? Math.min(Math.max(share, LEAST), 1 - LEAST) : share;
  const others = [0, 1, target].filter((other) => other !== null && other !== share);
  const digits = [0, 1].find((few) => others.every((other) => rounded(shown, few) !== rounded(other, few))) ?? MOST_DIGITS;
  return rounded(shown, digits);
}

/** A target as it was published. */
export function targetPercent(target) {
  return rounded(target, MOST_DIGITS);
}

function rounded(share, digits) {
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: digits }).format(share);
}

/** Day and time to the second, as it stands on a printed page. */
export function moment(instant) {
  return `${format(instant, { ...dayOf(instant), hour: '2-digit', minute: '2-digit', second: '2-digit' })} ${zoneName(instant)}`;
}

/** Hours and minutes as 09:30, to be compared. */
export function hourAndMinute(instant) {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

/** Hours and minutes as the reader writes them: 09.30 in Indonesian. */
export function timeOfDay(hoursAndMinutes) {
  return language === 'id' ? hoursAndMinutes.replace(':', '.') : hoursAndMinutes;
}

/** The zones of Indonesia by the names they have there, in either language. */
function zoneName(instant) {
  return new Intl.DateTimeFormat('id-ID', { timeZone: zone, timeZoneName: 'short' }).formatToParts(new Date(instant))
      .find(({ type }) => type === 'timeZoneName').value;
}

/** Day and time; with the year where it is not the one that we have. */
export function dateTime(instant) {
  return format(instant, { ...dayOf(instant), hour: '2-digit', minute: '2-digit' });
}

function dayOf(instant) {
  const year = (at) => new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric' }).format(new Date(at));
  return { day: 'numeric', month: 'short', ...(year(instant) === year(Date.now()) ? {} : { year: 'numeric' }) };
}

/** When a promise ends: the midnight after a day is told as 24:00 of that day. */
export function dueTime(instant) {
  const last = endsADay(instant);
  return last ? `${format(last, dayOf(last))}, ${t('time.midnight')}` : dateTime(instant);
}

export function fullDueTime(instant) {
  const last = endsADay(instant);
  return last
      ? `${format(last, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}, ${t('time.midnight')}`
      : fullDateTime(instant);
}

/** An instant within the day that ends at this one, or null where none does. */
function endsADay(instant) {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(instant));
  return clock === '00:00:00' ? new Date(instant).getTime() - 1000 : null;
}

export function fullDateTime(instant) {
  return `${format(instant, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' })} ${zoneName(instant)}`;
}

/** A local date, which has no zone. */
export function date(day) {
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' })
      .format(new Date(`${day}T00:00:00Z`));
}

export function weekday(day) {
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', weekday: 'long' })
      .format(new Date(`${day}T00:00:00Z`));
}

function format(instant, fields) {
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, ...fields }).format(new Date(instant));
}

/** Seconds in the two largest units that say something. */
export function duration(seconds) {
  const rest = Math.max(0, Math.round(seconds));
  const days = Math.floor(rest / 86400);
  const hours = Math.floor((rest % 86400) / 3600);
  const minutes = Math.floor((rest % 3600) / 60);
  if (days > 0) return join(t('duration.days', count(days)), hours > 0 && t('duration.hours', hours));
  if (hours > 0) return join(t('duration.hours', hours), minutes > 0 && t('duration.minutes', minutes));
  if (minutes > 0) return join(t('duration.minutes', minutes), minutes < 10 && rest % 60 > 0 && t('duration.seconds', rest % 60));
  return t('duration.seconds', rest);
}

function join(large, small) {
  return small ? `${large} ${small}` : large;
}

/** The name of a promise: its clock and its stage, as in waiting@poli. */
export function promiseName(name) {
  const [clock, stage] = name.split('@');
  return [word('clock', clock), stage && `(${stage})`].filter(Boolean).join(' ');
}

/** The name of a clock's promise; where there is none that of the clock and its stage. */
export function clockName({ promise, clock, stage }) {
  return promiseName(promise ?? (stage ? `${clock}@${stage}` : clock));
}

/** An amount as the catalogue writes it, for instance 5 working-days. */
export function within(text) {
  const [amount, unit] = text.split(' ');
  return unit ? `${amount} ${word('within', amount === '1' ? unit.replace(/s$/, '') : unit)}` : word('within', text);
}

/** Berkas, Pengaduan or Antrean, by the clock that runs for it. */
export function kindOf(clock) {
  const kinds = {
    'file-check': t('kind.application'), completion: t('kind.application'),
    verification: t('kind.complaint'), 'first-response': t('kind.complaint'), resolution: t('kind.complaint'),
    waiting: t('kind.ticket'), 're-waiting': t('kind.ticket'), serving: t('kind.ticket'), visit: t('kind.ticket'),
  };
  return kinds[clock] ?? t('kind.other');
}
