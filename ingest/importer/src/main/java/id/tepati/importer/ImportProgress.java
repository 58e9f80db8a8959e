package id.tepati.importer;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** Prints how far the import is, about once a second. Not thread-safe. */
final class ImportProgress {
    private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final PrintStream out;
    private final long startedNanos = System.nanoTime();
    private long shownNanos = startedNanos;

    ImportProgress(PrintStream out) {
        this.out = out;
    }

    /** Prints nothing. */
    static ImportProgress silent() {
        return new ImportProgress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    void show(long rows, long events) {
        if (System.nanoTime() - shownNanos >= EVERY_NANOS) {
            say(rows, events);
        }
    }

    void say(long rows, long events) {
        shownNanos = System.nanoTime();
        double seconds = Math.max(0.001, (shownNanos - startedNanos) / 1e9);
        out.printf(Locale.ROOT, "%,d rows, %,d events, %,.0f events/s%n", rows, events, events / seconds);
    }

    void say(String sentence) {
        out.println(sentence);
    }
}
