package id.tepati.contract.catalogue.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.Entries;
import id.tepati.rules.Published;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.calendar.DayKind;
import id.tepati.rules.calendar.SpecialDay;
import id.tepati.rules.calendar.Window;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CatalogueJsonTest {
    private static final Map<String, CatalogueEntry> GOLDEN = Map.of(
            "unit", Entries.unit("kel-melati", "Kelurahan Melati").as(1, Entries.KNOWN),
            "service", Entries.service("ktp-el", "Penerbitan KTP-el").as(2, Entries.KNOWN),
            "service-stages",
                    Entries.service("rawat-jalan", "Rawat jalan", "registrasi", "poli")
                            .as(1, Entries.KNOWN),
            "unit-day-start",
                    Entries.unit("rsud", "RSUD Tirtamaya", LocalTime.of(5, 0)).as(1, Entries.KNOWN),
            "standard-stages", Entries.stagedStandard().as(1, Entries.KNOWN),
            "standard",
                    Entries.standard(Entries.FROM, Entries.officeMinutes(30)).as(3, Entries.KNOWN),
            "calendar",
                    Entries.calendar(
                                    Entries.holiday("2026-01-01", "Tahun Baru"),
                                    new SpecialDay(
                                            LocalDate.of(2026, 8, 14),
                                            DayKind.HALF_DAY,
                                            "Lomba",
                                            List.of(Window.parse("08:00-11:00"))))
                            .as(1, Entries.KNOWN),
            "always-open",
                    new CatalogueEntry.OfCalendar(new Published<>(
                            1, LocalDate.MIN, Entries.KNOWN, Calendar.alwaysOpen(new CalendarId("buka-24-jam")))));

    static Iterable<String> names() {
        return GOLDEN.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void writesTheGoldenFiles(String name) throws Exception {
        assertThat(new String(CatalogueJson.write(GOLDEN.get(name)), StandardCharsets.UTF_8))
                .isEqualTo(golden(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsTheGoldenFiles(String name) throws Exception {
        assertThat(CatalogueJson.read(golden(name).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(GOLDEN.get(name));
    }

    @Test
    void ignoresUnknownFields() throws Exception {
        String later = golden("service").replace("{\"v\":1,", "{\"v\":1,\"colours\":[\"biru\"],");

        assertThat(CatalogueJson.read(later.getBytes(StandardCharsets.UTF_8))).isEqualTo(GOLDEN.get("service"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"v\":2}",
                "{\"v\":1,\"kind\":\"ladder\"}",
                "{\"v\":1,\"kind\":\"service\",\"id\":\"a\",\"version\":1}",
                "{\"v\":1,\"kind\":\"service\",\"id\":7,\"version\":1,\"name\":\"A\"}",
                "{\"v\":1,\"kind\":\"service\",\"id\":\"A b\",\"version\":1,\"name\":\"A\"}",
                "{\"v\":1,\"kind\":\"service\",\"id\":\"a\",\"version\":1,\"name\":\"A\",\"knownFrom\":\"today\"}",
                "{\"v\":1,\"kind\":\"unit\",\"id\":\"a\",\"version\":1,\"name\":\"A\",\"type\":\"b\",\"zone\":\"X/Y\",\"calendar\":\"c\"}",
                "{\"v\":1,\"kind\":\"standard\",\"id\":\"b/*\",\"version\":1,\"sk\":\"A\",\"promises\":[]}",
                "{\"v\":1,\"kind\":\"standard\",\"id\":\"*/*\",\"version\":1,\"sk\":\"A\",\"promises\":[{\"clock\":\"completion\",\"within\":\"soon\"}]}",
            })
    void refusesWhatIsNoEntry(String json) {
        assertThatThrownBy(() -> CatalogueJson.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEntryException.class);
    }

    @Test
    void namesEveryVersionByAKeyOfItsOwn() {
        assertThat(GOLDEN.get("standard").key()).isEqualTo("standard/unit:kel-melati/ktp-el/3");
        assertThat(GOLDEN.get("unit").key()).isEqualTo("unit/kel-melati/1");
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = CatalogueJsonTest.class.getResourceAsStream(name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
