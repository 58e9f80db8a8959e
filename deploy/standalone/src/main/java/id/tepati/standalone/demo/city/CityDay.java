package id.tepati.standalone.demo.city;

import id.tepati.contract.event.OutgoingEvent;
import id.tepati.rules.Published;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Everything that begins in the city on one date: the events of the cases that are opened then, to their end, which
 * may lie weeks later. A function of the city and the date alone.
 */
public final class CityDay {
    private static final LocalTime EVENING = LocalTime.of(17, 30);
    private static final DateTimeFormatter IN_CASE_ID = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    /** A complaint can be sent at any hour of any day. */
    private static final WorkCalendar ANY_TIME =
            WorkCalendar.of(City.ZONE, List.of(Published.sinceEver(Calendar.alwaysOpen(new CalendarId("any-time")))));

    private final City city;
    private final LocalDate date;

    private CityDay(City city, LocalDate date) {
        this.city = city;
        this.date = date;
    }

    /** The events, ordered by when they are sent. */
    public static List<CityEvent> of(City city, LocalDate date) {
        CityDay day = new CityDay(city, date);
        return city.offices().stream()
                .flatMap(day::at)
                .sorted(CityEvent.AS_SENT)
                .toList();
    }

    private Stream<CityEvent> at(Office office) {
        Stream<OutgoingEvent> cases = Demand.of(office).stream().flatMap(demand -> logs(office, demand).stream());
        Stream<OutgoingEvent> tickets =
                DemoQueue.of(office).stream().flatMap(queue -> new QueueDay(city, office, queue, date).events());
        return Stream.of(cases, tickets, lastHeartbeats(office))
                .flatMap(events -> events)
                .flatMap(event -> sent(office, event));
    }

    private Stream<OutgoingEvent> lastHeartbeats(Office office) {
        boolean fallsSilent = office.connection() == OfficeConnection.SILENT
                && date.equals(LocalDate.ofInstant(city.silentFrom(), City.ZONE));
        return fallsSilent ? Heartbeats.last(city, office) : Stream.empty();
    }

    private List<OutgoingEvent> logs(Office office, Demand demand) {
        SeededRandom dice = SeededRandom.of(city.seed(), date, office.id(), demand.service());
        List<OutgoingEvent> events = new ArrayList<>();
        int number = 0;
        for (Instant begin : begins(office, demand, dice)) {
            CaseEventLog log = log(office, demand, ++number);
            switch (demand.kind()) {
                case FILE -> new FileCourse(city, office, demand, dice).addTo(log, begin);
                case COMPLAINT -> new ComplaintCourse(city, office, demand, dice).addTo(log, begin);
            }
            events.addAll(log.events());
        }
        return events;
    }

    private List<Instant> begins(Office office, Demand demand, SeededRandom dice) {
        double perDay = demand.perDay() * office.size();
        if (demand.kind() == Demand.Kind.COMPLAINT) {
            return PeakHours.TELEPHONE.arrivals(ANY_TIME, date, perDay, dice);
        }
        Instant noon = ANY_TIME.at(date, LocalTime.NOON.toSecondOfDay());
        WorkCalendar calendar = city.terms(office, demand.service(), noon).calendar();
        return PeakHours.COUNTER.arrivals(calendar, date, perDay, dice);
    }

    private CaseEventLog log(Office office, Demand demand, int number) {
        String caseId = String.format(
                Locale.ROOT,
                "%s-%s-%03d",
                demand.service().value().toUpperCase(Locale.ROOT),
                IN_CASE_ID.format(date),
                number);
        return CaseEventLog.ofCase(demand.kind().desk(), office, demand.service(), caseId);
    }

    private Stream<CityEvent> sent(Office office, OutgoingEvent event) {
        return switch (office.connection()) {
            case ONLINE -> Stream.of(new CityEvent(event.time(), event));
            case EVENING -> Stream.of(new CityEvent(evening(event.time()), event));
            case SILENT ->
                event.time().isBefore(city.silentFrom())
                        ? Stream.of(new CityEvent(event.time(), event))
                        : Stream.empty();
        };
    }

    private static Instant evening(Instant time) {
        ZonedDateTime local = time.atZone(City.ZONE);
        ZonedDateTime upload = local.with(EVENING);
        return (local.isAfter(upload) ? upload.plusDays(1) : upload).toInstant();
    }
}
