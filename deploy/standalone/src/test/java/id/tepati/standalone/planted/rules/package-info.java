/** Offences, for the test of the rules of the house. */
@NullMarked
package id.tepati.standalone.planted.rules;

import org.jspecify.annotations.NullMarked;
