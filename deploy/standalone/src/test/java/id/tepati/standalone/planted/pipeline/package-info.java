/** Offences, for the test of the rules of the house. */
@NullMarked
package id.tepati.standalone.planted.pipeline;

import org.jspecify.annotations.NullMarked;
