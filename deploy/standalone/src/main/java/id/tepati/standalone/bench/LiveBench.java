package id.tepati.standalone.bench;

import id.tepati.contract.event.OutgoingEvent;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A server as a user starts it, events over HTTP at a fixed pace, and viewers of the live stream. How long an
 * event takes is counted from the instant at which it was to be sent, so that a server that holds up the sender gains
 * nothing by it.
 */
public final class LiveBench {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int UNITS = 100;
    private static final Duration PREPARING = Duration.ofSeconds(15);

    /** The load goes on for so long before it is measured, or its first second would be that of a server at rest. */
    private static final Duration RUN_UP = Duration.ofSeconds(10);

    private static final double NANOS_A_MICRO = 1_000;
    private static final long MEGA = 1_000_000;

    private final Plan plan;
    private final Class<?> main;
    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();

    /**
     * How much is measured with.
     *
     * @param atOnce so many events of one instant in one request
     */
    public record Plan(int perSecond, int atOnce, Duration warmUp, Duration measured, int viewers) {
        private int eventsIn(Duration time) {
            return Math.toIntExact(perSecond * time.toSeconds());
        }

        private Duration timeOf(int events) {
            return Duration.ofSeconds(events).dividedBy(perSecond);
        }
    }

    /** What the server holds. */
    private record Memory(long bytes, long cases) {
        static Memory of(ChildJvm process, LiveServer server) {
            return new Memory(process.liveBytes(), server.cases());
        }
    }

    private record WarmUp(int sent, Memory halfWay) {}

    /**
     * A benchmark that says what it finds.
     *
     * @param main where the jar starts: the server is a process of its own
     */
    public LiveBench(Plan plan, Class<?> main, PrintStream out) {
        this.plan = plan;
        this.main = main;
        this.out = out;
    }

    /** Runs it on an empty directory. */
    public void run(Path directory) {
        out.println("Starting a server ...");
        try (ChildJvm process =
                ChildJvm.start(main, "Ready after", "up", "--port", "0", "--data", directory.toString())) {
            LiveServer server = new LiveServer(process.address(), clock);
            Instant known = server.publish(BenchCity.yaml(UNITS));
            await(() -> clock.instant().isAfter(known));
            EventLoad load = new EventLoad(UNITS, clock.instant());
            measure(process, server, load, warmUp(process, server, load));
        }
    }

    /**
     * Sends no faster than later on, and no faster than is answered. What the server holds is looked at half-way, since
     * it stands still for that. Returns when all is judged.
     */
    private WarmUp warmUp(ChildJvm process, LiveServer server, EventLoad load) {
        out.printf(Locale.ROOT, "Warming up for %,d s ...%n", plan.warmUp.toSeconds());
        Latencies ignored = new Latencies(clock.instant());
        Duration half = plan.warmUp.dividedBy(2);
        int sent = send(server, load, 0, half, ignored);
        Memory memory = Memory.of(process, server);
        int all = sent + send(server, load, sent, half, ignored);
        await(() -> server.judged() >= all);
        return new WarmUp(all, memory);
    }

    private int send(LiveServer server, EventLoad load, int from, Duration time, Latencies latencies) {
        Instant end = clock.instant().plus(time);
        int sent = 0;
        while (clock.instant().isBefore(end)) {
            Instant now = clock.instant();
            server.send(some(from + sent, place -> load.at(place, now)), now.plus(plan.timeOf(plan.atOnce)), latencies);
            sent += plan.atOnce;
        }
        return sent;
    }

    private void leave(LiveServer server, List<StreamViewer> viewers) {
        viewers.forEach(StreamViewer::leave);
        await(() -> server.viewers() == 0);
    }

