package id.tepati.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.broker.testing.TestPostgres;
import id.tepati.contract.event.CatalogueRegister;
import id.tepati.contract.event.Checked;
import id.tepati.contract.event.EventReader;
import id.tepati.contract.event.IncomingEvent;
import id.tepati.contract.event.OutgoingEvent;
import id.tepati.contract.topic.Topics;
import id.tepati.dashboard.store.DatabaseAddress;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.judge.Judgement;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Contribution;
import id.tepati.rules.tally.Slot;
import id.tepati.rules.tally.Tally;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Tepati's peers count of a day is what the rules say, as far as they can see it. */
class PeersTest {
    private static final int UNITS = 7;
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(9);
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final DayLoad LOAD = new DayLoad(UNITS, 1_500, DAY, ZONE);
    private static final EventLoad CASES = new EventLoad(UNITS, at("07:00"));

    /** Numbers of cases that the load does not have. */
    private static final int TICKET = 1_000_000;

    private static final int FILE = TICKET + 6;

    private final List<OutgoingEvent> events = Stream.of(
                    LOAD.events(), borders(), LOAD.events().limit(50))
            .flatMap(Function.identity())
            .toList();
    private final DayFigures byTheRules = sum(
            // before midnight, at which the tickets of a day end
            judged(LOAD.events().toList(), at("23:59")),
            judged(borders().toList(), at("23:59").plus(Duration.ofDays(1))));

    private static Instant at(String time) {
        return DAY.atTime(LocalTime.parse(time)).toInstant(ZONE);
    }

    /** At the due, just after it, and around midnight. */
    private static Stream<OutgoingEvent> borders() {
        return Stream.of(
                CASES.of(TICKET, 0, at("08:00")),
                CASES.of(TICKET, 1, at("08:30")),
                CASES.of(TICKET, 2, at("09:00:00.001")),
                CASES.of(FILE, 0, at("20:00")),
                CASES.of(FILE, 1, at("20:50")),
                CASES.of(FILE, 2, at("23:50")),
                CASES.of(FILE + 1, 0, at("23:10")),
                CASES.of(FILE + 1, 1, at("23:30")));
    }

    @Test
    void theDayHasEveryOutcomeOfEveryPromiseAndIsOverAtEight() {
        DayFigures day = judged(LOAD.events().toList(), at(DayLoad.OVER.toString()));
        assertThat(judged(LOAD.events().toList(), at("23:59"))).isEqualTo(day);
        for (PlainPromise promise : PlainPromise.ALL) {
            DayFigures.Counts counts =
                    of(day, cell -> cell.contains("|" + promise.name() + "|")).total();
            assertThat(List.of(counts.onTime(), counts.late() - counts.lateOpen(), counts.lateOpen()))
                    .as(promise.name())
                    .allMatch(count -> count > 0);
        }
        assertThat(LOAD.events().map(OutgoingEvent::time)).isSorted();
    }

    @Test
    void theQueryCountsAsTheRulesDo() throws SQLException {
        TestPostgres server = TestPostgres.shared();
        String name = server.createDatabase();
        DatabaseAddress database = DatabaseAddress.server(server.url(name), TestPostgres.USER, server.password());
        try (Connection connection = PeerTables.connect(database)) {
            PeerTables.create(connection, ZONE);
            try (PeerTables tables = new PeerTables(database)) {
                for (OutgoingEvent event : events) {
                    tables.add(PeerEvent.read(EventLoad.record(event).value()));
                }
                tables.write();
            }
            PeerTables.refresh(connection);
            DayFigures counted = PeerTables.figures(connection);
            assertThat(counted.differences("the query", byTheRules, "the rules"))
                    .isEmpty();
            counted.counts()
                    .forEach((cell, counts) ->
                            assertThat(figure(connection, cell)).isEqualTo(counts));
        } finally {
            server.dropDatabase(name);
        }
    }

