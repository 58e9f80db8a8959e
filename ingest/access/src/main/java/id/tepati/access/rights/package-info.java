/**
 * Who may do what, as plain values: {@link id.tepati.access.rights.Permission} is the one table,
 * {@link id.tepati.access.rights.Identity} answers what somebody may, for which units.
 */
@NullMarked
package id.tepati.access.rights;

import org.jspecify.annotations.NullMarked;
