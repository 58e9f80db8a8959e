package id.tepati.standalone.demo;

import id.tepati.client.Credentials;
import id.tepati.client.RetryPolicy;
import id.tepati.client.ServerAddress;
import id.tepati.client.TepatiClient;
import id.tepati.contract.event.ImportBatch;
import id.tepati.standalone.demo.city.City;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Lets the invented city live on a server: publishes its catalogue, sends its past with the newest date first, and
 * meanwhile and afterwards what happens. Thread-safe.
 */
public final class Demo implements AutoCloseable {
    private static final long USUAL_SEED = 1;
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final int MAY_WAIT = 1500;

    /** A laptop may be busy with other things. */
    private static final RetryPolicy TEN_MINUTES =
            new RetryPolicy(LOOK_AGAIN, Duration.ofSeconds(1), Duration.ofMinutes(10));

    /** The city's past is loaded, at every start; only what changes of it later is a restatement. */
    private static final String PAST = "tepati-demo";

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(3);

    private final City city;
    private final DayMarks marks;
    private final int days;
    private final Clock clock;
    private final DemoProgress progress;
    private final StoppableWait stop = new StoppableWait(LOOK_AGAIN);
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    private Demo(City city, DayMarks marks, int days, Clock clock, DemoProgress progress) {
        this.city = city;
        this.marks = marks;
        this.days = days;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Invents the city, or goes on with the one that the data directory holds. The directory is of this city from now
     * on, even if no server starts on it.
     *
     * @param seed null for the one of the data, or the usual one
     * @param days how many local dates to go back, today included
     * @throws DemoException where the directory holds something else or cannot be written
     */
    public static Demo of(Path data, @Nullable Long seed, int days, Clock clock, PrintStream out) {
        DayMarks marks = DayMarks.open(data, seed, USUAL_SEED, LocalDate.ofInstant(clock.instant(), City.ZONE));
        marks.save();
        City city = City.invent(marks.seed(), marks.founded());
        return new Demo(city, marks, days, clock, new DemoProgress(out, clock));
    }

    /** Begins to send to the server at an address; returns at once. */
    public void begin(URI address) {
        TepatiClient server =
                new TepatiClient(new ServerAddress(address), TEN_MINUTES, Credentials.of(System.getenv()), stop);
        run("tepati-demo-past", () -> past(new HttpEventSender(server)));
    }

    private void past(HttpEventSender sender) {
        Optional<Instant> knownFrom = sender.publish(city.files());
        PastEvents missing = new PastEvents(city, marks, clock.instant());
        LocalDate today = LocalDate.ofInstant(missing.start(), City.ZONE);
        ImportBatch batch = batch(missing.count(today, days));
        knownFrom.ifPresent(this::awaitKnown);
        progress.begins(city, days);
        UpcomingEvents upcoming = new UpcomingEvents(city, today);
        run("tepati-demo-live", () -> live(new LiveFeed(upcoming, sender, marks), new HeartbeatFeed(city, sender)));
        HistoryFeed history = new HistoryFeed(missing, upcoming, sender.of(batch));
        Pacer pacer = new Pacer(sender, stop, MAY_WAIT);
        for (int back = 0; back < days && !stop.isOver(); back++) {
            LocalDate date = today.minusDays(back);
            boolean known = marks.sent(date).isPresent();
            int events = history.load(date, () -> mayGoOn(pacer, sender));
            if (!stop.isOver()) {
                progress.sent(back + 1, date, known, events);
            }
        }
        progress.finished(history.finishBefore(today.minusDays(days - 1L), () -> mayGoOn(pacer, sender)));
        if (!stop.isOver()) {
            progress.isComplete();
        }
        while (!stop.isOver() && !progress.look(sender)) {
            stop.rest();
        }
    }

    private static ImportBatch batch(long events) {
        return events == 0 ? new ImportBatch(PAST) : new ImportBatch(PAST, events);
    }

    private boolean mayGoOn(Pacer pacer, HttpEventSender sender) {
        progress.look(sender);
        pacer.awaitRoom();
        return !stop.isOver();
    }

    private void awaitKnown(Instant knownFrom) {
        while (!stop.isOver() && clock.instant().isBefore(knownFrom)) {
            stop.rest();
        }
    }

    private void live(LiveFeed feed, HeartbeatFeed heartbeats) {
        while (!stop.isOver()) {
            Instant now = clock.instant();
            feed.tick(now);
            heartbeats.tick(now);
            stop.rest(TICK);
        }
        marks.save();
    }

    private void run(String name, Runnable work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        fail(e);
                    }
                },
                name);
        threads.add(thread);
        thread.start();
    }

    private void fail(RuntimeException e) {
        if (!stop.isOver()) {
            stop.end();
            progress.fails(e);
        }
    }

    /** Stops sending and notes how far it came. */
    @Override
    public void close() {
        stop.end();
        threads.forEach(Demo::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join(STOPS_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
