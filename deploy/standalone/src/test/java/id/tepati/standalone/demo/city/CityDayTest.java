package id.tepati.standalone.demo.city;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.event.Checked;
import id.tepati.contract.event.EventReader;
import id.tepati.contract.event.EventWriter;
import id.tepati.contract.event.OutgoingEvent;
import id.tepati.contract.event.Register;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.event.EventFamily;
import id.tepati.rules.event.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CityDayTest {
    private static final LocalDate FOUNDED = LocalDate.of(2026, 11, 22);
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);
    private static final City CITY = City.invent(1, FOUNDED);
    private static final List<CityEvent> DAYS = days(FOUNDED.minusDays(9), FOUNDED);

    private record Known(Catalogue catalogue) implements Register {
        @Override
        public boolean knowsUnit(UnitId unit, Instant at) {
            return catalogue.knowsUnit(unit, at);
        }

        @Override
        public boolean knowsService(ServiceId service, Instant at) {
            return catalogue.knowsService(service, at);
        }

        @Override
        public LocalDate serviceDay(UnitId unit, Instant time, Instant at) {
            return catalogue.serviceDay(unit, time, at);
        }
    }

    private static List<CityEvent> days(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .flatMap(date -> CityDay.of(CITY, date).stream())
                .toList();
    }

    private static String written(List<CityEvent> events) {
        EventWriter writer = new EventWriter();
        return events.stream()
                .map(sent -> sent.sentAt() + " " + new String(writer.write(sent.event()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<CityEvent> of(OfficeConnection connection) {
        String id = CITY.offices().stream()
                .filter(office -> office.connection() == connection)
                .findFirst()
                .orElseThrow()
                .id();
        return DAYS.stream().filter(sent -> unit(sent.event()).equals(id));
    }

    private static Object unit(OutgoingEvent event) {
        return event.data().get("unit");
    }

    private static LocalTime local(Instant instant) {
        return instant.atZone(City.ZONE).toLocalTime();
    }

    private static long count(List<CityEvent> events, EventType type) {
        return events.stream().filter(sent -> sent.event().type() == type).count();
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneOthers() {
        String bytes = written(CityDay.of(CITY, WEDNESDAY));

        assertThat(written(CityDay.of(City.invent(1, FOUNDED), WEDNESDAY))).isEqualTo(bytes);
        assertThat(written(CityDay.of(City.invent(2, FOUNDED), WEDNESDAY))).isNotEqualTo(bytes);
    }

    @Test
    void everyEventPassesTheChecksOfTheContract() {
        EventReader reader = new EventReader();
        EventWriter writer = new EventWriter();
        Register register = new Known(CITY.catalogue());
        assertThat(days(WEDNESDAY, WEDNESDAY.plusDays(1)).stream()
                        .map(sent -> reader.read(writer.write(sent.event()), register, sent.sentAt()))
                        .filter(checked -> !(checked instanceof Checked.Accepted)))
                .isEmpty();
    }

    /** In an emergency room a visit goes on where the service day ends. */
    @Test
    void everyTicketHasABeginning() {
        EventReader reader = new EventReader();
        EventWriter writer = new EventWriter();
        Register register = new Known(CITY.catalogue());
        Map<String, Set<EventType>> tickets = DAYS.stream()
                .filter(sent -> sent.event().type().family() == EventFamily.TICKET)
                .map(sent -> (Checked.Accepted) reader.read(writer.write(sent.event()), register, sent.sentAt()))
                .map(Checked.Accepted::event)
                .collect(Collectors.groupingBy(
                        event -> event.unit() + " " + event.caseId(),
                        Collectors.mapping(event -> event.event().type(), Collectors.toSet())));

        assertThat(tickets).hasSizeGreaterThan(5_000);
        assertThat(tickets)
                .allSatisfy((ticket, types) -> assertThat(types)
                        .containsAnyOf(EventType.TICKET_BOOKED, EventType.TICKET_CHECKED_IN, EventType.TICKET_ISSUED));
    }

    @Test
    void noTwoEventsShareSourceAndId() {
        assertThat(DAYS.stream()
                        .map(sent -> sent.event().source() + " " + sent.event().id())
                        .distinct()
                        .count())
                .isEqualTo(DAYS.size());
    }

    @Test
    void eventsComeInTheOrderInWhichTheyAreSentAndNoneBeforeItHappened() {
        List<CityEvent> day = CityDay.of(CITY, WEDNESDAY);
        assertThat(day).isSortedAccordingTo(CityEvent.AS_SENT);
        assertThat(day)
                .allSatisfy(sent ->
                        assertThat(sent.sentAt()).isAfterOrEqualTo(sent.event().time()));
    }

    @Test
    void aUsualDayIsLively() {
        List<CityEvent> day = CityDay.of(CITY, WEDNESDAY);
        assertThat(count(day, EventType.APPLICATION_SUBMITTED)).isBetween(400L, 800L);
        assertThat(count(day, EventType.APPLICATION_RETURNED)).isBetween(30L, 90L);
        assertThat(count(day, EventType.COMPLAINT_RECEIVED)).isBetween(60L, 140L);
        assertThat(count(day, EventType.COMPLAINT_AWAITING_COMPLAINANT)).isBetween(3L, 30L);
        assertThat(count(day, EventType.TICKET_ISSUED)).isBetween(500L, 1000L);
        assertThat(day).hasSizeBetween(5_000, 8_000);
    }

    @Test
    void countersHaveThreePeaks() {
        Map<Integer, Long> byHour = DAYS.stream()
                .filter(sent -> sent.event().type() == EventType.APPLICATION_SUBMITTED)
                .collect(
                        Collectors.groupingBy(sent -> local(sent.event().time()).getHour(), Collectors.counting()));
        assertThat(byHour.get(8)).isGreaterThan(2 * byHour.get(7));
        assertThat(byHour.get(10)).isGreaterThan((long) (1.2 * byHour.get(11)));
        assertThat(byHour.get(10)).isGreaterThan(byHour.get(9));
        assertThat(byHour.get(13)).isGreaterThan(2 * byHour.get(14));
        assertThat(byHour.get(13)).isGreaterThan(3 * byHour.getOrDefault(12, 0L));
    }

    @Test
    void onAHolidayCountersAreClosedAndComplaintsComeAllTheSame() {
        List<CityEvent> day = CityDay.of(CITY, CHRISTMAS);
        assertThat(count(day, EventType.APPLICATION_SUBMITTED)).isZero();
        assertThat(count(day, EventType.COMPLAINT_RECEIVED)).isPositive();
    }

    @Test
    void onASundayTheMallAloneIsOpen() {
        assertThat(CityDay.of(CITY, FOUNDED).stream()
                        .filter(sent -> sent.event().type() == EventType.APPLICATION_SUBMITTED)
                        .map(sent -> unit(sent.event())))
                .isNotEmpty()
                .containsOnly("mpp");
    }

    @Test
    void theSilentOfficeSendsNothingMoreAndDidBefore() {
        assertThat(of(OfficeConnection.SILENT))
                .hasSizeGreaterThan(50)
                .allSatisfy(sent -> assertThat(sent.sentAt()).isBefore(Instant.parse("2026-11-20T03:00:00Z")));
    }

    @Test
    void theOfflineOfficeSendsItsDayAtEvening() {
        assertThat(of(OfficeConnection.EVENING))
                .hasSizeGreaterThan(50)
                .allSatisfy(sent -> assertThat(local(sent.sentAt())).isEqualTo(LocalTime.of(17, 30)))
                .anySatisfy(sent -> assertThat(local(sent.event().time())).isBefore(LocalTime.of(10, 0)))
                .allSatisfy(sent -> assertThat(sent.sentAt())
                        .isBeforeOrEqualTo(sent.event().time().plusSeconds(86_400)));
    }

    @Test
    void everyCaseBeginsWithItsOpeningEvent() {
        Map<String, List<OutgoingEvent>> cases = DAYS.stream()
                .map(CityEvent::event)
                .filter(event -> !unit(event).equals(unitOf(OfficeConnection.SILENT)))
                .filter(event -> event.type().family() != EventFamily.NONE)
                .collect(Collectors.groupingBy(event -> unit(event) + " "
                        + event.data().get("case") + event.data().get("number")));
        assertThat(cases.values())
                .isNotEmpty()
                .allMatch(events -> events.get(0).type().opens())
                .allMatch(events -> events.stream()
                        .map(OutgoingEvent::time)
                        .sorted()
                        .toList()
                        .equals(events.stream().map(OutgoingEvent::time).toList()));
    }

    private static Object unitOf(OfficeConnection connection) {
        return of(connection).map(sent -> unit(sent.event())).findFirst().orElseThrow();
    }
}
