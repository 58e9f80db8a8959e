package id.tepati.contract.catalogue.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tepati.contract.yaml.FileProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CatalogueProblemsTest {
    @TempDir
    Path folder;

    /** What is wrong in one standard, beside a good rest of the catalogue: line, what, cure. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{clock: completion, within: Menit} | is not an amount of time: Menit | unknown",
                "{clock: completion, within: 1-3 hari} | is a range: 1-3 hari | upper bound as a whole number",
                "{clock: completion, within: 3 – 5 working-days} | is a range | upper bound",
                "{clock: completion, within: 0 hours} | is not above zero | unknown",
                "{clock: completion, within: -2 hours} | is not above zero | unknown",
                "{clock: completion, within: 1.5 hours} | is not an amount of time | whole number",
                "{clock: completion, within: 30 menit} | unknown unit of time: menit | minutes",
                "{clock: completion, within: 3 hari kerja} | is not in a unit known here | working-days",
                "{clock: completion, within: 4000 working-days} | more than ten years | check",
                "{clock: completion, within: 2 workin-days} | unknown unit of time | did you mean working-days?",
                "{clock: completon, within: 2 hours} | is an unknown clock | did you mean completion?",
                "{clock: completion} | has no within | add the key within",
                "{clock: completion, stage: poli, within: 2 hours} | is no stage of the clock completion | leave it out",
                "{clock: waiting, stage: Poli, within: 2 hours} | is not an id | a-z",
                "{within: 2 hours} | has no clock | add the key clock",
                "{clock: completion, within: 2 hours, target: 0%} | is no share | above 0%",
                "{clock: completion, within: 2 hours, target: 100.5%} | is no share | up to 100%",
                "{clock: completion, within: 2 hours, target: 0.95} | is not a percentage | 95%",
                "{clock: completion, witihn: 2 hours, within: 1 hour} | is an unknown key | did you mean within?",
                "{clock: completion, within: 2 hours, within: 1 hour} | is given twice | keep one",
                "completion | is not a mapping | clock, stage, within, target",
                "{clock: completion, within: [2 hours]} | is a list or a mapping | write one value",
            })
    void namesLineAndCureOfAPromise(String promise, String what, String cure) {
        new Folder(folder).withTheRest().with("a.yaml", """
                        standards:
                          - unit: kel-melati
                            sk: SK 1
                            promises:
                              - %s
                        """.formatted(promise));

        assertOneProblem("a.yaml", 5, what, cure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{name: A, type: opd, zone: Asia/Jakarta, calendar: kantor} | has no id | add the key id",
                "{id: Kel A, name: A, type: opd, zone: Asia/Jakarta, calendar: kantor} | is not an id: Kel A | a-z",
                "{id: a, name: ' ', type: opd, zone: Asia/Jakarta, calendar: kantor} | is blank | write a text",
                "{id: a, name: A, zone: Asia/Jakarta, calendar: kantor} | has no type | add the key type",
                "{id: a, name: A, type: opd, zone: WIB, calendar: kantor} | is not a time zone | Asia/Jakarta",
                "{id: a, name: A, type: opd, zone: Asia/Jakarta, calendar: kantr} | calendar kantr | mean kantor?",
                "{id: a, name: A, type: opd, zone: Asia/Jakarta, calendar: kantor, parent: kotta} | kotta | mean kota?",
                "{id: a, name: A, type: opd, zone: Asia/Jakarta, calendar: kantor, parent: a} | a circle: a -> a | parent",
                "{id: a, name: A, type: opd, zone: Asia/Jakarta, calendar: null} | has no calendar | add the key calendar",
                "{id: kota, name: A, type: opd, zone: Asia/Jakarta, calendar: kantor} | x | x",
                "{id: a, effectiveFrom: 2026-02-30, name: A, type: opd, zone: Asia/Jakarta, calendar: kantor} | is not a day | month",
                "{id: a, effectiveFrom: 1/2/2026, name: A, type: opd, zone: Asia/Jakarta, calendar: kantor} | is not a date | 2026-01-31",
            })
    void namesLineAndCureOfAUnit(String unit, String what, String cure) {
        new Folder(folder).withTheRest().with("a.yaml", "units:\n\n  - " + unit + "\n");

        if (what.equals("x")) {
            // the second of two is the one to blame: files are read in the order of their names
            assertOneProblem(
                    "z/units.yaml", 2, "is listed twice with the same effectiveFrom, first at a.yaml:3", "keep");
        } else {
            assertOneProblem("a.yaml", 3, what, cure);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "week: {senin: ['08:00-12:00', '11:00-13:00']} | has windows that overlap | begin when or after",
                "week: {senin: '22:00-06:00'} | crosses midnight | \"22:00-24:00\" on this day and \"00:00-06:00\"",
                "week: {senin: '08:00-25:00'} | a time that no clock shows | 24:00",
                "week: {senin: '08:70-09:00'} | a time that no clock shows | 24:00",
                "week: {senin: '08:00-08:00'} | is empty | after it begins",
                "week: {senin: 8 to 4} | is not a window | from-to",
                "week: {sennin: '08:00-12:00'} | is not a day of the week | did you mean senin?",
                "week: {senin-kamis: '08:00-12:00', rabu: '08:00-11:00'} | gives rabu twice | name each day once",
                "week: {} | never opens | at least one window",
                "week: {senin: '08:00-12:00'}, provisionalUntil: 2025-01-01 | is after provisionalUntil | later of the two",
                "week: {senin: '08:00-12:00'}, holidays: [{date: 2026-01-01, name: A}, {date: 2026-01-01, name: B}] | lists the date 2026-01-01 again, see line 2 | keep one",
                "week: {senin: '08:00-12:00'}, halfDays: [{date: 2026-01-01, name: A}] | has no windows | add the key windows",
                "week: {senin: '08:00-12:00'}, closures: [{date: 2026-01-01, name: A, windows: '08:00-09:00'}] | is an unknown key | date, name",
                "week: {senin: '08:00-12:00'}, seasons: [{name: R, from: 2026-03-01, to: 2026-02-01, week: {senin: '08:00-09:00'}}] | is before from | on or after",
                "week: {senin: '08:00-12:00'}, holidays: 2026-01-01 | is not a list | dash",
                "alwaysOpen: yes, week: {senin: '08:00-12:00'} | neither true nor false | true",
            })
    void namesLineAndCureOfACalendar(String rest, String what, String cure) {
        new Folder(folder).with("a.yaml", "calendars:\n  - {id: kantor, officialUntil: 2026-12-31, " + rest + "}\n");

        assertOneProblem("a.yaml", 2, what, cure);
    }

    @Test
    void refusesSeasonsThatOverlap() {
        new Folder(folder).with("a.yaml", """
                        calendars:
                          - id: kantor
                            officialUntil: 2026-12-31
                            week: {senin: "08:00-12:00"}
                            seasons:
                              - {name: A, from: 2026-01-01, to: 2026-01-31, week: {senin: "08:00-10:00"}}
                              - {name: B, from: 2026-01-31, to: 2026-02-10, week: {senin: "08:00-10:00"}}
                        """);

        assertOneProblem("a.yaml", 7, "overlaps the season A", "one season at most");
    }

    @Test
    void refusesWhatMeansNothingOnACalendarThatIsAlwaysOpen() {
        new Folder(folder).with("a.yaml", "calendars:\n  - {id: a, alwaysOpen: true, officialUntil: 2026-12-31}\n");

        assertOneProblem("a.yaml", 2, "means nothing on a calendar that is always open", "remove it");
    }

    @Test
    void refusesTwoPromisesForOneClock() {
        standards("""
                  - sk: SK 1
                    promises:
                      - {clock: completion, within: 1 hour}
                      - {clock: completion, within: 2 hours}
                """);

        assertOneProblem(
                "a.yaml", 5, "is a second promise for the clock completion", "keep one promise for each clock");
    }

    @Test
    void refusesStandardsForWhatDoesNotExist() {
        standards("""
                  - {unit: kel-mawar, sk: SK 1, promises: [{clock: completion, within: 1 hour}]}
                  - {type: kelurahn, sk: SK 2, promises: [{clock: completion, within: 1 hour}]}
                  - {service: ktp-ell, sk: SK 3, promises: [{clock: completion, within: 1 hour}]}
                  - {unit: kota, type: kota, sk: SK 4, promises: [{clock: completion, within: 1 hour}]}
                """);

        assertThat(new Folder(folder).problems())
                .extracting(FileProblem::line, FileProblem::where)
                .containsExactly(
                        tuple(2, "standards[unit:kel-mawar/*].unit"),
                        tuple(3, "standards[type:kelurahn/*].type"),
                        tuple(4, "standards[*/ktp-ell].service"),
                        tuple(5, "standards[unit:kota/*].type"));
    }

    @Test
    void refusesWorkingDaysWhereTheDoorsNeverClose() {
        standards("""
                  - {sk: SK 1, promises: [{clock: completion, within: 2 working-days}]}
                """);
        new Folder(folder)
                .with(
                        "b.yaml",
                        "units:\n  - {id: igd, name: IGD, type: rsud, zone: Asia/Jakarta, calendar: buka-24-jam}\n");

        assertOneProblem("a.yaml", 2, "to igd/ktp-el, whose calendar buka-24-jam is always open", "calendar-days");
    }

    @Test
    void refusesWorkingDaysForAServiceThatIsAlwaysOpen() {
        standards("""
                  - {unit: kota, sk: SK 1, promises: [{clock: resolution, within: 2 working-days}]}
                """);
        new Folder(folder).with("b.yaml", "services:\n  - {id: air, name: Air, calendar: buka-24-jam}\n");

        assertOneProblem("a.yaml", 2, "to kota/air, whose calendar buka-24-jam is always open", "calendar-days");
    }

    @Test
    void allowsWorkingDaysWhereAMoreSpecificStandardGovernsTheOpenDoors() {
        standards("""
                  - {sk: SK 1, promises: [{clock: completion, within: 2 working-days}]}
                  - {unit: igd, sk: SK 2, promises: [{clock: file-check, within: 1 working-day}, {clock: completion, within: 2 hours}]}
                """);
        new Folder(folder)
                .with(
                        "b.yaml",
                        "units:\n  - {id: igd, name: IGD, type: rsud, zone: Asia/Jakarta, calendar: buka-24-jam}\n");

        assertThat(new Folder(folder).problems()).isEmpty();
    }

    @Test
    void refusesACircleOfUnitsOnce() {
        new Folder(folder).with("b.yaml", Folder.CALENDARS).with("a.yaml", """
                        units:
                          - {id: a, name: A, type: opd, parent: c, zone: Asia/Jakarta, calendar: kantor}
                          - {id: b, name: B, type: opd, parent: a, zone: Asia/Jakarta, calendar: kantor}
                          - {id: c, name: C, type: opd, parent: b, zone: Asia/Jakarta, calendar: kantor}
                          - {id: d, name: D, type: opd, parent: a, zone: Asia/Jakarta, calendar: kantor}
                        """);

        assertOneProblem("a.yaml", 2, "makes a circle: a -> c -> b -> a", "outside the circle");
    }

    @Test
    void findsACircleThatOnlyALaterVersionCloses() {
        new Folder(folder).with("b.yaml", Folder.CALENDARS).with("a.yaml", """
                        units:
                          - {id: a, name: A, type: opd, zone: Asia/Jakarta, calendar: kantor}
                          - {id: b, name: B, type: opd, parent: a, zone: Asia/Jakarta, calendar: kantor}
                          - {id: a, effectiveFrom: 2026-07-01, name: A, type: opd, parent: b, zone: Asia/Jakarta, calendar: kantor}
                        """);

        assertThat(new Folder(folder).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.what()).startsWith("makes a circle");
        });
    }

    @Test
    void namesTheLineOfBrokenYamlAndBlamesNoReferenceForIt() {
        new Folder(folder).withTheRest().with("z/units.yaml", "units:\n  - {id: kota\n  - x: [\n");
        standards("""
                  - {unit: kel-melati, sk: SK 1, promises: [{clock: completion, within: 1 hour}]}
                """);

        assertThat(new Folder(folder).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("z/units.yaml");
            assertThat(problem.line()).isBetween(2, 3);
            assertThat(problem.what()).startsWith("is not YAML");
        });
    }

    @Test
    void refusesAFileThatIsNotUtf8() throws Exception {
        Files.write(folder.resolve("a.yaml"), "units: [] # caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertOneProblem("a.yaml", 0, "is not in UTF-8", "UTF-8");
    }

    @Test
    void refusesAFolderWithoutFilesAndOneThatIsNotThere() {
        assertOneProblem("", 0, "has no .yaml file", "name the folder");
        assertThat(CatalogueFolder.read(folder.resolve("gone"))).isInstanceOf(CatalogueReading.Refused.class);
    }

    @Test
    void findsAllProblemsAtOnceInOrderOfFileAndLine() {
        new Folder(folder)
                .withTheRest()
                .with("a.yaml", "unit: []\nservices:\n  - {id: A, nama: x}\n")
                .with("b.yaml", "standards:\n  - {sk: SK 1}\n");

        assertThat(new Folder(folder).problems())
                .extracting(FileProblem::toString)
                .containsExactly(
                        "a.yaml:1: unit is an unknown key; did you mean units?",
                        "a.yaml:3: services[A].nama is an unknown key; did you mean name?",
                        "a.yaml:3: services[A].id is not an id: A; use 1 to 120 of a-z 0-9 . _ - and begin with a"
                                + " letter or digit, for instance kel-melati",
                        "a.yaml:3: services[A] has no name; add the key name",
                        "b.yaml:2: standards[*/*] has no promises; add the key promises");
    }

    private void standards(String entries) {
        Folder files = new Folder(folder);
        if (!Files.exists(folder.resolve("z"))) {
            files.withTheRest();
        }
        files.with("a.yaml", "standards:\n" + entries.indent(0));
    }

    private void assertOneProblem(String file, int line, String what, String cure) {
        List<FileProblem> problems = new Folder(folder).problems();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.what()).contains(what);
            assertThat(problem.cure()).contains(cure);
        });
    }
}
