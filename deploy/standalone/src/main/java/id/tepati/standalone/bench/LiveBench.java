package id.tepati.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tepati.contract.event.EventWriter;
import id.tepati.contract.event.OutgoingEvent;
import id.tepati.standalone.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A server as a user starts it, events over HTTP at a fixed pace, and viewers of the live stream. How long an
 * event takes is counted from the instant at which it was to be sent, so that a server that holds up the sender gains
 * nothing by it.
 */
public final class LiveBench {
    private static final Pattern ADDRESS = Pattern.compile("condition +(http://[^/]+)/readyz");
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int OF_WHICH_PULSE = 50;
    private static final int AT_ONCE = 500;
    private static final int UNITS = 100;

    private static final int LINES = 100;
    private static final int ACCEPTED = 202;
    private static final int HUNDRED = 100;
    private static final double NANOS_A_MICRO = 1_000;
    private static final Duration PREPARING = Duration.ofSeconds(15);

    /** The load goes on for so long before it is measured, or its first second would be that of a server at rest. */
    private static final Duration RUN_UP = Duration.ofSeconds(10);

    private static final long MEGA = 1_000_000;

    private final Plan plan;
    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final EventWriter writer = new EventWriter();
    private final Semaphore lines = new Semaphore(LINES);

    /**
     * How much is measured with.
     *
     * @param atOnce so many events of one instant in one request
     */
    public record Plan(int perSecond, int atOnce, Duration warmUp, Duration measured, int viewers) {
        private int events() {
            return Math.toIntExact(perSecond * measured.toSeconds());
        }
    }

