/** Figures over many cases that can be merged, taken back and compared exactly: durations and shares. */
@NullMarked
package id.tepati.rules.statistics;

import org.jspecify.annotations.NullMarked;
