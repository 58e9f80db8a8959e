package id.tepati.dashboard.store;

import id.tepati.contract.output.CaseRow;
import id.tepati.rules.CaseId;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Asks the rows of cases. Confined to one question. */
public final class CaseRows {
    private final Handle handle;

    CaseRows(Handle handle) {
        this.handle = handle;
    }

    /** All that was published of a case. */
    public Optional<CaseRow> find(UnitId unit, CaseId id) {
        return handle.createQuery("SELECT record FROM cases WHERE unit = :unit AND case_id = :id")
                .bind("unit", unit.value())
                .bind("id", id.value())
                .map((row, context) -> StoredCase.unpack(row.getBytes(1)))
                .findOne();
    }

    /**
     * Those of a unit with events that wait for an opening event, by id.
     *
     * @param after the last id of the page before; empty for the first page
     */
    public List<CaseRow> incomplete(UnitId unit, String after, int limit) {
        return handle.createQuery("""
                        SELECT record FROM cases WHERE incomplete = 1 AND unit = :unit AND case_id > :after
                        ORDER BY case_id LIMIT :limit
                        """)
                .bind("unit", unit.value())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> StoredCase.unpack(row.getBytes(1)))
                .list();
    }

    /**
     * A case of which every clock has ended.
     *
     * @param broken whether a promise of it was broken
     */
    public record Finished(Instant at, boolean broken) {}

    /** Tells the cases of a unit that were finished from one instant up to another, the latter excluded. */
    public void finished(UnitId unit, Instant from, Instant until, Consumer<Finished> reader) {
        handle.createQuery("""
                        SELECT finished_at, broken FROM cases
                        WHERE unit = :unit AND finished_at >= :from AND finished_at < :until
                        """)
                .bind("unit", unit.value())
                .bind("from", Column.micros(from))
                .bind("until", Column.micros(until))
                .map((row, context) -> new Finished(Column.instant(row.getLong(1)), row.getInt(2) == 1))
                .forEach(reader);
    }
}
