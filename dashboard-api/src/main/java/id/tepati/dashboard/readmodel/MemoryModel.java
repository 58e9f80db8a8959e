package id.tepati.dashboard.readmodel;

import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.Restatement;
import id.tepati.contract.output.SourceRow;
import id.tepati.rules.CaseKey;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The model in maps. Not thread-safe: {@link ReadModel} guards it, tests own theirs. */
final class MemoryModel implements Model {
    private final Map<UnitId, UnitFigures> units = new HashMap<>();
    private final Map<OutputKey.OfSource, SourceRow> sources = new HashMap<>();
    private final Map<OutputKey.OfDeadLetter, DeadLetter> deadLetters = new HashMap<>();
    private CatalogueView catalogue = CatalogueView.EMPTY;
    private @Nullable Instant asOf;
    private long revision;
    private long cases;
    private long tallies;

    void putCase(CaseKey key, @Nullable HeldCase held) {
        revision++;
        cases += figuresOf(key.unit()).replace(key.id().value(), held);
    }

    void putTally(UnitId unit, Series series, LocalDate day, @Nullable DayTally tally) {
        revision++;
        UnitFigures figures = figuresOf(unit);
        tallies += tally == null ? figures.remove(series, day) : figures.put(series, day, tally);
    }

    void putRestatement(OutputKey.OfRestatement key, @Nullable Restatement restatement) {
        revision++;
        figuresOf(key.unit()).replace(key, restatement);
    }

    void putSource(OutputKey.OfSource key, @Nullable SourceRow row) {
        replace(sources, key, row);
    }

    void putDeadLetter(OutputKey.OfDeadLetter key, @Nullable DeadLetter letter) {
        replace(deadLetters, key, letter);
    }

    void catalogue(CatalogueView next) {
        revision++;
        catalogue = next;
    }

    void asOf(Instant next) {
        asOf = next;
    }

    private UnitFigures figuresOf(UnitId unit) {
        return units.computeIfAbsent(unit, absent -> new UnitFigures());
    }

    private static <K, T> void replace(Map<K, T> map, K key, @Nullable T value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    @Override
    public CatalogueView catalogue() {
        return catalogue;
    }

    @Override
    public Optional<UnitFigures> figures(UnitId unit) {
        return Optional.ofNullable(units.get(unit));
    }

    @Override
    public Optional<Instant> asOf() {
        return Optional.ofNullable(asOf);
    }

    @Override
    public Collection<SourceRow> sources() {
        return Collections.unmodifiableCollection(sources.values());
    }

    @Override
    public Collection<DeadLetter> deadLetters() {
        return Collections.unmodifiableCollection(deadLetters.values());
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public Sizes sizes() {
        return new Sizes(units.size(), cases, tallies, sources.size(), deadLetters.size());
    }
}
