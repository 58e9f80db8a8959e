package id.tepati.contract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.catalogue.CatalogueDiff.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CatalogueDiffTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 1, 1);
    private static final Instant LATER = Instant.parse("2026-06-01T00:00:00Z");

    private static CatalogueEntry limit(LocalDate from, int minutes) {
        return Entries.standard(from, Entries.officeMinutes(minutes));
    }

    @Test
    void numbersFirstVersionsFromOneAndPublishesWhatIsReferredToFirst() {
        Draft draft = new Draft(List.of(
                limit(FIRST, 30),
                Entries.service("ktp-el", "KTP-el"),
                Entries.unit("kel-melati", "Melati"),
                Entries.calendar()));

        List<CatalogueEntry> published = CatalogueDiff.between(List.of(), draft).publish(Entries.KNOWN);

        assertThat(published)
                .extracting(CatalogueEntry::key)
                .containsExactly(
                        "calendar/kantor/1",
                        "unit/kel-melati/1",
                        "service/ktp-el/1",
                        "standard/unit:kel-melati/ktp-el/1");
        assertThat(published).extracting(CatalogueEntry::knownFrom).containsOnly(Entries.KNOWN);
    }

    @Test
    void changesNothingWhereTheDraftRepeatsWhatWasPublished() {
        Draft draft = new Draft(List.of(limit(FIRST, 30), limit(SECOND, 20)));
        List<CatalogueEntry> published = CatalogueDiff.between(List.of(), draft).publish(Entries.KNOWN);

        CatalogueDiff again = CatalogueDiff.between(published, draft);

        assertThat(again.isEmpty()).isTrue();
        assertThat(again.unchanged()).isEqualTo(published);
        assertThat(again.publish(LATER)).isEmpty();
    }

    @Test
    void comparesWithTheLatestVersionOfTheSameDayAndCountsOnOverAllDays() {
        List<CatalogueEntry> published = List.of(
                limit(FIRST, 25).as(3, LATER),
                limit(FIRST, 30).as(1, Entries.KNOWN),
                limit(SECOND, 20).as(2, Entries.KNOWN));

        CatalogueDiff diff = CatalogueDiff.between(published, new Draft(List.of(limit(FIRST, 30), limit(SECOND, 20))));

        assertThat(diff.changed())
                .containsExactly(new Change(published.get(0), limit(FIRST, 30).as(4, Instant.MIN)));
        assertThat(diff.unchanged()).containsExactly(published.get(2));
        assertThat(diff.publish(LATER)).containsExactly(limit(FIRST, 30).as(4, LATER));
    }

    @Test
    void addsANewDayAsTheNextVersion() {
        List<CatalogueEntry> published = List.of(limit(FIRST, 30).as(1, Entries.KNOWN));

        CatalogueDiff diff = CatalogueDiff.between(published, new Draft(List.of(limit(SECOND, 20))));

        assertThat(diff.added()).containsExactly(limit(SECOND, 20).as(2, Instant.MIN));
        assertThat(diff.kept()).isEqualTo(published);
        assertThat(diff.publish(LATER)).containsExactly(limit(SECOND, 20).as(2, LATER));
    }
}
