package id.tepati.dashboard.query;

import id.tepati.contract.output.Restatement;
import id.tepati.dashboard.standing.CaseKind;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.PromiseName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What changed of days that had settled. */
public final class RestatementList {
    private RestatementList() {}

    /** The answer, latest learned first; {@code total} counts those of all pages. */
    public record Answer(
            long total, List<Item> restatements, @Nullable String next) {}

    /**
     * One day of a unit, changed for one cause learned on one day; the other fields are those of the record.
     *
     * @param kinds of the cases: ticket, application, complaint; those of clocks of a later version are left out
     */
    public record Item(
            String unit,
            LocalDate day,
            String cause,
            LocalDate learnedDay,
            Instant first,
            Instant last,
            long cases,
            List<String> kinds,
            List<Restatement.Line> lines) {
        static Item of(Restatement restatement) {
            return new Item(
                    restatement.unit(),
                    restatement.day(),
                    restatement.cause(),
                    restatement.learnedDay(),
                    restatement.first(),
                    restatement.last(),
                    restatement.cases(),
                    restatement.lines().stream()
                            .map(line -> new PromiseName(line.promise()).clockId())
                            .flatMap(clock -> Stream.ofNullable(CaseKind.ofClock(clock)))
                            .distinct()
                            .toList(),
                    restatement.lines());
        }
    }

    /** Those of a unit, with the units below it if so asked, and of days in a period. */
    public static Answer answer(Model model, UnitId unit, boolean subtree, Period period, Page.Wanted wanted) {
        Set<UnitId> units = subtree ? model.catalogue().subtree(unit) : Set.of(unit);
        List<Restatement> found = model.restatements(units, period.first(), period.last());
        Page<Restatement> page = Page.of(found, RestatementList::latestFirst, wanted);
        return new Answer(page.total(), page.items().stream().map(Item::of).toList(), page.next());
    }

    /** A text that sorts what was learned latest first. */
    private static String latestFirst(Restatement restatement) {
        long before = Long.MAX_VALUE - restatement.last().toEpochMilli();
        return String.format(Locale.ROOT, "%019d|%s", before, restatement.key());
    }
}
