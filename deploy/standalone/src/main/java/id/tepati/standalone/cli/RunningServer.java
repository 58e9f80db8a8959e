package id.tepati.standalone.cli;

import id.tepati.standalone.app.Role;
import id.tepati.standalone.app.Server;
import id.tepati.standalone.app.ServerSettings;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server in the foreground: says what runs where, and stays until it is stopped or dies. */
final class RunningServer implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 100;

    private final Server server;
    private final PrintStream out;
    private final Alongside alongside;
    private final CountDownLatch stop = new CountDownLatch(1);

    private RunningServer(Server server, PrintStream out, Alongside alongside) {
        this.server = server;
        this.out = out;
        this.alongside = alongside;
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
        RunningServer running = new RunningServer(Server.start(settings, clock), out, alongside);
        Runtime.getRuntime().addShutdownHook(new Thread(running::stopFromOutside, "tepati-stop"));
        running.introduce(settings);
        alongside.begin(running.server.address());
        if (running.awaitReady()) {
            out.printf(
                    Locale.ROOT,
                    "Ready after %.1f s. Ctrl-C stops it.%n",
                    Duration.between(begun, clock.instant()).toMillis() / 1e3);
        }
        return running;
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
            Optional<String> dead = server.whyDead();
            if (dead.isPresent()) {
                System.err.println("tepati: " + dead.get());
                return Exit.DIED;
            }
            pause();
        }
        return Exit.OK;
    }

    private void pause() {
        try {
            stop.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    /** The process was asked to end: it may only once everything is closed. */
    private void stopFromOutside() {
        if (stop.getCount() > 0) {
            out.println("Tepati is stopping ...");
        }
        close();
    }

    @Override
    public synchronized void close() {
        stop.countDown();
        alongside.close();
        server.close();
    }
}
