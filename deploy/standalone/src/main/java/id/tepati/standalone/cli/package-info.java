/**
 * The command line.
 */
@NullMarked
package id.tepati.standalone.cli;

import org.jspecify.annotations.NullMarked;
