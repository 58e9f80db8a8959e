package id.tepati.standalone.bench;

import id.tepati.client.EventStream;
import id.tepati.client.TepatiClient;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private final ProbeCases.Observer probes;
    private final Clock clock;
    private final Instant from;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final EventStream stream;
    private @Nullable Instant shown;
    private volatile Duration worst = Duration.ZERO;

    private StreamViewer(TepatiClient server, ProbeCases.Observer probes, Clock clock, Instant from) {
        this.probes = probes;
        this.clock = clock;
        this.from = from;
        this.stream = server.live(this::receive);
    }

    /** Begins to watch; ages count from an instant on. */
    static StreamViewer watch(TepatiClient server, ProbeCases.Observer probes, Clock clock, Instant from) {
        return new StreamViewer(server, probes, clock, from);
    }

    /** How old the figures on the screen ever were. */
    Duration worst() {
        return worst;
    }

    boolean isCutOff() {
        return stream.isEnded();
    }

    /** Closes the page. */
    void leave() {
        stream.close();
    }

    /** Takes what came, in pieces that need not be whole messages. */
    private void receive(byte[] piece) {
        received.writeBytes(piece);
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
            probes.sees(Integer.parseInt(line, digits, line.indexOf(',', digits), 10), now);
        }
    }
}
