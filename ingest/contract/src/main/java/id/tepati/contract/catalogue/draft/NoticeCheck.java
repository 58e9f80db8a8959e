package id.tepati.contract.catalogue.draft;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.yaml.Fields;
import id.tepati.contract.yaml.Problems;
import id.tepati.rules.catalogue.UnitVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Checks that a unit's day is changed a day ahead: by it tickets that are out already are told from those of tomorrow.
 */
final class NoticeCheck {
    private static final Duration NOTICE = Duration.ofDays(1);
    private static final Comparator<UnitVersion> ORDER =
            Comparator.comparing(UnitVersion::effectiveFrom).thenComparing(UnitVersion::version);

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
                inForce(of.unit()).ifPresent(former -> check(located.fields(), of.unit(), former));
            }
        }
    }

    /** What governs the day on which a version takes effect as long as it is not published. */
    private Optional<UnitVersion> inForce(UnitVersion version) {
        List<UnitVersion> versions = published.entries().stream()
                .filter(CatalogueEntry.OfUnit.class::isInstance)
                .map(entry -> ((CatalogueEntry.OfUnit) entry).unit())
                .filter(unit -> unit.id().equals(version.id()))
                .toList();
        return versions.stream()
                .filter(unit -> !unit.effectiveFrom().isAfter(version.effectiveFrom()))
                .max(ORDER)
                .or(() -> versions.stream().min(ORDER));
    }

    private void check(Fields fields, UnitVersion version, UnitVersion former) {
        boolean sameZone = version.zone().equals(former.zone());
        if (sameZone && version.dayStart().equals(former.dayStart())) {
            return;
        }
        LocalDate earliest =
                LocalDate.ofInstant(now.plus(NOTICE), former.zone()).plusDays(1);
        if (version.effectiveFrom().isBefore(earliest)) {
            problems.add(
                    fields.at(sameZone ? "dayStart" : "zone"),
                    "changes the unit's "
                            + (sameZone
                                    ? "dayStart from " + former.dayStart() + " to " + version.dayStart()
                                    : "zone from " + former.zone() + " to " + version.zone())
                            + " without a day's notice",
                    "publish it as a further entry of the unit with effectiveFrom: " + earliest + " or later");
        }
    }
}
