package id.tepati.dashboard.readmodel;

import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.Restatement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The day tallies, restatements and cases of one unit. Read it inside one query only: it changes under the model's lock. */
public final class UnitFigures {
    private final SortedMap<Series, NavigableMap<LocalDate, DayTally>> days = new TreeMap<>();
    private final NavigableMap<LocalDate, Map<OutputKey.OfRestatement, Restatement>> restatements = new TreeMap<>();
    private final Map<String, HeldCase> cases = new HashMap<>();
    private final Map<String, HeldCase> openCases = new HashMap<>();
    private final Map<String, HeldCase> incompleteCases = new HashMap<>();

    private long revision;

    UnitFigures() {}

    /** Counts the changes since this process began to read; equal numbers mean equal figures. */
    public long revision() {
        return revision;
    }

    /** Its tallies by promise and local day. */
    public Map<Series, NavigableMap<LocalDate, DayTally>> days() {
        return Collections.unmodifiableMap(days);
    }

    /** What was restated of local days, by their keys. */
    public NavigableMap<LocalDate, Map<OutputKey.OfRestatement, Restatement>> restatements() {
        return Collections.unmodifiableNavigableMap(restatements);
    }

    /** Every case held, in no particular order. */
    public Collection<HeldCase> cases() {
        return Collections.unmodifiableCollection(cases.values());
    }

    /** Those with a clock that has not ended. */
    public Collection<HeldCase> openCases() {
        return Collections.unmodifiableCollection(openCases.values());
    }

    /** Those with events that wait for an opening event. */
    public Collection<HeldCase> incompleteCases() {
        return Collections.unmodifiableCollection(incompleteCases.values());
    }

    /** One case. */
    public Optional<HeldCase> caseOf(String id) {
        return Optional.ofNullable(cases.get(id));
    }

    /** Puts a tally in place of the former one and tells by how many there are more. */
    int put(Series series, LocalDate day, DayTally tally) {
        revision++;
        return days.computeIfAbsent(series, absent -> new TreeMap<>()).put(day, tally) == null ? 1 : 0;
    }

    /** Removes a tally and tells by how many there are more: -1 or 0. */
    int remove(Series series, LocalDate day) {
        NavigableMap<LocalDate, DayTally> ofSeries = days.get(series);
        if (ofSeries == null || ofSeries.remove(day) == null) {
            return 0;
        }
        revision++;
        if (ofSeries.isEmpty()) {
            days.remove(series);
        }
        return -1;
    }

    /** Puts a restatement in place of the former one, or removes it. */
    void replace(OutputKey.OfRestatement key, @Nullable Restatement restatement) {
        revision++;
        Map<OutputKey.OfRestatement, Restatement> ofDay =
                restatements.computeIfAbsent(key.day(), absent -> new HashMap<>());
        if (restatement == null) {
            ofDay.remove(key);
        } else {
            ofDay.put(key, restatement);
        }
    }

    /** Puts a case in place of the former one, or removes it, and tells by how many there are more. */
    int replace(String id, @Nullable HeldCase held) {
        revision++;
        HeldCase former = held == null ? cases.remove(id) : cases.put(id, held);
        file(openCases, id, held, HeldCase::hasOpenClock);
        file(incompleteCases, id, held, HeldCase::isIncomplete);
        return (held == null ? 0 : 1) - (former == null ? 0 : 1);
    }

    private static void file(
            Map<String, HeldCase> some, String id, @Nullable HeldCase held, Predicate<HeldCase> belongs) {
        if (held != null && belongs.test(held)) {
            some.put(id, held);
        } else {
            some.remove(id);
        }
    }
}