    private static DayFigures.Counts figure(Connection connection, String cell) {
        try {
            return PeerTables.figure(connection, cell);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theWindowOfTheLocalDayCountsAsTheRulesDoWhatHasEnded(@TempDir Path directory) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        TreeMap<String, DayFigures.Counts> counts = new TreeMap<>();
        try (var driver = new TopologyTestDriver(WindowsJob.topology(Duration.ofHours(3)), settings)) {
            Map<String, TestInputTopic<byte[], byte[]>> inputs = Topics.inputs().stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            topic -> driver.createInputTopic(
                                    topic, new ByteArraySerializer(), new ByteArraySerializer())));
            for (OutgoingEvent event : events) {
                ProducerRecord<byte[], byte[]> record = EventLoad.record(event);
                inputs.get(record.topic()).pipeInput(record.key(), record.value());
            }
            driver.createOutputTopic(WindowsJob.OUT, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList()
                    .forEach(record -> WindowsJob.read(record.key(), record.value(), counts, DAY, ZONE));
        }
        DayFigures ended = of(byTheRules, cell -> cell.endsWith(DAY.toString())).ended();
        assertThat(new DayFigures(counts).differences("the window", ended, "the rules"))
                .isEmpty();
    }

    @Test
    void whatIsCountedDifferentlyIsToldCellByCell() {
        DayFigures one = new DayFigures(new TreeMap<>(Map.of(
                "a", new DayFigures.Counts(3, 1, 1),
                "b", new DayFigures.Counts(2, 0, 0),
                "c", new DayFigures.Counts(0, 1, 1))));
        DayFigures other = new DayFigures(
                new TreeMap<>(Map.of("a", new DayFigures.Counts(3, 1, 0), "b", new DayFigures.Counts(2, 0, 0))));
        assertThat(one.differences("one", one, "the same")).isEmpty();
        assertThat(one.differences("one", other, "the other"))
                .containsExactly(
                        "a: one 3 on time and 1 late (1 open), the other 3 on time and 1 late (0 open)",
                        "c: one 0 on time and 1 late (1 open), the other 0 on time and 0 late (0 open)");
        assertThat(one.ended().counts())
                .containsOnly(
                        Map.entry("a", new DayFigures.Counts(3, 0, 0)), Map.entry("b", new DayFigures.Counts(2, 0, 0)));
    }

    private static DayFigures of(DayFigures figures, Predicate<String> cells) {
        TreeMap<String, DayFigures.Counts> some = new TreeMap<>(figures.counts());
        some.keySet().removeIf(cells.negate());
        return new DayFigures(some);
    }

    private static DayFigures sum(DayFigures one, DayFigures other) {
        TreeMap<String, DayFigures.Counts> sum = new TreeMap<>(one.counts());
        other.counts().forEach((cell, counts) -> sum.merge(cell, counts, DayFigures.Counts::plus));
        return new DayFigures(sum);
    }

    /** What the rules say that the events come to. */
    private static DayFigures judged(List<OutgoingEvent> events, Instant asOf) {
        Catalogue catalogue = new BenchCity(
                        UNITS,
                        ZONE,
                        PlainPromise.ALL.stream().map(PlainPromise::promise).toList())
                .newest()
                .catalogue();
        Map<List<Object>, List<CaseEvent>> cases = events.stream()
                .map(event -> accepted(event, catalogue))
                .collect(Collectors.groupingBy(
                        event -> List.of(event.unit(), event.caseId()),
                        Collectors.mapping(IncomingEvent::event, Collectors.toList())));
        TreeMap<String, DayFigures.Counts> counts = new TreeMap<>();
        cases.forEach((key, file) -> {
            UnitId unit = (UnitId) key.get(0);
            Contribution.of(Judgement.of(CaseFile.of(file), unit, catalogue, asOf))
                    .parts()
                    .forEach((slot, tally) -> add(counts, unit, slot, tally));
        });
        return new DayFigures(counts);
    }

    private static void add(TreeMap<String, DayFigures.Counts> counts, UnitId unit, Slot slot, Tally tally) {
        if (slot.bucket() instanceof Bucket.Day day) {
            counts.merge(
                    DayFigures.cell(
                            unit.value(), slot.service().value(), slot.promise().value(), day.date()),
                    new DayFigures.Counts(tally.onTime(), tally.late(), tally.lateOpen()),
                    DayFigures.Counts::plus);
        }
    }

    private static IncomingEvent accepted(OutgoingEvent event, Catalogue catalogue) {
        return ((Checked.Accepted) new EventReader()
                        .read(EventLoad.record(event).value(), new CatalogueRegister(catalogue), event.time()))
                .event();
    }
}
