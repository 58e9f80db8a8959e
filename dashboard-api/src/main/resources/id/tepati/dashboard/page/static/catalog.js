// Names of units and services.

import { API } from './addresses.js';
import { getAll } from './api.js';

let units = new Map();
let services = new Map();

export async function loadCatalog() {
  const all = await getAll(API.units, 'units');
  units = new Map(all.map((unit) => [unit.id, unit]));
  const first = roots()[0];
  const known = first ? await getAll(API.standards, 'services', { unit: first.id }) : [];
  services = new Map(known.map((service) => [service.service, service.name]));
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
