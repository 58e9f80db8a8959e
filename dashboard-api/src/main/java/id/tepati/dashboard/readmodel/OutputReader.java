package id.tepati.dashboard.readmodel;

import id.tepati.contract.output.CaseRow;
import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.output.Progress;
import id.tepati.contract.output.Restatement;
import id.tepati.contract.output.SourceRow;
import id.tepati.contract.output.TallyRow;
import id.tepati.contract.topic.Topics;
import id.tepati.rules.UnitId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns records of the output topics into changes of the model. Confined to the reading thread. */
final class OutputReader {
    /** The topics it reads. */
    static final List<String> TOPICS = List.of(
            Topics.CASES, Topics.TALLIES, Topics.RESTATEMENTS, Topics.SOURCES, Topics.PROGRESS, Topics.DEAD_LETTERS);

    /** What a record changes. */
    @FunctionalInterface
    interface Change {
        /** For records that the model does not hold. */
        Change NOTHING = (model, marks) -> {};

        void apply(MemoryModel model, ProgressFence<?> marks);
    }

    private final Map<String, String> names = new HashMap<>();

    /**
     * The change that a record makes.
     *
     * @param value null for a tombstone
     * @throws RuntimeException where the record cannot be read
     */
    Change read(String topic, byte[] keyBytes, byte @Nullable [] value) {
        String key = new String(keyBytes, StandardCharsets.UTF_8);
        return switch (topic) {
            case Topics.CASES -> caseChange(key, value);
            case Topics.TALLIES -> tallyChange(key, value);
            case Topics.RESTATEMENTS -> restatementChange(key, value);
            case Topics.SOURCES -> {
                SourceRow row = value == null ? null : SourceRow.fromJson(value);
                yield (model, marks) -> model.putSource(key, row);
            }
            case Topics.DEAD_LETTERS -> {
                DeadLetter letter = value == null ? null : DeadLetter.fromJson(value);
                yield (model, marks) -> model.putDeadLetter(key, letter);
            }
            case Topics.PROGRESS -> progressChange(value);
            default -> throw new IllegalArgumentException("no output topic: " + topic);
        };
    }

    private Change caseChange(String key, byte @Nullable [] value) {
        int bar = key.indexOf('|');
        if (bar < 0) {
            throw new IllegalArgumentException("the key of a case is unit|case");
        }
        UnitId unit = new UnitId(key.substring(0, bar));
        String id = key.substring(bar + 1);
        HeldCase held = value == null ? null : HeldCase.of(CaseRow.JSON.read(value), value, this::oneOf);
        if (held != null && !(held.unit().equals(unit.value()) && held.id().equals(id))) {
            throw new IllegalArgumentException("the record is of another case than its key");
        }
        return (model, marks) -> model.putCase(unit, id, held);
    }

    private Change tallyChange(String key, byte @Nullable [] value) {
        String[] parts = key.split("\\|", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("the key of a tally is unit|service|promise|bucket");
        }
        if (parts[3].indexOf('T') >= 0) {
            return Change.NOTHING;
        }
        UnitId unit = new UnitId(oneOf(parts[0]));
        Series series = new Series(oneOf(parts[1]), oneOf(parts[2]));
        LocalDate day = LocalDate.parse(parts[3]);
        DayTally tally = value == null ? null : DayTally.of(TallyRow.JSON.read(value));
        return (model, marks) -> model.putTally(unit, series, day, tally);
    }

    private static Change restatementChange(String key, byte @Nullable [] value) {
        String[] parts = key.split("\\|", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("the key of a restatement is unit|day|cause|learnedDay");
        }
        UnitId unit = new UnitId(parts[0]);
        LocalDate day = LocalDate.parse(parts[1]);
        Restatement restatement = value == null ? null : Restatement.JSON.read(value);
        if (restatement != null && !restatement.key().equals(key)) {
            throw new IllegalArgumentException("the record is of another restatement than its key");
        }
        return (model, marks) -> model.putRestatement(unit, day, key, restatement);
    }

    private static Change progressChange(byte @Nullable [] value) {
        if (value == null) {
            return Change.NOTHING;
        }
        Progress progress = Progress.fromJson(value);
        return (model, marks) -> marks.hear(progress.partition(), progress.asOf());
    }

    private String oneOf(String name) {
        String known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }
}
