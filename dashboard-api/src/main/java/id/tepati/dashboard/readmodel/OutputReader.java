package id.tepati.dashboard.readmodel;

import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.Progress;
import id.tepati.contract.output.Restatement;
import id.tepati.contract.output.SourceRow;
import id.tepati.contract.output.TallyRow;
import id.tepati.contract.topic.Topics;
import id.tepati.dashboard.store.ChangeSet;
import id.tepati.dashboard.store.DayTally;
import id.tepati.dashboard.store.Series;
import id.tepati.dashboard.store.StoredCase;
import id.tepati.rules.CaseKey;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Slot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns records of the output topics into changes of the model. */
final class OutputReader {
    /** The topics it reads. */
    static final List<String> TOPICS = List.of(
            Topics.CASES, Topics.TALLIES, Topics.RESTATEMENTS, Topics.SOURCES, Topics.PROGRESS, Topics.DEAD_LETTERS);

    private OutputReader() {}

    /** What a record changes. */
    @FunctionalInterface
    interface Change {
        /** For records that the model does not hold. */
        Change NOTHING = (changes, marks) -> {};

        void apply(ChangeSet changes, ProgressFence<?> marks);
    }

    /**
     * The change that a record makes.
     *
     * @param value null for a tombstone
     * @throws RuntimeException where the record cannot be read
     */
    static Change read(String topic, byte[] keyBytes, byte @Nullable [] value) {
        String key = new String(keyBytes, StandardCharsets.UTF_8);
        return switch (topic) {
            case Topics.CASES -> caseChange(key, value);
            case Topics.TALLIES -> tallyChange(key, value);
            case Topics.RESTATEMENTS -> restatementChange(key, value);
            case Topics.SOURCES -> {
                OutputKey.OfSource source = OutputKey.OfSource.parse(key);
                byte[] record = value == null ? null : SourceRow.fromJson(value).toJson();
                yield (changes, marks) -> changes.putSource(source, record);
            }
            case Topics.DEAD_LETTERS -> {
                OutputKey.OfDeadLetter id = OutputKey.OfDeadLetter.parse(key);
                DeadLetter letter = value == null ? null : DeadLetter.fromJson(value);
                yield (changes, marks) -> changes.putDeadLetter(id, letter);
            }
            case Topics.PROGRESS -> progressChange(value);
            default -> throw new IllegalArgumentException("no output topic: " + topic);
        };
    }

    private static Change caseChange(String text, byte @Nullable [] value) {
        CaseKey key = OutputKey.OfCase.parse(text).key();
        StoredCase next = value == null ? null : StoredCase.of(key, value);
        return (changes, marks) -> changes.putCase(key, next);
    }

    private static Change tallyChange(String text, byte @Nullable [] value) {
        OutputKey.OfTally key = OutputKey.OfTally.parse(text);
        Slot slot = key.slot();
        if (!(slot.bucket() instanceof Bucket.Day day)) {
            return Change.NOTHING;
        }
        Series series = new Series(slot.service().value(), slot.promise().value());
        DayTally tally = value == null ? null : DayTally.of(TallyRow.JSON.read(value));
        return (changes, marks) -> changes.putTally(key.unit(), series, day.date(), tally);
    }

    private static Change restatementChange(String text, byte @Nullable [] value) {
        OutputKey.OfRestatement key = OutputKey.OfRestatement.parse(text);
        Restatement restatement = value == null ? null : Restatement.JSON.read(value);
        if (restatement != null && !restatement.key().equals(key)) {
            throw new IllegalArgumentException("the record is of another restatement than its key");
        }
        return (changes, marks) -> changes.putRestatement(key, restatement);
    }

    private static Change progressChange(byte @Nullable [] value) {
        if (value == null) {
            return Change.NOTHING;
        }
        Progress progress = Progress.fromJson(value);
        return (changes, marks) -> marks.hear(progress.partition(), progress.asOf());
    }
}
