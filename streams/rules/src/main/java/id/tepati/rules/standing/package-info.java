/**
 * How promises, and the units that made them, stand over some days: the share that was on time, its target, and the
 * status by which a unit is coloured.
 */
@NullMarked
package id.tepati.rules.standing;

import org.jspecify.annotations.NullMarked;
