package id.tepati.dashboard.query;

import id.tepati.contract.text.WithinText;
import id.tepati.rules.event.PromisedAt;
import id.tepati.rules.judge.Trace;
import id.tepati.rules.judge.TraceStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of a trace as JSON objects: {@code step} names the kind, the other fields are those of the kind. */
final class TraceLines {
    private TraceLines() {}

    static List<Map<String, Object>> of(Trace trace) {
        return trace.steps().stream().map(TraceLines::line).toList();
    }

    private static Map<String, Object> line(TraceStep step) {
        if (step instanceof TraceStep.Days it) {
            return days(it);
        }
        if (step instanceof TraceStep.Stretch it) {
            return fields("stretch")
                    .with("from", it.from())
                    .with("to", it.to())
                    .with("counted", it.counted().toMillis() / 1000.0)
                    .with("total", it.total().toMillis() / 1000.0)
                    .values;
        }
        if (step instanceof TraceStep.StoodStill it) {
            return fields("stood-still")
                    .with("kind", wire(it.kind()))
                    .with("from", it.from())
                    .with("to", it.to())
                    .values;
        }
        if (step instanceof TraceStep.Started it) {
            return fields("started")
                    .with("by", it.by().shortName())
                    .with("at", it.at())
                    .with("day", it.day())
                    .values;
        }
        if (step instanceof TraceStep.CountedBy it) {
            return fields("counted-by")
                    .with("calendar", it.calendar().value())
                    .with("versions", it.versions())
                    .with("zone", it.zone().getId())
                    .values;
        }
        return step instanceof TraceStep.Governed it ? governed(it) : outcome(step);
    }

    private static Map<String, Object> governed(TraceStep.Governed it) {
        return fields("governed")
                .with("basis", wire(it.basis()))
                .with("standard", it.standard())
                .with("version", it.standard() == null ? null : it.version())
                .with("sk", it.sk())
                .with("within", WithinText.format(it.within()))
                .values;
    }

    private static Map<String, Object> days(TraceStep.Days it) {
        return fields("days")
                .with("from", it.from())
                .with("to", it.to())
                .with("reason", wire(it.reason()))
                .with("note", it.note().isEmpty() ? null : it.note())
                .with("certainty", wire(it.certainty()))
                .with("counted", it.counted())
                .with("total", it.total())
                .values;
    }

    private static Map<String, Object> outcome(TraceStep step) {
        if (step instanceof TraceStep.DueAt it) {
            return fields("due")
                    .with("at", it.at())
                    .with("day", it.day())
                    .with("certainty", wire(it.certainty()))
                    .values;
        }
        if (step instanceof TraceStep.Reached it) {
            return fields("reached")
                    .with("outcome", wire(it.outcome()))
                    .with("at", it.at())
                    .with("day", it.day())
                    .values;
        }
        if (step instanceof TraceStep.StatedLimit it) {
            return it.limit() instanceof PromisedAt.At at
                    ? fields("stated-limit").with("at", at.instant()).values
                    : fields("stated-limit").with("day", ((PromisedAt.EndOfDay) it.limit()).date()).values;
        }
        if (step instanceof TraceStep.NotKnown it) {
            return fields("not-known").with("earliest", it.earliest()).values;
        }
        return fields(
                        step instanceof TraceStep.Suspended
                                ? "suspended"
                                : step instanceof TraceStep.NoNumber ? "no-number" : "unnamed")
                .values;
    }

    private static Fields fields(String step) {
        return new Fields().with("step", step);
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static final class Fields {
        private final Map<String, Object> values = new LinkedHashMap<>();

        Fields with(String name, @Nullable Object value) {
            if (value != null) {
                values.put(name, value);
            }
            return this;
        }
    }
}
