package id.tepati.standalone.bench;

import id.tepati.contract.event.OutgoingEvent;
import id.tepati.contract.topic.TopicSetup;
import id.tepati.dashboard.store.DatabaseAddress;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.clock.ClockKind;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one day by three peers, one after the other: Tepati, {@link PeerTables} in PostgreSQL, and the windows
 * of {@link WindowsJob}. Each gets the same events in the same order on a fresh broker, all at once and then some more at
 * a fixed pace; what they count is held against one another.
 */
public final class PeersBench {
    private static final Duration RUN_UP = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int TOLD = 10;
    private static final int HALF_A_DAY = 12;
    private static final double MEGA = 1_000_000;

    private final Plan plan;
    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock = Clock.systemUTC();
    private final ZoneOffset zone;
    private final LocalDate day;
    private final DayLoad load;

    /**
     * How much is measured with.
     *
     * @param perSecond events a second while freshness is measured, for so long as {@code paced}
     * @param advance of the windows; a part of an hour, so that one of them is the local day
     * @param database where the tables go, in a schema of their own; null for a server that the benchmark starts
     */
    public record Plan(
            int events,
            int units,
            int partitions,
            int threads,
            int perSecond,
            Duration paced,
            Duration advance,
            @Nullable DatabaseAddress database) {
        private Duration timeOf(int places) {
            return Duration.ofSeconds(places).dividedBy(perSecond);
        }

        private int eventsIn(Duration time) {
            return Math.toIntExact(perSecond * time.toSeconds());
        }
    }

    /** Starts a peer on a broker. */
    private interface Start {
        Peer peer(Admin admin, String kafka, Path directory, Path broker);
    }

    /** A benchmark that says what it finds, and meanwhile how far it has come. */
    public PeersBench(Plan plan, PrintStream out, PrintStream err) {
        this.plan = plan;
        this.out = out;
        this.err = err;
        Instant now = clock.instant();
        this.zone = whereTheDayIsOver(now);
        this.day = LocalDate.ofInstant(now, zone);
        this.load = new DayLoad(plan.units, plan.events, day, zone);
    }

    /** Today's load can be sent whenever the benchmark is run: its city is where it is evening. */
    private static ZoneOffset whereTheDayIsOver(Instant now) {
        int ahead = DayLoad.OVER.getHour() - now.atOffset(ZoneOffset.UTC).getHour();
        return ZoneOffset.ofHours(ahead > HALF_A_DAY ? ahead - 2 * HALF_A_DAY : ahead);
    }

    /**
     * Runs it on an empty directory that is its own; takes some minutes, and is to end within three hours: at midnight
     * tickets end that nobody called.
     *
     * @return whether all count the same, but for what no window can see
     */
    public boolean run(Path directory) {
        out.printf(
                Locale.ROOT,
                "%,d events of one day of %,d units, then %,d a second for %d s, for each of three peers ...%n",
                plan.events,
                plan.units,
                plan.perSecond,
                plan.paced.toSeconds());
        if (plan.database != null) {
            return measureAll(directory, "PostgreSQL, without its CPU", plan.database, () -> Duration.ZERO);
        }
        try (PostgresServer server = PostgresServer.start(directory.resolve("server"))) {
            return measureAll(directory, "PostgreSQL", server.address(), server::cpu);
        }
    }

    private boolean measureAll(Path directory, String named, DatabaseAddress database, Supplier<Duration> databaseCpu) {
        DayFigures tepati = measure(
                "Tepati",
                directory.resolve("tepati"),
                (admin, kafka, state, broker) -> TepatiJob.start(plan, zone, kafka, state, broker));
        DayFigures postgres = measure(
                named,
                directory.resolve("postgresql"),
                (admin, kafka, state, broker) -> PostgresPeer.start(
                        plan, zone, kafka, database, databaseCpu, directory.resolve("loader-password")));
        DayFigures windows =
                measure("Kafka Streams' windows", directory.resolve("windows"), (admin, kafka, state, broker) -> {
                    BrokerProcess.createTopic(admin, WindowsJob.OUT, plan.partitions);
                    return WindowsJob.start(plan, day, zone, kafka, state, broker);
                });
        return agree(tepati, postgres, windows);
    }

