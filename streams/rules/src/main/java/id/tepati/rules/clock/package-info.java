/**
 * How events drive clocks: one table, and the runs it yields.
 */
@NullMarked
package id.tepati.rules.clock;

import org.jspecify.annotations.NullMarked;
