/**
 * When an office is open, and how open time and days are counted. The zone is that of the unit, instants are exact to the
 * microsecond, and 24:00 of a day is 00:00 of the next.
 *
 * <p>The way through: a {@link id.tepati.rules.calendar.Calendar} is what is published under one
 * {@link id.tepati.rules.calendar.CalendarId}: a {@link id.tepati.rules.calendar.WeekPattern} of
 * {@link id.tepati.rules.calendar.Window windows}, replaced in a {@link id.tepati.rules.calendar.Season} and on a
 * {@link id.tepati.rules.calendar.SpecialDay} of some {@link id.tepati.rules.calendar.DayKind}.
 * {@link id.tepati.rules.calendar.WorkCalendar} joins the versions that are known at an instant. It answers what a date is
 * ({@link id.tepati.rules.calendar.CalendarDay}, with a {@link id.tepati.rules.calendar.Certainty}), walks over open time
 * to a {@link id.tepati.rules.calendar.Reach} and over days to a {@link id.tepati.rules.calendar.DayReach}. Below it lie
 * {@code OpenDay}, a date on the time line, {@code DayTable}, which keeps those, and {@code Micros}, their unit.
 */
@NullMarked
package id.tepati.rules.calendar;

import org.jspecify.annotations.NullMarked;
