// Who reads the page, and what they may.

import { API } from './addresses.js';
import { get, send } from './api.js';

const NOBODY = Object.freeze({ signedIn: false, open: false, id: null, name: null, permissions: [], everywhere: false, units: [], oidc: null, byPassword: true });
let known = NOBODY;

/** Asks the server who reads. */
export async function learnWhoReads() {
  known = await get(API.me);
}

/** Signs in; fails with a problem that says why not. */
export async function signIn(user, password) {
  known = await send('POST', API.session, { user, password });
}

/** Signs out here, or on every device. */
export async function signOut({ everywhere = false } = {}) {
  await send('DELETE', everywhere ? API.sessions : API.session);
  known = { ...NOBODY, oidc: known.oidc, byPassword: known.byPassword };
}

/** Whether there is anything to be shown: to who signed in, or to everybody while nobody is configured. */
export function isLetIn() {
  return known.open || known.signedIn;
}

/** Whether everything is open, because nobody is configured and no other machine reaches the server. */
export function isOpen() {
  return known.open;
}

/** How somebody may sign in: { provider, byPassword }, the name of a provider or null, and whether with a password. */
export function waysToSignIn() {
  return { provider: known.oidc, byPassword: known.byPassword || known.oidc === null };
}

/** Who reads: { id, name, permissions, everywhere, units }, or null for who did not sign in. */
export function reader() {
  return known.signedIn ? known : null;
}

export function may(permission) {
  return known.permissions.includes(permission);
}
