package id.tepati.standalone.bench;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One viewer of the live stream, who notes how old what is on the screen gets before the next update comes. It looks for
 * two values in the bytes and parses nothing, since hundreds of viewers run beside what is measured.
 */
final class StreamViewer {
    private static final String END = "\n\n";
    private static final String AS_OF = "\"asOf\":\"";
    private static final String ID = "\"id\":";
    private static final String ROW = "\"id\":\"" + ProbeCases.UNIT + "\"";
    private static final String N = "\"n\":";

    private final ProbeCases.Observer pulse;
    private final Clock clock;
    private final Instant from;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private CompletableFuture<?> watching = new CompletableFuture<>();
    private @Nullable Instant shown;
    private volatile Duration worst = Duration.ZERO;
    private volatile boolean ended;

    private StreamViewer(ProbeCases.Observer pulse, Clock clock, Instant from) {
        this.pulse = pulse;
        this.clock = clock;
        this.from = from;
    }

    /** Begins to watch; ages count from an instant on. */
    static StreamViewer watch(HttpClient http, URI live, ProbeCases.Observer pulse, Clock clock, Instant from) {
        StreamViewer watcher = new StreamViewer(pulse, clock, from);
        HttpRequest request = HttpRequest.newBuilder(live).build();
        watcher.watching = http.sendAsync(request, BodyHandlers.ofByteArrayConsumer(watcher::receive));
        var unused = watcher.watching.whenComplete((answer, error) -> watcher.ended = true);
        return watcher;
    }

    /** How old the figures on the screen ever were. */
    Duration worst() {
        return worst;
    }

    boolean isCutOff() {
        return ended;
    }

    /** Closes the page. */
    void leave() {
        watching.cancel(true);
    }

    /** Takes what came, in pieces that need not be whole messages. */
    private void receive(Optional<byte[]> piece) {
        piece.ifPresent(received::writeBytes);
        String text = received.toString(StandardCharsets.ISO_8859_1);
        if (text.endsWith(END)) {
            received.reset();
            text.lines().forEach(this::see);
        }
    }

    private void see(String line) {
        int asOf = line.indexOf(AS_OF);
        if (asOf < 0) {
            return;
        }
        Instant now = clock.instant();
        Instant before = shown;
        if (before != null && now.isAfter(from)) {
            Duration age = Duration.between(before, now);
            worst = age.compareTo(worst) > 0 ? age : worst;
        }
        int text = asOf + AS_OF.length();
        shown = Instant.parse(line.substring(text, line.indexOf('"', text)));
        int row = line.indexOf(ROW);
        int n = row < 0 ? -1 : line.indexOf(N, row);
        int next = row < 0 ? -1 : line.indexOf(ID, row + ROW.length());
        if (n >= 0 && (next < 0 || n < next)) {
            int digits = n + N.length();
            pulse.sees(Integer.parseInt(line, digits, line.indexOf(',', digits), 10), now);
        }
    }
}
