package id.tepati.contract.catalogue.draft;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.yaml.Fields;
import id.tepati.contract.yaml.Problems;
import id.tepati.rules.Published;
import id.tepati.rules.catalogue.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Checks that a unit's day is changed a day ahead: by it tickets that are out already are told from those of tomorrow.
 */
final class NoticeCheck {
    private static final Duration NOTICE = Duration.ofDays(1);
    private final CatalogueSnapshot published;
    private final Instant now;
    private final Problems problems;

    NoticeCheck(CatalogueSnapshot published, Instant now, Problems problems) {
        this.published = published;
        this.now = now;
        this.problems = problems;
    }

    void check(List<Located> entries) {
        for (Located located : entries) {
            if (located.entry() instanceof CatalogueEntry.OfUnit of) {
                inForce(of.published()).ifPresent(former -> check(located.fields(), of.published(), former));
            }
        }
    }

    /** What governs the day on which a version takes effect as long as it is not published. */
    private Optional<Unit> inForce(Published<Unit> version) {
        List<Published<Unit>> versions = published.entries().stream()
                .filter(CatalogueEntry.OfUnit.class::isInstance)
                .map(entry -> ((CatalogueEntry.OfUnit) entry).published())
                .filter(unit -> unit.content().id().equals(version.content().id()))
                .toList();
        return versions.stream()
                .filter(unit -> unit.isEffectiveOn(version.effectiveFrom()))
                .max(Published.BY_EFFECT)
                .or(() -> versions.stream().min(Published.BY_EFFECT))
                .map(Published::content);
    }

    private void check(Fields fields, Published<Unit> drafted, Unit former) {
        Unit unit = drafted.content();
        boolean sameZone = unit.zone().equals(former.zone());
        if (sameZone && unit.dayStart().equals(former.dayStart())) {
            return;
        }
        LocalDate earliest =
                LocalDate.ofInstant(now.plus(NOTICE), former.zone()).plusDays(1);
        if (drafted.effectiveFrom().isBefore(earliest)) {
            problems.add(
                    fields.at(sameZone ? "dayStart" : "zone"),
                    "changes the unit's "
                            + (sameZone
                                    ? "dayStart from " + former.dayStart() + " to " + unit.dayStart()
                                    : "zone from " + former.zone() + " to " + unit.zone())
                            + " without a day's notice",
                    "publish it as a further entry of the unit with effectiveFrom: " + earliest + " or later");
        }
    }
}