    private void measure(ChildJvm process, LiveServer server, EventLoad load, WarmUp before) {
        Instant begin = clock.instant().plus(PREPARING);
        ProbeCases probes =
                new ProbeCases(begin, plan.timeOf(ProbeCases.ONE_OF), plan.eventsIn(plan.measured) / ProbeCases.ONE_OF);
        server.deliver(probes.firstAcceptances());
        Latencies acknowledged = new Latencies(begin);
        Latencies figure = new Latencies(begin);
        Latencies page = new Latencies(begin);
        List<StreamViewer> watchers = IntStream.range(0, plan.viewers)
                .mapToObj(number -> server.watch(probes.observer(page), begin))
                .toList();
        Duration cpuBefore = process.cpu();
        ProbeCases.Observer figures = probes.observer(figure);
        look(server, figures);
        out.printf(Locale.ROOT, "%,d events a second, %,d viewers ...%n", plan.perSecond, plan.viewers);
        int sent = send(server, load, before.sent, probes, acknowledged);
        await(figures::sawAll);
        Duration cpu = process.cpu().minus(cpuBefore);
        Memory after = Memory.of(process, server);
        out.println("event sent to acknowledged     " + acknowledged.told());
        out.println("event sent to figure           " + figure.told());
        out.println("event sent to live page        " + page.told());
        report(watchers);
        out.printf(
                Locale.ROOT,
                "server                         CPU %.0f us an event%n",
                cpu.toNanos() / NANOS_A_MICRO / sent);
        leave(server, watchers);
        report(before.halfWay, after, Memory.of(process, server));
        if (server.refused() > 0) {
            out.printf(Locale.ROOT, "not accepted                   %,d events%n", server.refused());
        }
    }

    /** Sends the run-up and what is measured; returns how many events. */
    private int send(LiveServer server, EventLoad load, int sentBefore, ProbeCases probes, Latencies acknowledged) {
        int runUp = plan.eventsIn(RUN_UP);
        int measured = plan.eventsIn(plan.measured);
        Latencies ignored = new Latencies(probes.due(0));
        for (int from = -runUp; from < measured; from += plan.atOnce) {
            Instant due = probes.due(0).plus(plan.timeOf(from));
            List<OutgoingEvent> events =
                    some(from, place -> probes.among(place, load.at(sentBefore + runUp + place, due)));
            server.send(events, due, from < 0 ? ignored : acknowledged);
        }
        return runUp + measured;
    }

    private List<OutgoingEvent> some(int from, IntFunction<OutgoingEvent> event) {
        return IntStream.range(from, from + plan.atOnce).mapToObj(event).toList();
    }

    private void report(Memory before, Memory after, Memory withoutViewers) {
        long cases = after.cases - before.cases;
        out.printf(
                Locale.ROOT,
                "memory                         live objects %,d MB with %,d cases half-way through the warm-up, %,d MB with %,d at the end: %,d bytes each; %,d MB without the viewers%n",
                before.bytes / MEGA,
                before.cases,
                after.bytes / MEGA,
                after.cases,
                (after.bytes - before.bytes) / Math.max(1, cases),
                withoutViewers.bytes / MEGA);
    }

    private void report(List<StreamViewer> watchers) {
        Duration worst = watchers.stream()
                .map(StreamViewer::worst)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        out.printf(
                Locale.ROOT,
                "viewers                        oldest figures on any screen %,d ms; %,d of %,d cut off%n",
                worst.toMillis(),
                watchers.stream().filter(StreamViewer::isCutOff).count(),
                watchers.size());
    }

    /** Asks for the figure again and again, in a thread of its own. */
    private void look(LiveServer server, ProbeCases.Observer figures) {
        Thread looking = new Thread(
                () -> {
                    while (!figures.sawAll()) {
                        figures.sees(server.completed(ProbeCases.UNIT), clock.instant());
                        LockSupport.parkNanos(LOOK.toNanos());
                    }
                },
                "bench-figures");
        looking.setDaemon(true);
        looking.start();
    }

    private void await(BooleanSupplier condition) {
        Instant deadline = clock.instant().plus(TIMEOUT);
        while (!condition.getAsBoolean()) {
            if (clock.instant().isAfter(deadline)) {
                throw new IllegalStateException("Not all events came to be counted within " + TIMEOUT.toMinutes()
                        + " minutes: run it on a machine that does nothing else.");
            }
            LockSupport.parkNanos(WAIT.toNanos());
        }
    }
}
