package id.tepati.dashboard.store;

import id.tepati.contract.output.CaseRow;
import id.tepati.rules.CaseKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A case as it goes into its rows. Immutable. */
public final class StoredCase {
    private final String unit;
    private final String id;
    private final boolean incomplete;
    private final List<StoredClock> clocks;
    private final byte[] record;

    private StoredCase(CaseRow row, byte[] record) {
        this.unit = row.unit();
        this.id = row.caseId();
        this.incomplete = row.incomplete();
        this.clocks = row.clocks().stream().map(StoredClock::of).toList();
        this.record = record;
    }

    /**
     * Takes what is needed of a record.
     *
     * @throws IllegalArgumentException where the record is of another case than its key, or cannot be read
     */
    public static StoredCase of(CaseKey key, byte[] record) {
        CaseRow row = CaseRow.JSON.read(record);
        boolean isOfKey = row.unit().equals(key.unit().value())
                && row.caseId().equals(key.id().value());
        if (!isOfKey) {
            throw new IllegalArgumentException("the record is of another case than its key");
        }
        if (row.clocks().size() > CaseTable.PLACES) {
            throw new IllegalArgumentException("a case has no more than " + CaseTable.PLACES + " clocks");
        }
        return new StoredCase(row, RecordPacking.pack(record));
    }

    String unit() {
        return unit;
    }

    String id() {
        return id;
    }

    /** Whether events wait for an opening event; until it comes they count in no figure. */
    boolean incomplete() {
        return incomplete;
    }

    List<StoredClock> clocks() {
        return clocks;
    }

    /** The published bytes, packed; not to be changed. */
    byte[] record() {
        return record;
    }

    /** The record that was packed. */
    static CaseRow unpack(byte[] record) {
        return CaseRow.JSON.read(RecordPacking.unpack(record));
    }

    /** How it stands by those of its clocks that a promise is of. */
    CaseStanding standing(Instant now) {
        return clocks.stream()
                .filter(StoredClock::runsAgainstPromise)
                .map(clock -> clock.standing(now))
                .max(CaseStanding::compareTo)
                .orElse(CaseStanding.NONE);
    }

    /** When its last clock ended; empty while one runs, and where all fell away: then none has a time that it took. */
    Optional<Instant> finishedAt() {
        boolean isFinished = clocks.stream().noneMatch(StoredClock::isOpen)
                && clocks.stream().anyMatch(clock -> clock.seconds() != null);
        return isFinished
                ? clocks.stream()
                        .flatMap(clock -> Optional.ofNullable(clock.end()).stream())
                        .max(Instant::compareTo)
                : Optional.empty();
    }

    /** Whether a promise of it was broken. */
    boolean isBroken() {
        return clocks.stream().anyMatch(StoredClock::isLate);
    }

    /** A case that went, or the one that came in place of it. */
    record Change(CaseKey key, @Nullable StoredCase next) {}
}
