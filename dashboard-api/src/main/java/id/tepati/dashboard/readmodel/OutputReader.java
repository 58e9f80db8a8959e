package id.tepati.dashboard.readmodel;

import id.tepati.contract.output.CaseRow;
import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.Progress;
import id.tepati.contract.output.Restatement;
import id.tepati.contract.output.SourceRow;
import id.tepati.contract.output.TallyRow;
import id.tepati.contract.topic.Topics;
import id.tepati.rules.CaseKey;
import id.tepati.rules.UnitId;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Slot;
import java.nio.charset.StandardCharsets;
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
                OutputKey.OfSource source = OutputKey.OfSource.parse(key);
                SourceRow row = value == null ? null : SourceRow.fromJson(value);
                yield (model, marks) -> model.putSource(source, row);
            }
            case Topics.DEAD_LETTERS -> {
                OutputKey.OfDeadLetter id = OutputKey.OfDeadLetter.parse(key);
                DeadLetter letter = value == null ? null : DeadLetter.fromJson(value);
                yield (model, marks) -> model.putDeadLetter(id, letter);
            }
            case Topics.PROGRESS -> progressChange(value);
            default -> throw new IllegalArgumentException("no output topic: " + topic);
        };
    }

    private Change caseChange(String text, byte @Nullable [] value) {
        CaseKey key = OutputKey.OfCase.parse(text).key();
        HeldCase held = value == null ? null : HeldCase.of(CaseRow.JSON.read(value), value, this::oneOf);
        if (held != null
                && !(held.unit().equals(key.unit().value())
                        && held.id().equals(key.id().value()))) {
            throw new IllegalArgumentException("the record is of another case than its key");
        }
        return (model, marks) -> model.putCase(key, held);
    }

    private Change tallyChange(String text, byte @Nullable [] value) {
        OutputKey.OfTally key = OutputKey.OfTally.parse(text);
        Slot slot = key.slot();
        if (!(slot.bucket() instanceof Bucket.Day day)) {
            return Change.NOTHING;
        }
        UnitId unit = new UnitId(oneOf(key.unit().value()));
        Series series =
                new Series(oneOf(slot.service().value()), oneOf(slot.promise().value()));
        DayTally tally = value == null ? null : DayTally.of(TallyRow.JSON.read(value));
        return (model, marks) -> model.putTally(unit, series, day.date(), tally);
    }

    private static Change restatementChange(String text, byte @Nullable [] value) {
        OutputKey.OfRestatement key = OutputKey.OfRestatement.parse(text);
        Restatement restatement = value == null ? null : Restatement.JSON.read(value);
        if (restatement != null && !restatement.key().equals(key)) {
            throw new IllegalArgumentException("the record is of another restatement than its key");
        }
        return (model, marks) -> model.putRestatement(key, restatement);
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