    /** A benchmark that says what it finds. */
    public LiveBench(Plan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    /** Runs it on an empty directory. */
    public void run(Path directory) {
        out.println("Starting a server ...");
        try (ChildJvm server =
                ChildJvm.start(Main.class, "Ready after", "up", "--port", "0", "--data", directory.toString())) {
            Matcher address = ADDRESS.matcher(server.introduction());
            if (!address.find()) {
                throw new IllegalStateException("The server did not say where it is.");
            }
            measure(server, URI.create(address.group(1)));
        }
    }

    private void measure(ChildJvm server, URI address) {
        publish(address);
        out.printf(Locale.ROOT, "Warming up for %,d s ...%n", plan.warmUp.toSeconds());
        EventLoad load = new EventLoad(UNITS, clock.instant());
        int first = warmUp(address, load);
        Duration apart = Duration.ofSeconds(OF_WHICH_PULSE).dividedBy(plan.perSecond);
        Instant begin = clock.instant().plus(PREPARING);
        Pulse pulse = new Pulse(begin, apart, plan.events() / OF_WHICH_PULSE);
        prepare(address, pulse.firstAcceptances());
        Latencies door = new Latencies(begin);
        Latencies figure = new Latencies(begin);
        Latencies page = new Latencies(begin);
        List<Watcher> watchers = IntStream.range(0, plan.viewers)
                .mapToObj(number ->
                        Watcher.watch(http, address.resolve("/api/v1/live"), pulse.observer(page), clock, begin))
                .toList();
        long before = server.liveBytes();
        Duration cpuBefore = server.cpu();
        Pulse.Observer figures = pulse.observer(figure);
        Thread looking = new Thread(() -> look(address, figures), "bench-figures");
        looking.setDaemon(true);
        looking.start();
        out.printf(Locale.ROOT, "%,d events a second, %,d viewers ...%n", plan.perSecond, plan.viewers);
        LongAdder refused = new LongAdder();
        Latencies ignored = new Latencies(begin);
        int runUp = Math.toIntExact(RUN_UP.toSeconds() * plan.perSecond);
        for (int from = -runUp; from < plan.events(); from += plan.atOnce) {
            Instant due = begin.plus(Duration.ofSeconds(from).dividedBy(plan.perSecond));
            List<OutgoingEvent> events = IntStream.range(from, from + plan.atOnce)
                    .mapToObj(place -> event(place, due, pulse, load, first + runUp))
                    .toList();
            send(address, events, due, from < 0 ? ignored : door, refused);
        }
        await(figures::sawAll);
        Duration cpu = server.cpu().minus(cpuBefore);
        long after = server.liveBytes();
        out.println("event sent to acknowledged     " + door.told());
        out.println("event sent to figure           " + figure.told());
        out.println("event sent to live page        " + page.told());
        report(watchers, refused.sum());
        out.printf(
                Locale.ROOT,
                "server                         CPU %.0f us an event; live objects %,d MB before, %,d MB after%n",
                cpu.toNanos() / NANOS_A_MICRO / (plan.events() + runUp),
                before / MEGA,
                after / MEGA);
    }

    /** What happens at a place of the measured part, at an instant. */
    private static OutgoingEvent event(int place, Instant time, Pulse pulse, EventLoad load, int first) {
        if (place < 0) {
            return load.at(first + place, time);
        }
        int beat = place / OF_WHICH_PULSE;
        return switch (place % OF_WHICH_PULSE) {
            case 0 -> pulse.decision(beat);
            case 1 -> pulse.acceptanceAfter(beat).orElseGet(() -> load.at(first + place, time));
            default -> load.at(first + place, time);
        };
    }

    private void report(List<Watcher> watchers, long refused) {
        Duration worst = watchers.stream()
                .map(Watcher::worst)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        out.printf(
                Locale.ROOT,
                "viewers                        oldest figures on any screen %,d ms; %,d of %,d cut off%n",
                worst.toMillis(),
                watchers.stream().filter(Watcher::isCutOff).count(),
                watchers.size());
        if (refused > 0) {
            out.printf(Locale.ROOT, "not accepted                   %,d events%n", refused);
        }
    }

    private void publish(URI address) {
        ObjectNode request = json.createObjectNode();
        request.withArray("files").addObject().put("name", "bench.yaml").put("text", BenchCity.yaml(UNITS));
        JsonNode answer = post(
                address.resolve("/api/v1/catalog?mode=apply"),
                "application/json",
                request.toString().getBytes(StandardCharsets.UTF_8));
        Instant known = Instant.parse(answer.path("knownFrom").asText());
        await(() -> clock.instant().isAfter(known));
    }

    private void prepare(URI address, List<OutgoingEvent> events) {
        for (int from = 0; from < events.size(); from += AT_ONCE) {
            List<OutgoingEvent> some = events.subList(from, Math.min(events.size(), from + AT_ONCE));
            post(address.resolve("/api/v1/events"), "application/x-ndjson", lines(some));
        }
    }

    private byte[] lines(List<OutgoingEvent> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (OutgoingEvent event : events) {
            bytes.writeBytes(writer.write(event));
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    private JsonNode post(URI to, String type, byte[] body) {
        return exchange(HttpRequest.newBuilder(to)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private JsonNode exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() / HUNDRED != 2) {
                throw new IllegalStateException(
                        "The server answered " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Sends no faster than later on, and no faster than is answered; returns when all is judged. */
    private int warmUp(URI address, EventLoad load) {
        Latencies ignored = new Latencies(clock.instant());
        LongAdder refused = new LongAdder();
        Instant end = clock.instant().plus(plan.warmUp);
        int sent = 0;
        while (clock.instant().isBefore(end)) {
            Instant now = clock.instant();
            List<OutgoingEvent> events = IntStream.range(sent, sent + plan.atOnce)
                    .mapToObj(place -> load.at(place, now))
                    .toList();
            sent += plan.atOnce;
            Duration pace = Duration.ofSeconds(plan.atOnce).dividedBy(plan.perSecond);
            send(address, events, now.plus(pace), ignored, refused);
        }
        int all = sent;
        await(() -> judged(address) >= all);
        return all;
    }

    private long judged(URI address) {
        long judged = 0;
        for (JsonNode source : get(address.resolve("/api/v1/status")).path("sources")) {
            judged += source.path("received").asLong();
        }
        return judged;
    }

    /** Sends events at their instant, whether or not those before were answered, but on so many lines at most. */
    private void send(URI address, List<OutgoingEvent> events, Instant due, Latencies door, LongAdder refused) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/v1/events"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(lines(events)))
                .build();
        for (Duration left = until(due); !left.isNegative() && !left.isZero(); left = until(due)) {
            LockSupport.parkNanos(left.toNanos());
        }
        lines.acquireUninterruptibly();
        var unused = http.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, error) -> {
            lines.release();
            door.add(due, clock.instant());
            if (error != null || answer.statusCode() != ACCEPTED) {
                refused.add(events.size());
            }
        });
    }

    private Duration until(Instant due) {
        return Duration.between(clock.instant(), due);
    }

    /** Asks for the figure again and again. */
    private void look(URI address, Pulse.Observer figures) {
        URI figure = address.resolve("/api/v1/compliance?promise=completion&unit=" + Pulse.UNIT);
        while (!figures.sawAll()) {
            int n = get(figure).path("rows").path(0).path("n").asInt();
            figures.sees(n, clock.instant());
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private JsonNode get(URI from) {
        return exchange(HttpRequest.newBuilder(from).build());
    }

    private void await(BooleanSupplier condition) {
        Instant deadline = clock.instant().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (clock.instant().isAfter(deadline)) {
                throw new IllegalStateException("Not all events came to be counted within " + PATIENCE.toMinutes()
                        + " minutes: run it on a machine that does nothing else.");
            }
            LockSupport.parkNanos(WAIT.toNanos());
        }
    }
}
