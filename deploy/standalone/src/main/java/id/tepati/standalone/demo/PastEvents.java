package id.tepati.standalone.demo;

import id.tepati.standalone.demo.city.City;
import id.tepati.standalone.demo.city.CityDay;
import id.tepati.standalone.demo.city.CityEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was to be sent up to an instant and has not been. Thread-safe.
 *
 * @param start what is to be sent later is not of the past
 */
record PastEvents(City city, DayMarks marks, Instant start) {
    /** Those among the events of a date. */
    List<CityEvent> among(LocalDate date, List<CityEvent> all) {
        Instant sent = marks.sent(date).orElse(Instant.MIN);
        return all.stream()
                .filter(event -> event.sentAt().isAfter(sent) && !event.sentAt().isAfter(start))
                .toList();
    }

    /** How many there are of the last dates up to today, and of the dates before them of which some were sent. */
    long count(LocalDate today, int days) {
        LocalDate first = today.minusDays(days - 1L);
        return Stream.concat(marks.before(first).stream(), first.datesUntil(today.plusDays(1)))
                .mapToLong(date -> among(date, CityDay.of(city, date)).size())
                .sum();
    }
}
