/**
 * The invented city of the demo: who is there, and what happens there on a date. Pure: no clock, no I/O but the
 * resources of the jar; the same seed and dates give the same events on every machine.
 *
 * <p>The way through: {@link id.tepati.standalone.demo.city.City} has offices, each with an {@code OfficeQuality}, which
 * says how a good, a fair and a bad office keep their promises; {@code OfficeQualities} decides which ones are bad.
 * {@link id.tepati.standalone.demo.city.CityDay} tells everything that begins on one date: queues by {@code QueueDay}, from
 * {@code Demand}, {@code PeakHours} and {@code Arrivals} through one {@code StageDay} a stage; files by
 * {@code FileCourse}; complaints by {@code ComplaintCourse}; how long each takes by {@code WorkDuration}, and all chance by
 * {@code SeededRandom}.
 */
@NullMarked
package id.tepati.standalone.demo.city;

import org.jspecify.annotations.NullMarked;
