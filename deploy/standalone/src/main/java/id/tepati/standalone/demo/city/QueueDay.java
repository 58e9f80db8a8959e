package id.tepati.standalone.demo.city;

import id.tepati.contract.event.OutgoingEvent;
import id.tepati.rules.calendar.Window;
import id.tepati.rules.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * One service day of a queue: people come with the peaks, counters call them one after the other, and waiting comes of
 * it. Where few counters are open, or open late, people wait long, and some are still there at the end.
 */
final class QueueDay {
    private final City city;
    private final Office office;
    private final DemoQueue queue;
    private final LocalDate date;

    QueueDay(City city, Office office, DemoQueue queue, LocalDate date) {
        this.city = city;
        this.office = office;
        this.queue = queue;
        this.date = date;
    }

    /** Everything that happened to its numbers. */
    Stream<OutgoingEvent> events() {
        Instant noon = date.atTime(LocalTime.NOON).atZone(City.ZONE).toInstant();
        WorkCalendar calendar = city.terms(office, queue.service(), noon).calendar();
        SeededRandom dice = SeededRandom.of(city.seed(), date, office.id(), queue.service(), queue.lane());
        Arrivals arrivals = new Arrivals(office, queue, date, calendar, dice);
        List<Visitor> visitors = arrivals.visitors();
        if (!visitors.isEmpty()) {
            CallingHours hours = hours(calendar);
            queue.stages().forEach(stage -> new StageDay(stage, office.quality(), hours, dice).serve(visitors));
        }
        return arrivals.events();
    }

    private CallingHours hours(WorkCalendar calendar) {
        if (queue.roundTheClock()) {
            int start = DemoQueue.ROUND_THE_CLOCK_DAY_START_HOUR * 3600;
            return new CallingHours(calendar.at(date, start), calendar.at(date.plusDays(1), start), List.of());
        }
        List<Window> windows = calendar.day(date).windows();
        return CallingHours.of(windows.stream()
                .map(window -> new CallingHours.Span(
                        calendar.at(date, window.fromSecond()), calendar.at(date, window.toSecond())))
                .toList());
    }
}
