/**
 * Working time as data: opening windows, seasons, holidays and their versions, and the arithmetic of open
 * time and counted days on them. Nothing here reads a clock or a file; every type is immutable.
 */
@NullMarked
package id.tepati.rules.calendar;

import org.jspecify.annotations.NullMarked;