    private DayFigures measure(String name, Path directory, Start start) {
        Path files = directory.resolve("broker");
        try (BrokerProcess broker = BrokerProcess.start(files);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            TopicSetup.ensure(admin, plan.partitions, (short) 1);
            EventLoad.write(broker.address(), load.events());
            try (Peer peer = start.peer(admin, broker.address(), directory.resolve("state"), files)) {
                Stopwatch.Lap lap = new Stopwatch(admin, plan.events, peer::cpu, err).follow(name, peer.group());
                DayFigures figures = peer.figures();
                Latencies freshness = freshness(peer, broker.address());
                out.printf(
                        Locale.ROOT,
                        "%-30s %,8.0f events/s, CPU %,.1f us an event, %,.1f MB on disk%n%-30s %s%n",
                        name,
                        lap.perSecond(),
                        lap.cpuMicros(),
                        peer.end() / MEGA,
                        "  event sent to figure",
                        freshness.told());
                return figures;
            }
        }
    }

    /** How long files that are decided at a fixed pace take to be in their figure, which is read 20 times a second. */
    private Latencies freshness(Peer peer, String kafka) {
        Instant begin = clock.instant().plus(RUN_UP);
        int beats = plan.eventsIn(plan.paced) / ProbeCases.ONE_OF;
        ProbeCases probes = new ProbeCases(begin, plan.timeOf(ProbeCases.ONE_OF), beats);
        Latencies latencies = new Latencies(begin);
        ProbeCases.Observer observer = probes.observer(latencies);
        String cell = DayFigures.cell(
                ProbeCases.UNIT,
                BenchCity.SERVICE,
                PromiseName.of(ClockKind.COMPLETION).value(),
                day);
        CompletableFuture<Void> sending =
                CompletableFuture.runAsync(() -> EventLoad.write(kafka, paced(probes, beats * ProbeCases.ONE_OF)));
        Instant deadline = probes.due(beats).plus(TIMEOUT);
        while (!observer.sawAll()) {
            observer.sees(peer.readable(cell).n(), clock.instant());
            if (sending.isCompletedExceptionally() || clock.instant().isAfter(deadline)) {
                throw new IllegalStateException(
                        "Not all events came to be counted: run it on a machine that does nothing else, or with a"
                                + " lower --rate.");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        sending.join();
        return latencies;
    }

    /** Events of which each comes at its instant; the first ones come before what is measured begins. */
    private Stream<OutgoingEvent> paced(ProbeCases probes, int events) {
        int runUp = plan.eventsIn(RUN_UP);
        return Stream.concat(
                probes.firstAcceptances().stream(),
                IntStream.range(-runUp, events).mapToObj(place -> {
                    Instant due = probes.due(0).plus(plan.timeOf(place));
                    for (Duration left = until(due); !left.isNegative() && !left.isZero(); left = until(due)) {
                        LockSupport.parkNanos(left.toNanos());
                    }
                    return probes.among(place, load.afterwards(runUp + place, due));
                }));
    }

    private Duration until(Instant due) {
        return Duration.between(clock.instant(), due);
    }

    private boolean agree(DayFigures tepati, DayFigures postgres, DayFigures windows) {
        DayFigures.Counts all = tepati.total();
        out.printf(
                Locale.ROOT,
                "%,d figures: %,d on time, %,d late, of which %,d are open; of those the windows missed %,d%n",
                tepati.counts().size(),
                all.onTime(),
                all.late(),
                all.lateOpen(),
                all.late() - windows.total().late());
        boolean databaseAgrees = tell(postgres.differences("PostgreSQL", tepati, "Tepati"));
        boolean windowsAgree = tell(windows.differences("windows", tepati.ended(), "Tepati without open ones"));
        return databaseAgrees && windowsAgree;
    }

    private boolean tell(List<String> differences) {
        differences.stream().limit(TOLD).forEach(out::println);
        if (differences.size() > TOLD) {
            out.printf(Locale.ROOT, "and %,d more%n", differences.size() - TOLD);
        }
        return differences.isEmpty();
    }
}
