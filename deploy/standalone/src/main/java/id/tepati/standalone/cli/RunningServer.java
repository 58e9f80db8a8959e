package id.tepati.standalone.cli;

import id.tepati.broker.EmbeddedBroker;
import id.tepati.standalone.app.Role;
import id.tepati.standalone.app.Server;
import id.tepati.standalone.app.ServerSettings;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** A server in the foreground: says what runs where, and stays until it is stopped or dies. */
final class RunningServer implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 100;

    private final Server server;
    private final PrintStream out;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopFromOutside, "tepati-stop");
    private final AtomicReference<Integer> exit = new AtomicReference<>();

    private RunningServer(Server server, PrintStream out) {
        this.server = server;
        this.out = out;
    }

    /** Runs a server until it is stopped or dies; answers the exit code. */
    static int run(ServerSettings settings) {
        PrintStream out = System.out;
        try (RunningServer server = start(settings, Clock.systemUTC(), out, Alongside.NOTHING)) {
            return server.stay();
        }
    }

    /**
     * Starts a server and waits until it is ready.
     *
     * @param alongside what is to be done while it runs, given its address as soon as events are taken; closed before
     *     the server
     */
    static RunningServer start(ServerSettings settings, Clock clock, PrintStream out, Alongside alongside) {
        Instant begun = clock.instant();
        out.println("Tepati " + TepatiCommand.Version.ofJar() + " is starting ...");
        RunningServer running = new RunningServer(new Server(settings, clock), out);
        running.begin(settings, alongside);
        if (running.awaitReady()) {
            out.printf(
                    Locale.ROOT,
                    "Ready after %.1f s. Ctrl-C stops it.%n",
                    Duration.between(begun, clock.instant()).toMillis() / 1e3);
        }
        return running;
    }

    private void begin(ServerSettings settings, Alongside alongside) {
        Runtime.getRuntime().addShutdownHook(hook);
        EmbeddedBroker.onGivingUp(this::haltAsKafkaGaveUp);
        try {
            server.start();
            server.closeFirst("what runs alongside", alongside);
            introduce(settings);
            alongside.begin(server.address());
        } catch (RuntimeException e) {
            awaitEndIfAsked();
            letGoOfHook();
            throw e;
        }
    }

    /** Work that needs a server that takes events. */
    interface Alongside extends AutoCloseable {
        /** Nothing besides serving. */
        Alongside NOTHING = address -> {};

        /** Begins; returns at once. */
        void begin(URI address);

        @Override
        default void close() {}
    }

    private void introduce(ServerSettings settings) {
        if (settings.roles().contains(Role.DASHBOARD)) {
            out.println("  page       " + server.address() + "/");
        }
        String broker = settings.cluster().isPresent() ? "cluster at " : "embedded, for producers at ";
        out.println("  Kafka      " + broker + server.kafka());
        if (settings.roles().contains(Role.PIPELINE)) {
            out.println("  data       " + settings.data().toAbsolutePath().normalize());
            out.println("  pipeline   " + settings.partitions() + " partitions, " + settings.threads() + " threads");
        }
        if (settings.roles().contains(Role.GATEWAY)) {
            out.println("  events     POST " + server.address() + "/api/v1/events");
        }
        if (settings.roles().contains(Role.DASHBOARD)) {
            out.println("  figures    " + server.address() + "/api/v1/compliance?unit=UNIT&subtree=true");
            out.println("  status     " + server.address() + "/api/v1/status");
        }
        out.println("  condition  " + server.address() + "/readyz");
        settings.warnings().forEach(warning -> out.println("  WARNING    " + warning));
    }

    private boolean awaitReady() {
        while (server.whyDead().isEmpty() && stop.getCount() > 0) {
            if (server.isReady()) {
                return true;
            }
            pause();
        }
        return false;
    }

    /** Stays until somebody stops the process or the server dies. */
    int stay() {
        while (stop.getCount() > 0) {
            Optional<String> full = server.whyFull();
            if (full.isPresent()) {
                return end(full.get(), Exit.FULL_DISK);
            }
            Optional<String> dead = server.whyDead();
            if (dead.isPresent()) {
                return end(dead.get() + whereToRead(), Exit.DIED);
            }
            pause();
        }
        return Exit.OK;
    }

    private int end(String why, int code) {
        if (exit.compareAndSet(null, code)) {
            say(why);
        }
        return code;
    }

    private String whereToRead() {
        return server.log()
                .map(log -> " The log is " + log.toAbsolutePath() + ".")
                .orElse("");
    }

    private static void say(String sentence) {
        System.err.println("tepati: " + sentence);
    }

    private void pause() {
        try {
            stop.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    /**
     * The process was asked to end: it does so once everything is closed, or the time for that is over. The machine
     * would say that it was ended by a signal, though it did what it was asked.
     */
    private void stopFromOutside() {
        if (exit.compareAndSet(null, Exit.OK)) {
            out.println("Tepati is stopping ...");
        }
        try {
            end();
        } finally {
            out.flush();
            Runtime.getRuntime().halt(code());
        }
    }

    private int code() {
        Integer decided = exit.get();
        int code = decided == null ? Exit.OK : decided;
        return code == Exit.OK && !server.leftAlone().isEmpty() ? Exit.CUT_SHORT : code;
    }

    private synchronized void end() {
        stop.countDown();
        server.close();
        if (!server.leftAlone().isEmpty()) {
            say("These did not end in time and were cut short, which loses nothing that was acknowledged: "
                    + String.join(", ", server.leftAlone()) + ".");
        }
    }

    @Override
    public void close() {
        awaitEndIfAsked();
        end();
        letGoOfHook();
    }

    /** Then the process ends with the hook, and whatever else goes wrong meanwhile is of no interest. */
    private void awaitEndIfAsked() {
        while (Objects.equals(exit.get(), Exit.OK)) {
            LockSupport.park();
        }
    }

    private void letGoOfHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the hook is at work, and ends the process with the code that was decided
            return;
        }
    }

    /** On a thread of Kafka's, which must not go on. */
    private void haltAsKafkaGaveUp() {
        Optional<String> full = server.whyFull();
        say(full.orElse(
                        "The embedded Kafka broker gave up, such as for a disk that failed: look at the disk and start again.")
                + whereToRead());
        Runtime.getRuntime().halt(full.isPresent() ? Exit.FULL_DISK : Exit.DIED);
    }
}
