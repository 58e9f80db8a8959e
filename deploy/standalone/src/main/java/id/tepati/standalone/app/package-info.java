/**
 * The roles, one or all of them in a process.
 */
@NullMarked
package id.tepati.standalone.app;

import org.jspecify.annotations.NullMarked;
