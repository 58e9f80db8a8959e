package id.tepati.standalone.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a process that has no memory left. All that it needs is there beforehand, classes as well, for which reason it has
 * to be rehearsed. Standard error hears the sentence in any case. Logging takes memory: some is kept back for it, which
 * others may take first, and after five seconds it is given up. Thread-safe.
 */
final class LastWords {
    private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);
    private static final long FOR_THE_LOG_NANOS = 5_000_000_000L;
    private static final int KEPT_BACK = 1 << 20;
    private static final long LOOK_EVERY_NANOS = 10_000_000;

    private final int exit;
    private final Runtime process = Runtime.getRuntime();
    private final FileOutputStream stderr = new FileOutputStream(FileDescriptor.err);
    private final AtomicReference<byte @Nullable []> keptBack = new AtomicReference<>(new byte[KEPT_BACK]);
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch logged = new CountDownLatch(1);
    private final Thread logger = new Thread(this::log, "tepati-last-words");
    private volatile String text = "";
    private volatile @Nullable Throwable cause;
    private volatile boolean meant;

    /** What can be said. */
    static final class Sentence {
        private final String text;
        private final byte[] line;

        Sentence(String text) {
            this.text = text;
            this.line = ("tepati: " + text + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * Prepares the end.
     *
     * @param exit the code that the process then ends with
     */
    LastWords(int exit) {
        this.exit = exit;
        logger.setDaemon(true);
        logger.start();
        loadWhatEndsAProcess();
    }

    private void loadWhatEndsAProcess() {
        try {
            Thread hook = new Thread(() -> {});
            process.addShutdownHook(hook);
            process.removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // it ends already, as after a short command, so that is loaded
            return;
        }
    }

    /** Until now nothing that was to be said was heard: from now on it is, and ends the process. */
    void mean() {
        meant = true;
    }

    /** Ends the process; comes back only in a rehearsal, and to the thread that logs it. */
    void say(Sentence last, @Nullable Throwable why) {
        if (Thread.currentThread() == logger) {
            return;
        }
        while (meant && !ending.compareAndSet(false, true)) {
            LockSupport.park(this);
        }
        try {
            write(last.line, meant ? last.line.length : 0);
            text = last.text;
            cause = why;
            if (meant) {
                keptBack.set(null);
                asked.countDown();
            }
            awaitLogged(meant ? FOR_THE_LOG_NANOS : LOOK_EVERY_NANOS);
        } finally {
            if (meant) {
                process.halt(exit);
            }
        }
    }

    private void write(byte[] line, int length) {
        try {
            stderr.write(line, 0, length);
        } catch (IOException e) {
            // nobody listens there; the log still may
            return;
        }
    }

    private void awaitLogged(long nanos) {
        long begun = System.nanoTime();
        while (logged.getCount() > 0 && System.nanoTime() - begun < nanos) {
            LockSupport.parkNanos(this, LOOK_EVERY_NANOS);
        }
    }

    private void log() {
        try {
            asked.await();
            while (!isLogged()) {
                // the process ends meanwhile, where there is no room for it
                cause = null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            logged.countDown();
        }
    }

    private boolean isLogged() {
        try {
            LOG.atError().addMarker(ServerLog.TOLD).setCause(cause).log(text);
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }
}
