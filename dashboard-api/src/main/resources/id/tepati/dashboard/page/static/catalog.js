// Names of units and services, and over how many days units are judged.

import { API } from './addresses.js';
import { getAll, getFirst } from './api.js';

let units = new Map();
let services = new Map();
let days = null;

export async function loadCatalog() {
  const all = await getFirst(Infinity, API.units, 'units');
  days = all.days;
  units = new Map(all.units.map((unit) => [unit.id, unit]));
  const first = roots()[0];
  const known = first ? await getAll(API.standards, 'services', { unit: first.id }) : [];
  services = new Map(known.map((service) => [service.service, service.name]));
}

/** The local days, today included, by which units are judged. */
export function standingDays() {
  return days;
}

export function unit(id) {
  return units.get(id) ?? null;
}

export function unitName(id) {
  return units.get(id)?.name ?? id;
}

export function knowsService(id) {
  return services.has(id);
}

export function serviceName(id) {
  return services.get(id) ?? id;
}

export function roots() {
  return [...units.values()].filter((unit) => unit.parent === null);
}

/** A unit and what it lies in, the outermost first. */
export function lineage(id) {
  const line = [];
  for (let next = units.get(id); next; next = units.get(next.parent)) line.unshift(next);
  return line;
}
