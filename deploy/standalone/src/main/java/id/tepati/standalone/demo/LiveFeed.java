package id.tepati.standalone.demo;

import id.tepati.standalone.demo.city.CityEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Sends what is due, whenever it is asked to. Used by one thread. */
final class LiveFeed {
    private static final Duration SAVE_EVERY = Duration.ofSeconds(5);

    private final UpcomingEvents upcoming;
    private final EventSender sender;
    private final DayMarks marks;
    private Instant saved = Instant.MIN;

    LiveFeed(UpcomingEvents upcoming, EventSender sender, DayMarks marks) {
        this.upcoming = upcoming;
        this.sender = sender;
        this.marks = marks;
    }

    /** Sends what is due by now and notes it; answers how many events that were. */
    int tick(Instant now) {
        List<LocalDate> begun = upcoming.begin(now);
        List<CityEvent> due = upcoming.due(now);
        if (!due.isEmpty()) {
            sender.send(due);
        }
        begun.forEach(date -> marks.sent(date, now));
        marks.live(now);
        if (saved.plus(SAVE_EVERY).isBefore(now)) {
            marks.save();
            saved = now;
        }
        return due.size();
    }
}
