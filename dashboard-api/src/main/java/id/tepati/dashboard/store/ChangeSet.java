package id.tepati.dashboard.store;

import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.Restatement;
import id.tepati.rules.CaseKey;
import id.tepati.rules.UnitId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one reading of the topics changes, the last word on each key alone; an empty value takes its key away. Not
 * thread-safe.
 */
public final class ChangeSet {
    private final Map<CaseKey, StoredCase.Change> cases = new LinkedHashMap<>();
    private final Map<TallyKey, Optional<DayTally>> tallies = new LinkedHashMap<>();
    private final Map<OutputKey.OfRestatement, Optional<byte[]>> restatements = new LinkedHashMap<>();
    private final Map<OutputKey.OfSource, Optional<byte[]>> sources = new LinkedHashMap<>();
    private final Map<OutputKey.OfDeadLetter, Optional<DeadLetter>> letters = new LinkedHashMap<>();

    /** Names a day tally. */
    record TallyKey(String unit, Series series, LocalDate day) {}

    /** Puts a case in place of the former one, or removes it. */
    public void putCase(CaseKey key, @Nullable StoredCase next) {
        cases.put(key, new StoredCase.Change(key, next));
    }

    /** Puts a tally in place of the former one, or removes it. */
    public void putTally(UnitId unit, Series series, LocalDate day, @Nullable DayTally next) {
        tallies.put(new TallyKey(unit.value(), series, day), Optional.ofNullable(next));
    }

    /** Puts a restatement in place of the former one, or removes it. */
    public void putRestatement(OutputKey.OfRestatement key, @Nullable Restatement next) {
        restatements.put(key, Optional.ofNullable(next).map(Restatement.JSON::write));
    }

    /** Puts a source in place of the former one, or removes it. */
    public void putSource(OutputKey.OfSource key, byte @Nullable [] record) {
        sources.put(key, Optional.ofNullable(record));
    }

    /** Puts a letter in place of the former one, or removes it. */
    public void putDeadLetter(OutputKey.OfDeadLetter key, @Nullable DeadLetter next) {
        letters.put(key, Optional.ofNullable(next));
    }

    Map<CaseKey, StoredCase.Change> cases() {
        return cases;
    }

    Map<TallyKey, Optional<DayTally>> tallies() {
        return tallies;
    }

    Map<OutputKey.OfRestatement, Optional<byte[]>> restatements() {
        return restatements;
    }

    Map<OutputKey.OfSource, Optional<byte[]>> sources() {
        return sources;
    }

    Map<OutputKey.OfDeadLetter, Optional<DeadLetter>> letters() {
        return letters;
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return cases.isEmpty() && tallies.isEmpty() && restatements.isEmpty() && sources.isEmpty() && letters.isEmpty();
    }
}
