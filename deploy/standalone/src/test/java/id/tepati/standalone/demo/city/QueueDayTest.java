package id.tepati.standalone.demo.city;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.event.OutgoingEvent;
import id.tepati.rules.event.EventFamily;
import id.tepati.rules.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueueDayTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);
    private static final City CITY = City.invent(1, SUNDAY);
    private static final List<OutgoingEvent> TICKETS = CITY.offices().stream()
            .flatMap(office -> DemoQueue.of(office).stream()
                    .flatMap(queue -> new QueueDay(CITY, office, queue, WEDNESDAY).events()))
            .toList();

    private static final Set<EventType> ENDS_A_TURN =
            Set.of(EventType.TICKET_SERVED, EventType.TICKET_REQUEUED, EventType.TICKET_TRANSFERRED);

    /** Lane of an office and service. */
    private static String lane(OutgoingEvent event) {
        return event.data().get("unit") + " " + event.data().get("service") + " "
                + event.data().get("lane");
    }

    private static String ticket(OutgoingEvent event) {
        return lane(event) + " " + number(event);
    }

    private static String number(OutgoingEvent event) {
        return String.valueOf(event.data().get("number"));
    }

    private static Stream<OutgoingEvent> of(EventType type) {
        return TICKETS.stream().filter(event -> event.type() == type);
    }

    private static Map<String, List<OutgoingEvent>> byTicket() {
        return TICKETS.stream()
                .collect(Collectors.groupingBy(QueueDayTest::ticket, LinkedHashMap::new, Collectors.toList()));
    }

    private static boolean isOf(OutgoingEvent event, String stage) {
        return stage.equals(event.data().get("stage"));
    }

    @Test
    void allKindsOfTicketEventsHappen() {
        assertThat(TICKETS).allMatch(event -> event.type().family() == EventFamily.TICKET);
        assertThat(TICKETS.stream().map(OutgoingEvent::type).collect(Collectors.toSet()))
                .contains(
                        EventType.TICKET_BOOKED,
                        EventType.TICKET_CHECKED_IN,
                        EventType.TICKET_ISSUED,
                        EventType.TICKET_CALLED,
                        EventType.TICKET_RECALLED,
                        EventType.TICKET_PARKED,
                        EventType.TICKET_REQUEUED,
                        EventType.TICKET_TRANSFERRED,
                        EventType.TICKET_SERVED,
                        EventType.TICKET_NO_SHOW,
                        EventType.TICKET_ABANDONED);
        assertThat(TICKETS).hasSizeBetween(3000, 6000);
    }

    @Test
    void onlyNumbersThatWereGivenAreCalledAndNotBefore() {
        Map<String, Instant> came = new HashMap<>();
        Stream.concat(of(EventType.TICKET_ISSUED), of(EventType.TICKET_CHECKED_IN))
                .forEach(event -> came.merge(ticket(event), event.time(), (one, other) -> {
                    throw new AssertionError("given twice: " + ticket(event));
                }));
        assertThat(of(EventType.TICKET_CALLED)).isNotEmpty().allSatisfy(event -> {
            assertThat(came).containsKey(ticket(event));
            assertThat(event.time()).isAfterOrEqualTo(came.get(ticket(event)));
        });
    }

    @Test
    void withoutPrecedenceNumbersAreCalledInTheOrderInWhichTheyWereGiven() {
        Set<String> first = of(EventType.TICKET_ISSUED)
                .filter(event -> event.data().containsKey("priority"))
                .map(QueueDayTest::ticket)
                .collect(Collectors.toSet());
        Map<String, List<OutgoingEvent>> calls = of(EventType.TICKET_CALLED)
                .filter(event -> isOf(event, "registrasi") || !event.data().containsKey("stage"))
                .filter(event -> !first.contains(ticket(event)))
                .filter(firstCall())
                .sorted(Comparator.comparing(OutgoingEvent::time).thenComparing(QueueDayTest::number))
                .collect(Collectors.groupingBy(QueueDayTest::lane));
        assertThat(calls).isNotEmpty();
        assertThat(calls.values())
                .allSatisfy(lane ->
                        assertThat(lane.stream().map(QueueDayTest::number)).isSorted());
        assertThat(first).isNotEmpty();
    }

    private static Predicate<OutgoingEvent> firstCall() {
        Set<String> called = new HashSet<>();
        return event -> called.add(ticket(event));
    }

    @Test
    void aCounterHasOneNumberAtATime() {
        // given: stretches from the last call to the end of service, by counter
        Map<String, List<Instant[]>> busy = new HashMap<>();
        byTicket()
                .values()
                .forEach(events -> stretches(events)
                        .forEach((counter, stretch) -> busy.computeIfAbsent(
                                        lane(events.get(0)).replace(" online", " A") + counter,
                                        key -> new ArrayList<>())
                                .add(stretch)));
        // then
        assertThat(busy).hasSizeGreaterThan(40);
        assertThat(busy.values()).allSatisfy(stretches -> {
            stretches.sort(Comparator.comparing(stretch -> stretch[0]));
            for (int i = 1; i < stretches.size(); i++) {
                assertThat(stretches.get(i)[0]).isAfterOrEqualTo(stretches.get(i - 1)[1]);
            }
        });
    }

    /** Who is sent back waits again, and is called and served like the others. */
    @Test
    void whoIsSentBackComesToTheirTurnAgain() {
        List<OutgoingEvent> back = Stream.concat(of(EventType.TICKET_REQUEUED), of(EventType.TICKET_TRANSFERRED))
                .toList();

        assertThat(back).hasSizeBetween(5, 100).allSatisfy(event -> {
            List<OutgoingEvent> log = Objects.requireNonNull(byTicket().get(ticket(event)));
            assertThat(log.subList(0, log.indexOf(event)))
                    .extracting(OutgoingEvent::type)
                    .contains(EventType.TICKET_CALLED);
        });
        assertThat(back).anySatisfy(event -> {
            List<OutgoingEvent> log = Objects.requireNonNull(byTicket().get(ticket(event)));
            assertThat(log.subList(log.indexOf(event), log.size()))
                    .extracting(OutgoingEvent::type)
                    .contains(EventType.TICKET_CALLED, EventType.TICKET_SERVED);
        });
    }

    private static Map<String, Instant[]> stretches(List<OutgoingEvent> events) {
        Map<String, Instant[]> stretches = new LinkedHashMap<>();
        for (OutgoingEvent called : events) {
            if (called.type() == EventType.TICKET_CALLED) {
                Object stage = called.data().get("stage");
                Optional<OutgoingEvent> served = events.stream()
                        .filter(event -> ENDS_A_TURN.contains(event.type()))
                        .filter(event -> !event.time().isBefore(called.time()))
                        .filter(event -> Objects.equals(stage, event.data().get("stage")))
                        .findFirst();
                served.ifPresent(end -> stretches.put(
                        " " + stage + " " + called.data().get("counter"), new Instant[] {called.time(), end.time()}));
            }
        }
        return stretches;
    }

    @Test
    void nobodyIsCalledWhileTheClinicIsClosed() {
        assertThat(of(EventType.TICKET_CALLED).filter(event -> isOf(event, "poli")))
                .isNotEmpty()
                .allSatisfy(event -> {
                    LocalTime time = event.time().atZone(City.ZONE).toLocalTime();
                    assertThat(time).isBetween(LocalTime.of(7, 30), LocalTime.of(14, 30));
                    assertThat(time).matches(it -> it.isBefore(LocalTime.NOON) || !it.isBefore(LocalTime.of(12, 30)));
                });
    }

    @Test
    void stagesFollowOneAnother() {
        List<String> stages = List.of("registrasi", "poli", "farmasi");
        assertThat(byTicket().values()).allSatisfy(events -> {
            List<Integer> order = events.stream()
                    .sorted(Comparator.comparing(OutgoingEvent::time))
                    .filter(event -> event.data().containsKey("stage"))
                    .map(event -> stages.indexOf(event.data().get("stage")))
                    .toList();
            assertThat(order).isSorted().doesNotContain(-1);
        });
    }

    @Test
    void theEmergencyRoomIsOpenAtNightAndItsDayEndsInTheMorning() {
        List<OutgoingEvent> emergency = of(EventType.TICKET_ISSUED)
                .filter(event -> "igd".equals(event.data().get("service")))
                .sorted(Comparator.comparing(OutgoingEvent::time))
                .toList();
        assertThat(emergency)
                .allSatisfy(event -> assertThat(event.time())
                        .isBetween(
                                WEDNESDAY.atTime(5, 0).atZone(City.ZONE).toInstant(),
                                WEDNESDAY
                                        .plusDays(1)
                                        .atTime(5, 0)
                                        .atZone(City.ZONE)
                                        .toInstant()))
                .anySatisfy(event ->
                        assertThat(event.time().atZone(City.ZONE).getHour()).isLessThan(5));
        assertThat(emergency.stream().map(QueueDayTest::number)).isSorted();
    }

    @Test
    void whereCountersOpenLatePeopleWaitLonger() {
        Map<OfficeQuality, Double> minutes = CITY.offices().stream()
                .filter(office -> office.unit().type().equals("puskesmas"))
                .collect(Collectors.groupingBy(
                        Office::quality, Collectors.averagingDouble(office -> meanWait(office.id()))));
        assertThat(minutes.get(OfficeQuality.POOR)).isGreaterThan(2 * minutes.get(OfficeQuality.GOOD));
        assertThat(minutes.get(OfficeQuality.GOOD)).isLessThan(15);
    }

    /** Minutes from the number to the first call. */
    private static double meanWait(String unit) {
        Map<String, Instant> given = of(EventType.TICKET_ISSUED)
                .filter(event -> unit.equals(event.data().get("unit")))
                .collect(Collectors.toMap(QueueDayTest::ticket, OutgoingEvent::time));
        return of(EventType.TICKET_CALLED)
                        .filter(event -> isOf(event, "registrasi"))
                        .filter(event -> given.containsKey(ticket(event)))
                        .mapToLong(event -> Duration.between(given.get(ticket(event)), event.time())
                                .toSeconds())
                        .average()
                        .orElseThrow()
                / 60;
    }

    @Test
    void onASundayTheHospitalAndTheMallAloneHaveQueues() {
        assertThat(CityDay.of(CITY, SUNDAY).stream()
                        .map(CityEvent::event)
                        .filter(event -> event.type().family() == EventFamily.TICKET)
                        .map(event -> String.valueOf(event.data().get("unit")))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("rsud", "mpp");
    }
}
