package id.tepati.standalone.demo;

import id.tepati.standalone.demo.city.CityDay;
import id.tepati.standalone.demo.city.CityEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Sends the past of the city, the newest date first, and leaves what lies ahead to {@link UpcomingEvents}. */
final class HistoryFeed {
    private static final int AT_ONCE = 250;

    private final PastEvents past;
    private final UpcomingEvents upcoming;
    private final EventSender sender;

    /**
     * A feed of the past.
     *
     * @param upcoming gets what is to be sent later
     */
    HistoryFeed(PastEvents past, UpcomingEvents upcoming, EventSender sender) {
        this.past = past;
        this.upcoming = upcoming;
        this.sender = sender;
    }

    /**
     * Sends what is missing of one date; answers how many events that were.
     *
     * @param mayGoOn asked before each batch, may take its time; false leaves the date unsent
     */
    int load(LocalDate date, BooleanSupplier mayGoOn) {
        return load(date, CityDay.of(past.city(), date), mayGoOn);
    }

    /**
     * Sends what cases of the dates before one had still ahead when these were last sent, and forgets the dates of which
     * nothing is left; answers how many events that were.
     *
     * @param mayGoOn asked before each date and each batch, may take its time; false leaves the rest unsent
     */
    int finishBefore(LocalDate first, BooleanSupplier mayGoOn) {
        int events = 0;
        for (LocalDate date : past.marks().before(first)) {
            if (!mayGoOn.getAsBoolean()) {
                return events;
            }
            List<CityEvent> all = CityDay.of(past.city(), date);
            events += load(date, all, mayGoOn);
            forgetIfOver(date, all);
        }
        return events;
    }

    private void forgetIfOver(LocalDate date, List<CityEvent> all) {
        DayMarks marks = past.marks();
        Instant sent = marks.sent(date).orElse(Instant.MIN);
        if (all.stream().noneMatch(event -> event.sentAt().isAfter(sent))) {
            marks.forget(date);
            marks.save();
        }
    }

    private int load(LocalDate date, List<CityEvent> all, BooleanSupplier mayGoOn) {
        upcoming.add(all.stream()
                .filter(event -> event.sentAt().isAfter(past.start()))
                .toList());
        List<CityEvent> missing = past.among(date, all);
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            if (!mayGoOn.getAsBoolean()) {
                return from;
            }
            sender.send(missing.subList(from, Math.min(missing.size(), from + AT_ONCE)));
        }
        past.marks().sent(date, past.start());
        past.marks().save();
        return missing.size();
    }
}
