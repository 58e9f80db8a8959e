package id.tepati.contract.catalogue.draft;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.catalogue.Draft;
import id.tepati.rules.Published;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.calendar.DayKind;
import id.tepati.rules.calendar.SpecialDay;
import id.tepati.rules.calendar.Window;
import id.tepati.rules.catalogue.Component;
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.StandardScope;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogueFolderTest {
    private static final Path ROOT =
            Path.of("").toAbsolutePath().resolve("../..").normalize();

    @TempDir
    Path folder;

    @Test
    void readsTheExampleOfTheDocumentation() throws Exception {
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("docs/catalog.md")));
        assertThat(example.find()).isTrue();

        Draft draft = new Folder(folder).with("example.yaml", example.group(1)).draft();

        assertThat(draft.entries())
                .extracting(CatalogueEntry::key)
                .containsExactly(
                        "calendar/kantor-5-hari/0",
                        "calendar/buka-24-jam/0",
                        "unit/kota-tirtamaya/0",
                        "unit/kel-melati/0",
                        "service/ktp-el/0",
                        "service/pengaduan/0",
                        "service/gangguan-air/0",
                        "standard/unit:kel-melati/ktp-el/0",
                        "standard/unit:kel-melati/ktp-el/0",
                        "standard/type:kelurahan/pengaduan/0",
                        "standard/*/gangguan-air/0",
                        "standard/*/*/0");
    }

    @Test
    void readsTheSampleCity() {
        CatalogueReading reading = CatalogueFolder.read(ROOT.resolve("deploy/examples/sample/catalog"));

        assertThat(reading).isInstanceOfSatisfying(CatalogueReading.Accepted.class, accepted -> {
            Calendar office = calendar(accepted.draft());
            // SKB 3 Menteri 1497/2025: 17 L and 8 C in 2026, and five holidays of 2027 with a fixed date
            assertThat(office.days())
                    .filteredOn(day -> day.date().getYear() == 2026)
                    .hasSize(25);
            assertThat(office.days())
                    .filteredOn(day -> day.date().getYear() == 2027)
                    .hasSize(5);
            assertThat(office.days())
                    .filteredOn(day -> day.kind() == DayKind.JOINT_LEAVE)
                    .hasSize(8);
            assertThat(accepted.draft().entries()).hasSize(17);
        });
    }

    /** The first entry of a draft, which is a calendar. */
    private static Calendar calendar(Draft draft) {
        return ((CatalogueEntry.OfCalendar) draft.entries().get(0)).published().content();
    }

    @Test
    void readsAUnitAndItsStandard() {
        Draft draft = new Folder(folder).withTheRest().with("a.yaml", """
                        standards:
                          - unit: kel-melati
                            service: ktp-el
                            sk: SK 188/045/2025
                            effectiveFrom: 2025-01-01
                            promises:
                              - {clock: completion, within: 30 office-minutes, target: 97.50%}
                              - {clock: resolution, within: stated}
                            components: {jangka-waktu: 30 menit}
                        """).draft();

        assertThat(draft.entries())
                .contains(
                        new CatalogueEntry.OfUnit(Published.draft(
                                LocalDate.MIN,
                                new Unit(
                                        new UnitId("kel-melati"),
                                        "Melati",
                                        "kelurahan",
                                        new UnitId("kota"),
                                        ZoneId.of("Asia/Jakarta"),
                                        new CalendarId("kantor")))),
                        new CatalogueEntry.OfStandard(Published.draft(
                                LocalDate.of(2025, 1, 1),
                                new Standard(
                                        new StandardScope(new UnitId("kel-melati"), null, new ServiceId("ktp-el")),
                                        "SK 188/045/2025",
                                        List.of(
                                                new Promise(
                                                        ClockKind.COMPLETION,
                                                        new Within.OfficeTime(Duration.ofMinutes(30)),
                                                        new BigDecimal("0.975")),
                                                new Promise(ClockKind.RESOLUTION, new Within.Stated(), null)),
                                        Map.of(Component.JANGKA_WAKTU, "30 menit")))));
    }

    @Test
    void readsWeeksSeasonsAndDays() {
        Draft draft = new Folder(folder).with("a.yaml", """
                        calendars:
                          - id: kantor
                            officialUntil: 2026-12-31
                            week: {senin-rabu: ["13:00-16:00", "07.30-12.00"], Jum'at: "8:00-11:00", "sabtu, sunday": "00:00-24:00"}
                            seasons: [{name: R, from: 2026-02-19, to: 2026-03-20, week: {monday: "08:00-12:00"}}]
                            extraOpenings: [{date: 2026-05-03, name: Minggu, windows: ["08:00-09:00"]}]
                            closures: [{date: 2026-05-02, name: Banjir}]
                        """).draft();

        Calendar calendar = calendar(draft);
        Window morning = new Window(27_000, 43_200);
        assertThat(calendar.week().on(DayOfWeek.TUESDAY)).containsExactly(morning, new Window(46_800, 57_600));
        assertThat(calendar.week().on(DayOfWeek.THURSDAY)).isEmpty();
        assertThat(calendar.week().on(DayOfWeek.FRIDAY)).containsExactly(new Window(28_800, 39_600));
        assertThat(calendar.week().on(DayOfWeek.SUNDAY)).containsExactly(Window.ALL_DAY);
        assertThat(calendar.seasons().get(0).week().on(DayOfWeek.MONDAY)).containsExactly(new Window(28_800, 43_200));
        assertThat(calendar.days())
                .containsExactly(
                        new SpecialDay(LocalDate.of(2026, 5, 2), DayKind.CLOSURE, "Banjir", List.of()),
                        new SpecialDay(
                                LocalDate.of(2026, 5, 3),
                                DayKind.EXTRA_OPENING,
                                "Minggu",
                                List.of(new Window(28_800, 32_400))));
        assertThat(calendar.provisionalUntil()).isEqualTo("2026-12-31");
    }

    @Test
    void refersToWhatWasPublishedBefore() {
        Draft published = new Folder(folder.resolve("old")).withTheRest().draft();
        SortedMap<String, String> standard = new TreeMap<>(Map.of(
                "a.yaml",
                "standards:\n  - {unit: kota, sk: SK 1, promises: [{clock: completion, within: unknown}]}\n"));

        assertThat(CatalogueFolder.read(standard, CatalogueSnapshot.EMPTY, Instant.EPOCH))
                .isInstanceOf(CatalogueReading.Refused.class);
        assertThat(CatalogueFolder.read(standard, new CatalogueSnapshot(published.entries(), 1), Instant.EPOCH))
                .isInstanceOf(CatalogueReading.Accepted.class);
    }
}
