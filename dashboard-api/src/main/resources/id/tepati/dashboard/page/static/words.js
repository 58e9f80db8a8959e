// Words, numbers and times in the language of the reader, who is told times in one zone.

import { languageAsked, wordsAddress } from './addresses.js';
import { number, percentage, publishedTarget } from './numbers.js';
import { serverNow } from './server-clock.js';
import * as times from './times.js';

const LOCALES = { id: 'id-ID', en: 'en-GB' };
const STORED = 'tepati.lang';
let words = {};
let language = 'id';
let zone = 'Asia/Jakarta';

/** Loads the words of a language and keeps it for the next visit. */
export async function speak(wanted) {
  const known = wanted in LOCALES ? wanted : 'id';
  const response = await fetch(wordsAddress(known));
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
  const asked = languageAsked(location.href);
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

export function count(value) {
  return number(currentLocale(), value);
}

/** A share as a percentage, whole if that tells it from all, from none, and from the target that it is held to. */
export function percent(share, target = null) {
  return percentage(currentLocale(), share, target);
}

/** A target as it was published. */
export function targetPercent(target) {
  return publishedTarget(currentLocale(), target);
}

/** Day and time to the second, as it stands on a printed page. */
export function moment(instant) {
  return times.dayAndSecond(currentLocale(), zone, instant, serverNow());
}

/** Hours and minutes as 09:30, to be compared. */
export function hourAndMinute(instant) {
  return times.hourAndMinute(zone, instant);
}

/** Hours and minutes as the reader writes them: 09.30 in Indonesian. */
export function timeOfDay(hoursAndMinutes) {
  return language === 'id' ? hoursAndMinutes.replace(':', '.') : hoursAndMinutes;
}

/** Day and time; with the year where it is not the one that we have. */
export function dateTime(instant) {
  return times.dayAndTime(currentLocale(), zone, instant, serverNow());
}

/** When a promise ends: the midnight after a day is told as 24:00 of that day. */
export function dueTime(instant) {
  const last = times.withinTheDayThatEnds(zone, instant);
  return last === null ? dateTime(instant) : `${times.day(currentLocale(), zone, last, serverNow())}, ${t('time.midnight')}`;
}

export function fullDueTime(instant) {
  const last = times.withinTheDayThatEnds(zone, instant);
  return last === null ? fullDateTime(instant) : `${times.fullDay(currentLocale(), zone, last)}, ${t('time.midnight')}`;
}

export function fullDateTime(instant) {
  return times.fullDayAndTime(currentLocale(), zone, instant);
}

/** A local date, which has no zone. */
export function date(day) {
  return times.localDate(currentLocale(), day);
}

export function weekday(day) {
  return times.weekdayOf(currentLocale(), day);
}

const AMOUNTS = {
  days: (amount) => t('duration.days', count(amount)),
  hours: (amount) => t('duration.hours', amount),
  minutes: (amount) => t('duration.minutes', amount),
  seconds: (amount) => t('duration.seconds', amount),
};

/** Seconds in the two largest units that say something. */
export function duration(seconds) {
  return times.partsOf(seconds).map(([amount, unit]) => AMOUNTS[unit](amount)).join(' ');
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

/** Berkas, Pengaduan or Antrean; of a kind that nobody names a case. */
export function kindName(kind = 'other') {
  return word('kind', kind);
}
