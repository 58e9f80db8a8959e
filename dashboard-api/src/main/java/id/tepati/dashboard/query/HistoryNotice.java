package id.tepati.dashboard.query;

import id.tepati.contract.output.SourceRow;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.UnitId;
import id.tepati.rules.source.HistoryLoad;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * That history comes in while figures are asked for, and how far it is: until it is through they are provisional.
 *
 * @param sources how many sources it comes from, those of the units asked for alone
 * @param records how many of its records were read, wherever they belong
 * @param of how many there will be; null where one of the imports does not say
 */
public record HistoryNotice(
        long sources, long records, @Nullable Long of) {

    /** Under one name another total is another import. */
    private record Key(String batch, @Nullable Long of) {}

    /** An import with what came of it, by unit and source. */
    private record Import(HistoryLoad load, List<SourceRow> parts) {
        Import plus(Import other) {
            parts.addAll(other.parts);
            return new Import(load.plus(other.load), parts);
        }

        boolean concerns(Predicate<UnitId> units) {
            return parts.stream().map(SourceRow::unit).anyMatch(units);
        }
    }

    /** That of the imports of which some came to units; null where there are none, or they are through. */
    static @Nullable HistoryNotice of(Model model, Predicate<UnitId> units) {
        List<Import> running =
                running(model).stream().filter(each -> each.concerns(units)).toList();
        if (running.isEmpty()) {
            return null;
        }
        long sources = running.stream()
                .flatMap(each -> each.parts.stream())
                .filter(row -> units.test(row.unit()))
                .map(SourceRow::source)
                .distinct()
                .count();
        List<HistoryLoad> loads = running.stream().map(Import::load).toList();
        return new HistoryNotice(
                sources, loads.stream().mapToLong(HistoryLoad::records).sum(), total(loads));
    }

    /** The units to which some came of imports that run. */
    static Set<UnitId> units(Model model) {
        return running(model).stream()
                .flatMap(each -> each.parts.stream())
                .map(SourceRow::unit)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static @Nullable Long total(List<HistoryLoad> loads) {
        List<Long> told =
                loads.stream().map(HistoryLoad::of).filter(Objects::nonNull).toList();
        return told.size() < loads.size()
                ? null
                : Long.valueOf(told.stream().mapToLong(Long::longValue).sum());
    }

    private static Collection<Import> running(Model model) {
        Map<Key, Import> imports = new HashMap<>();
        for (SourceRow row : model.everySource()) {
            SourceRow.Loaded part = row.loaded();
            if (part != null) {
                HistoryLoad load = new HistoryLoad(part.records(), part.of(), part.learned());
                imports.merge(
                        new Key(part.batch(), part.of()),
                        new Import(load, new ArrayList<>(List.of(row))),
                        Import::plus);
            }
        }
        Instant asOf = model.asOf().orElse(null);
        return imports.values().stream()
                .filter(each -> each.load.isRunning(asOf))
                .toList();
    }
}
