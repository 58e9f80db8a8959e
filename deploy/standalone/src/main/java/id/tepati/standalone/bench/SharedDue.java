package id.tepati.standalone.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Files whose promises end at one instant, with nothing coming in at that time: how long until all are seen to be late. */
final class SharedDue {
    private static final ModelCity CITY = new ModelCity(100, 10, 24 * 60);
    private static final int READY_A_SECOND = 500;
    private static final Duration AT_LEAST = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final double MILLIS_A_SECOND = 1_000;

    private final int cases;
    private final Clock clock;
    private final PrintStream out;

    SharedDue(int cases, Clock clock, PrintStream out) {
        this.cases = cases;
        this.clock = clock;
        this.out = out;
    }

    /** Runs it on an empty directory, with more options for the server. */
    void run(Class<?> main, Path directory, List<String> options) {
        try (ModelServer process = ModelServer.start(main, ModelBench.up(directory, options))) {
            LiveServer server = new LiveServer(process.process().address(), clock);
            server.publish(CITY.yaml());
            Instant due = clock.instant().plus(AT_LEAST).plusSeconds(cases / READY_A_SECOND);
            Instant accepted = due.minus(Duration.ofMinutes(CITY.minutes()));
            for (int from = 0; from < cases; from += READY_A_SECOND) {
                server.deliver(IntStream.range(from, Math.min(cases, from + READY_A_SECOND))
                        .mapToObj(number -> CITY.acceptance(number, accepted))
                        .toList());
            }
            watch(server, due);
        }
    }

    private void watch(LiveServer server, Instant due) {
        while (server.cases() < cases) {
            if (!clock.instant().isBefore(due)) {
                throw new IllegalStateException("Not all cases of the shared due were judged before it: run it on a"
                        + " machine that does nothing else, or with fewer --dues.");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        Instant allThere = clock.instant();
        @Nullable Instant first = null;
        long late = 0;
        while (late < cases) {
            late = server.late();
            Instant now = clock.instant();
            first = first == null && late > 0 ? now : first;
            if (now.isAfter(due.plus(TIMEOUT))) {
                throw new IllegalStateException(
                        "Of " + cases + " cases with one due only " + late + " came to be late.");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        Instant all = clock.instant();
        out.printf(
                Locale.ROOT,
                "%,d cases with one due%s first seen late after %.2f s, all after %.2f s (all were judged %.0f s before)%n",
                cases,
                " ".repeat(2),
                after(due, Optional.ofNullable(first).orElse(all)),
                after(due, all),
                after(allThere, due));
    }

    private static double after(Instant begin, Instant end) {
        return Duration.between(begin, end).toMillis() / MILLIS_A_SECOND;
    }
}
