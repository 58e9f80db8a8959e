package id.tepati.standalone.demo.city;

import id.tepati.contract.event.OutgoingEvent;
import id.tepati.rules.calendar.Window;
import id.tepati.rules.calendar.WorkCalendar;
import id.tepati.rules.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Who comes to a queue on one service day: bookings, check-ins and numbers. */
final class Arrivals {
    private static final DateTimeFormatter IN_ID = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final int SECONDS_AN_HOUR = 3600;
    private static final int NO_MORE_NUMBERS = 45 * 60;
    private static final double GIVEN_PRECEDENCE = 0.06;
    private static final List<String> PRECEDENCE = List.of("lansia", "difabel", "ibu-hamil");
    private static final String ONLINE = "online";

    private final Office office;
    private final DemoQueue queue;
    private final LocalDate date;
    private final WorkCalendar calendar;
    private final SeededRandom dice;
    private final List<CaseEventLog> logs = new ArrayList<>();

    Arrivals(Office office, DemoQueue queue, LocalDate date, WorkCalendar calendar, SeededRandom dice) {
        this.office = office;
        this.queue = queue;
        this.date = date;
        this.calendar = calendar;
        this.dice = dice;
    }

    /** Everybody who came, in the order of coming. */
    List<Visitor> visitors() {
        double perDay = queue.perDay() * office.size();
        PeakHours rush = queue.roundTheClock() ? PeakHours.DAY_AND_NIGHT : PeakHours.COUNTER;
        List<Instant> arrivals = rush.arrivals(calendar, date, perDay, dice).stream()
                .filter(this::numbersAreGiven)
                .map(this::inServiceDay)
                .sorted()
                .toList();
        List<Visitor> visitors = new ArrayList<>();
        for (Instant arrival : arrivals) {
            visitors.add(
                    dice.chance(queue.booked())
                            ? booked(arrival, visitors.size())
                            : walkedIn(arrival, visitors.size()));
        }
        return visitors;
    }

    /** The events of all, the later ones too. */
    Stream<OutgoingEvent> events() {
        return logs.stream().flatMap(log -> log.events().stream());
    }

    private boolean numbersAreGiven(Instant arrival) {
        List<Window> windows = calendar.day(date).windows();
        int closing = windows.get(windows.size() - 1).toSecond();
        return queue.roundTheClock() || arrival.isBefore(calendar.at(date, closing - NO_MORE_NUMBERS));
    }

    /** The hours before the day start are those after the next midnight. */
    private Instant inServiceDay(Instant arrival) {
        Instant dayStart = calendar.at(date, DemoQueue.ROUND_THE_CLOCK_DAY_START_HOUR * SECONDS_AN_HOUR);
        return queue.roundTheClock() && arrival.isBefore(dayStart) ? arrival.plus(Duration.ofDays(1)) : arrival;
    }

    private Visitor walkedIn(Instant arrival, int place) {
        boolean first = dice.chance(GIVEN_PRECEDENCE);
        CaseEventLog log = log(queue.lane(), place);
        Visitor visitor = new Visitor(log, place, first, arrival);
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("channel", "kios");
        if (first) {
            more.put("priority", dice.pick(PRECEDENCE));
        }
        visitor.add(EventType.TICKET_ISSUED, arrival, queue.stages().get(0), more);
        return visitor;
    }

    /** Booked between six and seven; comes up to a quarter of an hour before the appointment. */
    private Visitor booked(Instant arrival, int place) {
        StagePlan stage = queue.stages().get(0);
        Visitor visitor = new Visitor(log(ONLINE, place), place, false, arrival);
        Instant booking = calendar.at(date, 6 * SECONDS_AN_HOUR + dice.between(0, SECONDS_AN_HOUR));
        Instant appointment = arrival.plusSeconds(dice.between(0, 900));
        visitor.add(EventType.TICKET_BOOKED, booking, stage, Map.of("appointment", appointment.toString()));
        visitor.add(EventType.TICKET_CHECKED_IN, arrival, stage);
        return visitor;
    }

    private CaseEventLog log(String lane, int place) {
        String letter = lane.equals(ONLINE) ? "W" : queue.lane();
        String number = String.format(Locale.ROOT, "%s%03d", letter, place + 1);
        String name = queue.service() + "-" + IN_ID.format(date) + "-" + number;
        CaseEventLog log = CaseEventLog.ofTicket(office, queue.service(), date, lane, number, name);
        logs.add(log);
        return log;
    }
}
