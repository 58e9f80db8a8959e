/**
 * All roles in one process.
 */
@NullMarked
package id.tepati.standalone.app;

import org.jspecify.annotations.NullMarked;
