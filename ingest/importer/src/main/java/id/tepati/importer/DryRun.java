package id.tepati.importer;

import id.tepati.contract.event.Checked;
import id.tepati.contract.event.EventReader;
import id.tepati.contract.event.Register;
import id.tepati.contract.event.Rejection;
import id.tepati.rules.event.EventType;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * Shows what an import would send: the first events whole, then how many of each type; and reports what the gateway
 * would refuse, so far as that can be told without the catalogue and the clock of the server.
 */
final class DryRun {
    private static final int SHOWN = 3;

    private final String source;
    private final PrintStream out;
    private final Map<EventType, Long> byType = new EnumMap<>(EventType.class);
    private final RefusalReport report;
    private final EventReader reader = new EventReader();
    private long shown;
    private long refused;

    DryRun(String source, PrintStream out, RefusalReport report) {
        this.source = source;
        this.out = out;
        this.report = report;
    }

    void add(ImportEvent event) {
        byType.merge(event.type(), 1L, Long::sum);
        byte[] json = EventJson.write(source, event);
        // read as if received when it happened: whether it lies ahead, the server's clock tells
        if (reader.read(json, Register.ALL_KNOWN, event.time()) instanceof Checked.Rejected rejected) {
            refused++;
            report.add(refusal(event.line(), rejected.rejection()));
        } else if (shown < SHOWN) {
            shown++;
            out.println(new String(json, StandardCharsets.UTF_8));
        }
    }

    private static RefusedRow refusal(long line, Rejection rejection) {
        return new RefusedRow(
                line,
                "gateway",
                rejection.code().wireName(),
                "the gateway would refuse it at " + rejection.pointer(),
                rejection.cure());
    }

    /** What the gateway would say to the events. */
    GatewayTotals delivery() {
        return new GatewayTotals(0, 0, 0, refused);
    }

    void finish() {
        byType.forEach((type, count) -> out.printf("%s: %,d%n", type.shortName(), count));
    }
}
