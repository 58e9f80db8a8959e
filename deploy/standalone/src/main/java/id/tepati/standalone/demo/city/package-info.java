/**
 * The invented city of the demo: who is there, and what happens there on a date. Pure: no clock, no I/O but the
 * resources of the jar; the same seed and dates give the same events on every machine.
 */
@NullMarked
package id.tepati.standalone.demo.city;

import org.jspecify.annotations.NullMarked;
