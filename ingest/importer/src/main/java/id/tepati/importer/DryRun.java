package id.tepati.importer;

import id.tepati.rules.event.EventType;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Shows what an import would send: the first events whole, then how many of each type. */
final class DryRun {
    private static final int SHOWN = 3;

    private final String source;
    private final PrintStream out;
    private final Map<EventType, Long> byType = new EnumMap<>(EventType.class);
    private long shown;

    DryRun(String source, PrintStream out) {
        this.source = source;
        this.out = out;
    }

    void add(RowEvents row) {
        row.events().forEach(this::add);
    }

    private void add(ImportEvent event) {
        byType.merge(event.type(), 1L, Long::sum);
        if (shown < SHOWN) {
            shown++;
            out.println(new String(EventJson.write(source, event), StandardCharsets.UTF_8));
        }
    }

    void finish() {
        byType.forEach((type, count) -> out.printf(Locale.ROOT, "%s: %,d%n", type.shortName(), count));
    }
}
