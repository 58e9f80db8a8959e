/**
 * What people and machines prove themselves with: {@link id.tepati.access.secret.Secret} for keys, tokens and sessions,
 * {@link id.tepati.access.secret.Passwords} for people, {@link id.tepati.access.secret.LockOut} against guessing. Only
 * hashes are ever kept.
 */
@NullMarked
package id.tepati.access.secret;

import org.jspecify.annotations.NullMarked;
