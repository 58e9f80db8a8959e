// The fields of an event in words.

import { word, date, dateTime } from './words.js';
import { serviceName, unitName } from './catalog.js';

const TOLD = {
  serviceDay: date,
  appointment: instantOrDay,
  promisedAt: instantOrDay,
  until: instantOrDay,
  toService: serviceName,
  toUnit: unitName,
  outcome: value,
  stage: value,
  anonymous: value,
  confidential: value,
  final: value,
  'extra.unit': (unit) => word('within', unit),
};

/** Each field with its name, in one line; empty where there is none. */
export function details(fields) {
  return Object.entries(fields ?? {})
      .map(([name, text]) => `${word('field', name)}: ${(TOLD[name] ?? String)(text)}`)
      .join(', ');
}

function instantOrDay(text) {
  return text.includes('T') ? dateTime(text) : date(text);
}

function value(text) {
  return word('value', text);
}
