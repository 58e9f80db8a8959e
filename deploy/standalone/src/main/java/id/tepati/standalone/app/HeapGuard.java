package id.tepati.standalone.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Ends this process with a sentence where it is out of memory, which else stands still for ever: when its heap is
 * exhausted by {@link HeapWatch}, and when an {@link OutOfMemoryError} reaches a thread. Most of those are caught by
 * whoever runs the thread, Kafka above all, and then logged, so it looks at what is logged too.
 *
 * <p>Java's own means do not serve. {@code -XX:+ExitOnOutOfMemoryError} ends with a code and a sentence that are not ours,
 * and like {@code UseGCOverheadLimit} of the parallel collector it does not help where there is always room in the end
 * for the next small thing.
 */
public final class HeapGuard {
    private static final Logger LOG = LoggerFactory.getLogger(HeapGuard.class);
    private static final long MEGABYTE = 1L << 20;
    private static final int CAUSES = 20;

    private final LastWords words;
    private final LastWords.Sentence exhausted;
    private final LastWords.Sentence noRoom;
    private final LastWords.Sentence elsewhere;
    private boolean warned;

    private HeapGuard(int exit, long megabytes) {
        String heap = "heap of " + megabytes + " MB (-Xmx)";
        String more = "-Xmx" + 2 * megabytes + "m";
        String cure = ": give it more, with TEPATI_JAVA_OPTIONS=" + more + " for deploy/tepati or java " + more
                + ", and start again; nothing that was acknowledged is lost.";
        this.words = new LastWords(exit);
        this.exhausted = new LastWords.Sentence("The " + heap + " is full, and for " + HeapWatch.WINDOW.toSeconds()
                + " s Java did little but collect garbage" + cure);
        this.noRoom = new LastWords.Sentence("The " + heap + " is full" + cure);
        this.elsewhere = new LastWords.Sentence("Java got no more memory outside of its " + heap
                + ": read in the log what for, look at the memory and the limits of this machine, and start again;"
                + " nothing that was acknowledged is lost.");
    }

    /**
     * Begins to guard, on a thread of its own.
     *
     * @param exit the code that the process then ends with
     */
    public static void begin(int exit) {
        Thread thread = new Thread(() -> new HeapGuard(exit, megabytes()).run(), "tepati-heap-guard");
        thread.setDaemon(true);
        thread.start();
    }

    /** As it was given, while Java counts what it can use of it at once. */
    private static long megabytes() {
        String bytes = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("MaxHeapSize")
                .getValue();
        return Long.parseLong(bytes) / MEGABYTE;
    }

    private void run() {
        rehearse();
        Thread.setDefaultUncaughtExceptionHandler(this::onUncaught);
        ((LoggerContext) LoggerFactory.getILoggerFactory()).addTurboFilter(new OfWhatIsLogged());
        HeapWatch watch = new HeapWatch();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                take(watch.look(HeapUse.now()));
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rehearse() {
        onUncaught(Thread.currentThread(), new IllegalStateException(new OutOfMemoryError("none in a rehearsal")));
        words.mean();
    }

    private void take(HeapWatch.State state) {
        if (state == HeapWatch.State.EXHAUSTED) {
            words.say(exhausted, null);
        } else if (state == HeapWatch.State.TIGHT && !warned) {
            warned = true;
            LOG.atWarn()
                    .addKeyValue(
                            "used",
                            String.format(
                                    Locale.ROOT, "%.0f %%", 100 * HeapUse.now().longLived()))
                    .log("the heap is nearly full: give it more (-Xmx) before it ends this process");
        }
    }

    /** Java's own way of telling the rest is one line on a console and a stack trace in the log of a server. */
    private void onUncaught(Thread thread, Throwable error) {
        if (!isOutOfMemory(error)) {
            LOG.atError()
                    .setCause(error)
                    .addKeyValue("thread", thread.getName())
                    .log("a thread ended by an error");
        }
    }

    /** Ends the process if it is, without taking memory. */
    private boolean isOutOfMemory(Throwable error) {
        Throwable cause = error;
        for (int i = 0; i < CAUSES && cause != null; i++) {
            if (cause instanceof OutOfMemoryError) {
                words.say(isOfHeap(cause.getMessage()) ? noRoom : elsewhere, error);
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    static boolean isOfHeap(@Nullable String message) {
        return message == null || message.startsWith("Java heap space") || message.startsWith("GC overhead limit");
    }

    /** Sees what is logged before it takes any memory. */
    private final class OfWhatIsLogged extends TurboFilter {
        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                ch.qos.logback.classic.Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] params,
                @Nullable Throwable error) {
            if (error != null) {
                isOutOfMemory(error);
            } else if (params != null && params.length > 0 && params[params.length - 1] instanceof Throwable last) {
                isOutOfMemory(last);
            }
            return FilterReply.NEUTRAL;
        }
    }
}
