package id.tepati.dashboard.store;

import id.tepati.contract.output.Restatement;
import id.tepati.contract.output.SourceRow;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * What queries read: the database as of one commit, and the catalogue. It stands still while one query runs and must not
 * be kept beyond. Confined to one query.
 */
public final class Model {
    private static final int ROWS_AT_ONCE = 5_000;

    /** Of more units than this it is cheaper to look at all. */
    private static final int NAMED_UNITS = 300;

    private static final String OLDER_DAYS = """
            SELECT unit, service, promise, tally_day, opened, no_promise, on_time, late, late_open, cancelled, unserved,
              duration, used
            FROM tallies WHERE gone = 0 AND tally_day >= :from AND tally_day <= :to <asked>
            """;

    private final Handle handle;
    private final State state;
    private final KeptFigures figures;
    private final CatalogueView catalogue;
    private final boolean isWhole;

    /** The one row that says how the database stands. */
    record State(
            long epoch,
            long commit,
            long figuresCommit,
            @Nullable Instant asOf,
            boolean filled,
            long records,
            long unreadable) {
        static State of(Handle handle) {
            return handle.createQuery("""
                            SELECT epoch, commit_no, figures_commit_no, as_of, filled, records, unreadable FROM model
                            """)
                    .map((row, context) -> new State(
                            row.getLong("epoch"),
                            row.getLong("commit_no"),
                            row.getLong("figures_commit_no"),
                            Column.instant(row, "as_of").orElse(null),
                            row.getInt("filled") == 1,
                            row.getLong("records"),
                            row.getLong("unreadable")))
                    .one();
        }
    }

    Model(Handle handle, State state, KeptFigures figures, CatalogueView catalogue) {
        this(handle, state, figures, catalogue, true);
    }

    private Model(Handle handle, State state, KeptFigures figures, CatalogueView catalogue, boolean isWhole) {
        this.isWhole = isWhole;
        this.handle = handle;
        this.state = state;
        this.figures = figures;
        this.catalogue = catalogue;
    }

    /**
     * The same for somebody to whom there are no other units than these and those below them: what is asked about another
     * one is answered as if it was never published.
     */
    public Model seenFrom(Set<UnitId> roots) {
        return new Model(handle, state, figures, catalogue.seenFrom(roots), false);
    }

    /** Whether a unit is seen; where all are, also one that was never published. */
    public boolean sees(UnitId unit) {
        return isWhole || catalogue.knows(unit);
    }

    /** The catalogue. */
    public CatalogueView catalogue() {
        return catalogue;
    }

    /** Up to which instant every partition is judged and read; empty until that is known of all. */
    public Optional<Instant> asOf() {
        return Optional.ofNullable(state.asOf());
    }

    /**
     * Grows with the changes of cases, tallies, restatements and catalogue. With equal numbers all of these are equal;
     * sources, dead letters and {@link #asOf} change without being counted.
     */
    public long revision() {
        return state.figuresCommit() + catalogue.revision();
    }

    /** The figures of a unit that are at hand. */
    public UnitFigures figures(UnitId unit) {
        return sees(unit) ? figures.units().getOrDefault(unit.value(), UnitFigures.NONE) : UnitFigures.NONE;
    }

    /** Every source of every unit that is seen, in no particular order. */
    public Collection<SourceRow> sources() {
        return isWhole
                ? everySource()
                : everySource().stream().filter(row -> sees(row.unit())).toList();
    }

    /** Every source, seen or not: how far an import is can be told of all of it alone. */
    public Collection<SourceRow> everySource() {
        return figures.sources().values();
    }

    /** Takes the tally of a day of a promise of a unit. */
    @FunctionalInterface
    public interface DayVisitor {
        /** A tally of a day. */
        void visit(UnitId unit, Series series, LocalDate day, DayTally tally);
    }

    /** Tells the day tallies of units in a period, both ends included. */
    public void days(Collection<UnitId> units, LocalDate from, LocalDate to, DayVisitor visitor) {
        int first = Column.bound(from);
        int last = Column.bound(to);
        if (first < figures.recentFrom()) {
            olderDays(units, first, Math.min(last, figures.recentFrom() - 1), visitor);
        }
        int recent = Math.max(first, figures.recentFrom());
        for (UnitId unit : units) {
            figures(unit)
                    .promises()
                    .forEach((series, promise) -> promise.recent()
                            .each(recent, last, (day, tally) -> visitor.visit(unit, series, day, tally)));
        }
    }

    private void olderDays(Collection<UnitId> units, int first, int last, DayVisitor visitor) {
        Map<String, UnitId> asked = units.stream().collect(Collectors.toMap(UnitId::value, unit -> unit));
        boolean named = asked.size() <= NAMED_UNITS;
        Query query = handle.createQuery(OLDER_DAYS.replace("<asked>", named ? "AND unit IN (<units>)" : ""));
        if (named) {
            query.bindList("units", List.copyOf(asked.keySet()));
        }
        query.bind("from", first)
                .bind("to", last)
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) -> {
                    UnitId unit = asked.get(row.getString(1));
                    if (unit != null) {
                        Series series = new Series(row.getString(2), row.getString(3));
                        visitor.visit(unit, series, LocalDate.ofEpochDay(row.getInt(4)), KeptFigures.tally(row));
                    }
                    return first;
                })
                .forEach(read -> {});
    }

    /** What was restated of days of units in a period, both ends included, in no particular order. */
    public List<Restatement> restatements(Collection<UnitId> units, LocalDate from, LocalDate to) {
        Set<String> asked = units.stream().map(UnitId::value).collect(Collectors.toSet());
        boolean named = asked.size() <= NAMED_UNITS;
        Query query = handle.createQuery("SELECT unit, record FROM restatements"
                + " WHERE restated_day >= :from AND restated_day <= :to"
                + (named ? " AND unit IN (<units>)" : ""));
        if (named) {
            query.bindList("units", List.copyOf(asked));
        }
        return query
                .bind("from", Column.bound(from))
                .bind("to", Column.bound(to))
                .map((row, context) -> asked.contains(row.getString(1))
                        ? Optional.of(Restatement.JSON.read(row.getBytes(2)))
                        : Optional.<Restatement>empty())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The rows of clocks. */
    public ClockRows clocks() {
        return new ClockRows(handle, this::zone);
    }

    private ZoneId zone(String unit) {
        return catalogue.zone(new UnitId(unit));
    }

    /** The rows of cases. */
    public CaseRows cases() {
        return new CaseRows(handle);
    }

    /** The rows of dead letters that are seen: what was refused and is not replayed or dismissed yet. */
    public LetterRows letters() {
        return new LetterRows(handle, isWhole ? null : catalogue.units());
    }

    /**
     * How much a model holds.
     *
     * @param tallies day tallies
     */
    public record Sizes(long units, long cases, long tallies, long sources, long deadLetters) {}

    /** How much it holds. */
    public Sizes sizes() {
        return new Sizes(
                figures.units().size(),
                figures.units().values().stream().mapToLong(UnitFigures::cases).sum(),
                figures.units().values().stream()
                        .flatMap(unit -> unit.promises().values().stream())
                        .mapToLong(PromiseFigures::tallies)
                        .sum(),
                figures.sources().size(),
                letters().count(new LetterRows.Filter(null, null, null, null)));
    }
}
