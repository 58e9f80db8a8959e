package id.tepati.dashboard.query;

import id.tepati.contract.text.WithinText;
import id.tepati.rules.WireName;
import id.tepati.rules.judge.Trace;
import id.tepati.rules.judge.TraceStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of a trace as JSON objects: {@code step} names the kind, the other fields are those of the kind. */
final class TraceLines implements TraceStep.Visitor<Map<String, Object>> {
    private TraceLines() {}

    static List<Map<String, Object>> of(Trace trace) {
        TraceLines lines = new TraceLines();
        return trace.steps().stream().map(step -> step.accept(lines)).toList();
    }

    @Override
    public Map<String, Object> started(TraceStep.Started it) {
        return fields("started")
                .with("by", it.by().shortName())
                .with("at", it.at())
                .with("day", it.day())
                .values;
    }

    @Override
    public Map<String, Object> governed(TraceStep.Governed it) {
        return fields("governed")
                .with("basis", WireName.of(it.basis()))
                .with("standard", it.standard())
                .with("version", it.standard() == null ? null : it.version())
                .with("sk", it.sk())
                .with("within", WithinText.format(it.within()))
                .values;
    }

    @Override
    public Map<String, Object> unnamed(TraceStep.Unnamed it) {
        return fields("unnamed").values;
    }

    @Override
    public Map<String, Object> countedBy(TraceStep.CountedBy it) {
        return fields("counted-by")
                .with("calendar", it.calendar().value())
                .with("versions", it.versions())
                .with("zone", it.zone().getId())
                .values;
    }

    @Override
    public Map<String, Object> days(TraceStep.Days it) {
        return fields("days")
                .with("from", it.from())
                .with("to", it.to())
                .with("reason", WireName.of(it.reason()))
                .with("note", it.note().isEmpty() ? null : it.note())
                .with("certainty", WireName.of(it.certainty()))
                .with("counted", it.counted())
                .with("total", it.total())
                .values;
    }

    @Override
    public Map<String, Object> stretch(TraceStep.Stretch it) {
        return fields("stretch")
                .with("from", it.from())
                .with("to", it.to())
                .with("counted", it.counted().toMillis() / 1000.0)
                .with("total", it.total().toMillis() / 1000.0)
                .values;
    }

    @Override
    public Map<String, Object> stoodStill(TraceStep.StoodStill it) {
        return fields("stood-still")
                .with("kind", WireName.of(it.kind()))
                .with("from", it.from())
                .with("to", it.to())
                .values;
    }

    @Override
    public Map<String, Object> statedLimit(TraceStep.StatedLimit it) {
        Fields line = fields("stated-limit");
        return it.limit().either(instant -> line.with("at", instant), day -> line.with("day", day)).values;
    }

    @Override
    public Map<String, Object> dueAt(TraceStep.DueAt it) {
        return fields("due")
                .with("at", it.at())
                .with("day", it.day())
                .with("certainty", WireName.of(it.certainty()))
                .values;
    }

    @Override
    public Map<String, Object> notKnown(TraceStep.NotKnown it) {
        return fields("not-known").with("earliest", it.earliest()).values;
    }

    @Override
    public Map<String, Object> suspended(TraceStep.Suspended it) {
        return fields("suspended").values;
    }

    @Override
    public Map<String, Object> noNumber(TraceStep.NoNumber it) {
        return fields("no-number").values;
    }

    @Override
    public Map<String, Object> reached(TraceStep.Reached it) {
        return fields("reached")
                .with("outcome", WireName.of(it.outcome()))
                .with("at", it.at())
                .with("day", it.day())
                .values;
    }

    private static Fields fields(String step) {
        return new Fields().with("step", step);
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
