package id.tepati.contract.catalogue.json;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.catalogue.CatalogueDiff;
import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.Draft;
import id.tepati.contract.catalogue.Entries;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DiffTextTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    @Test
    void tellsTheDifferenceInLines() {
        List<CatalogueEntry> published = List.of(
                Entries.standard(FIRST, Entries.officeMinutes(30)).as(1, Entries.KNOWN),
                Entries.calendar(
                                Entries.holiday("2026-01-01", "Tahun Baru"), Entries.holiday("2026-03-21", "Idulfitri"))
                        .as(1, Entries.KNOWN),
                Entries.service("akta", "Akta").as(1, Entries.KNOWN));
        Draft draft = new Draft(List.of(
                Entries.standard(FIRST, Entries.officeMinutes(90)),
                Entries.unit("kel-melati", "Melati"),
                Entries.calendar(
                        Entries.holiday("2026-01-01", "Tahun Baru"), Entries.holiday("2026-03-20", "Idulfitri"))));

        assertThat(DiffText.of(CatalogueDiff.between(published, draft)))
                .containsExactly(
                        "+ unit kel-melati since ever (version 1): Melati (kelurahan)",
                        "~ calendar kantor from 2025-01-01 (version 2)",
                        "    - days 2026-03-21 holiday Idulfitri",
                        "    + days 2026-03-20 holiday Idulfitri",
                        "~ standard unit:kel-melati/ktp-el from 2025-01-01 (version 2)",
                        "    - promises completion 30 office-minutes 0.95",
                        "    + promises completion 90 office-minutes 0.95",
                        "= service akta since ever (version 1): not in the folder, stays in force",
                        "1 added, 2 changed, 0 unchanged, 1 not in the folder");
    }
}
