package id.tepati.standalone.demo;

import id.tepati.rules.Times;
import id.tepati.standalone.demo.city.City;
import id.tepati.standalone.demo.city.CityDay;
import id.tepati.standalone.demo.city.CityEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/** What lies ahead: events to be sent when their time has come, and the days that are still to begin. Thread-safe. */
final class UpcomingEvents {
    private final City city;
    private final Queue<CityEvent> ahead = new PriorityQueue<>(CityEvent.AS_SENT);
    private LocalDate newest;

    /**
     * Nothing yet.
     *
     * @param today the last local date whose events others put in
     */
    UpcomingEvents(City city, LocalDate today) {
        this.city = city;
        this.newest = today;
    }

    synchronized void add(List<CityEvent> events) {
        ahead.addAll(events);
    }

    /** Begins the dates that have come since the last call and answers them, ascending. */
    synchronized List<LocalDate> begin(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, City.ZONE);
        List<LocalDate> begun = newest.plusDays(1)
                .datesUntil(Times.later(today, newest).plusDays(1))
                .toList();
        begun.forEach(date -> ahead.addAll(CityDay.of(city, date)));
        newest = Times.later(today, newest);
        return begun;
    }

    /** Takes out what is to be sent by now, in order. */
    synchronized List<CityEvent> due(Instant now) {
        List<CityEvent> due = new ArrayList<>();
        for (CityEvent next = ahead.peek(); next != null && !next.sentAt().isAfter(now); next = ahead.peek()) {
            due.add(ahead.remove());
        }
        return due;
    }
}
