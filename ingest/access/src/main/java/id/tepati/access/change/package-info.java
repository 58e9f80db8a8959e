/**
 * The change log of {@code tepati.changes.v1}: a {@link id.tepati.access.change.Change} is a line,
 * {@link id.tepati.access.change.ChainHead} says where it ends, {@link id.tepati.access.change.ChainCheck} finds what was
 * done to it.
 */
@NullMarked
package id.tepati.access.change;

import org.jspecify.annotations.NullMarked;
