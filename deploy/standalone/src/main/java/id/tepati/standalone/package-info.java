/**
 * The one jar.
 */
@NullMarked
package id.tepati.standalone;

import org.jspecify.annotations.NullMarked;
