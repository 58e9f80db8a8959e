package id.tepati.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.rules.event.Field;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowMapperTest {
    private static final String ONCE = """
            source: import/once
            zone: UTC
            dates: uuuu-MM-dd HH:mm
            root: {id: wabo, name: Wabo, type: city}
            service: {id: permit, name: Permit}
            case: "{y}-{n}"
            events:
              - type: application.accepted
                id: "{n}/accepted"
                time: start
                once: case
              - type: application.returned
                id: "{n}/{step}"
                time: at
                when: {column: step, equals: back}
                data: {missing: {slug: step}}
              - type: application.decided
                id: "{n}/decided"
                time: end
                when: end
                once: case
                data: {outcome: granted}
            """;

    @TempDir
    private Path folder;

    private Reading complaints(String rows) throws IOException {
        return Reading.of(MappingText.complaints(), folder, MappingText.HEADER + rows);
    }

    private static String json(ImportEvent event) {
        return new String(EventJson.write("import/test", event), StandardCharsets.UTF_8);
    }

    @Test
    void aRowYieldsItsEvents() throws IOException {
        Reading reading = complaints(
                "A/1,Dinas PU,Jalan,Jalan rusak,01/10/2026 08:00,02/10/2026,2026-10-01T12:00+07:00,E-Mail\n");

        assertThat(reading.events()).map(RowMapperTest::json).containsExactly("""
                {"specversion":"1.0","id":"A/1/r","source":"import/test","type":"id.tepati.complaint.received.v1",\
                "time":"2026-10-01T01:00:00Z","sequence":"1795219200000","datacontenttype":"application/json","data":{"unit":"kota.dinas-pu.jalan",\
                "service":"jalan-rusak","case":"A/1","promisedAt":"2026-10-02","channel":"e-mail"}}""", """
                {"specversion":"1.0","id":"A/1/c","source":"import/test","type":"id.tepati.complaint.closed.v1",\
                "time":"2026-10-01T05:00:00Z","sequence":"1795219200000","datacontenttype":"application/json","data":{"unit":"kota.dinas-pu.jalan",\
                "service":"jalan-rusak","case":"A/1","outcome":"resolved"}}""");
    }

    @Test
    void theUnitIsTheDeepestThatIsFilledIn() throws IOException {
        Reading reading = complaints("""
                1,Dinas PU,Jalan,x,01/10/2026 08:00,,,
                2,Dinas PU, ,x,01/10/2026 08:00,,,
                3,,,x,01/10/2026 08:00,,,
                """);

        assertThat(reading.events())
                .map(event -> event.unit().value())
                .containsExactly("kota.dinas-pu.jalan", "kota.dinas-pu", "kota");
    }

    @Test
    void aBadRowIsNamedByItsLineAndTheRestGoesIn() throws IOException {
        Reading reading = complaints("""
                2,Dinas PU,,x,31/02/2026 08:00,,,
                3,Dinas PU,,x,01/10/2026,,,
                4,,Jalan,x,01/10/2026 08:00,,,
                5,???,,x,01/10/2026 08:00,,,
                6,Dinas PU,,,01/10/2026 08:00,,,
                7,Dinas PU,,x,,,,
                ,Dinas PU,,x,01/10/2026 08:00,,,
                %s,Dinas PU,,x,01/10/2026 08:00,,,
                10,Dinas PU,,x,01/10/2026 08:00,soon,,
                11,Dinas PU,,x,01/10/2026 08:00,,,%%
                12,Dinas PU,,x,01/10/2026 08:00,,,
                """.formatted("9".repeat(121)));

        assertThat(reading.badLines())
                .containsExactly(
                        "2 bad-date",
                        "3 date-without-time",
                        "4 gap-in-unit",
                        "5 empty-slug",
                        "6 missing-value",
                        "7 missing-value",
                        "8 missing-value",
                        "9 case-id-too-long",
                        "10 bad-date",
                        "11 empty-slug");
        assertThat(reading.ids()).containsExactly("12/r");
        assertThat(reading.summary().rows()).isEqualTo(11);
        assertThat(reading.summary().badRows()).isEqualTo(10);
        assertThat(reading.summary().exit()).isEqualTo(ImportExit.SOME_REFUSED);
    }

    @Test
    void noValueOfARowIsQuoted() throws IOException {
        Reading reading = complaints("1,Dinas PU,,x,Budi 0812,,,\n");

        assertThat(reading.bad()).singleElement().satisfies(bad -> {
            assertThat(bad.reason()).contains("terima").contains("`aaaa 9999`").doesNotContain("Budi");
            assertThat(bad.cure()).contains("dates");
        });
    }

    @Test
    void anEventOncePerCaseComesFromTheFirstRowAndMustNotChange() throws IOException {
        Reading reading = Reading.of(MappingReader.read("m.yaml", ONCE), folder, """
                y,n,start,end,step,at
                a,1,2026-01-01 08:00,,in,
                a,1,2026-01-01 08:00,2026-01-05 08:00,back,2026-01-02 08:00
                a,1,2026-01-01 08:00,2026-01-05 08:00,out,
                a,2,2026-01-01 08:00,,in,
                a,2,2026-01-01 09:00,,back,2026-01-02 08:00
                b,1,2026-01-01 08:00,,in,
                """);

        assertThat(reading.ids()).containsExactly("1/accepted", "1/back", "1/decided", "2/accepted", "1/accepted");
        assertThat(reading.events()).map(ImportEvent::caseId).containsExactly("a-1", "a-1", "a-1", "a-2", "b-1");
        assertThat(reading.bad()).singleElement().satisfies(bad -> {
            assertThat(bad.line()).isEqualTo(6);
            assertThat(bad.code()).isEqualTo("case-disagrees");
            assertThat(bad.reason()).contains("application.accepted").contains("line 5");
        });
    }

    /** Rows of one case that say the same are one event, also where each row was changed at another time. */
    @Test
    void whatIsSaidOncePerCaseIsComparedWithoutItsSequence() throws IOException {
        Reading reading = Reading.of(MappingReader.read("m.yaml", ONCE + "sequence: {date: at}\n"), folder, """
                y,n,start,end,step,at
                a,1,2026-01-01 08:00,,in,2026-01-02 08:00
                a,1,2026-01-01 08:00,,in,2026-01-03 08:00
                a,2,2026-01-01 08:00,,in,
                """);

        assertThat(reading.bad()).isEmpty();
        assertThat(reading.events())
                .map(event -> event.id() + " " + event.sequence())
                .containsExactly("1/accepted 1767340800000", "2/accepted null");
    }

    private static final String REGISTER = """
            source: import/register
            zone: Asia/Makassar
            dates: [d/M/uuuu, d/M/uuuu HH:mm, M/d/uuuu HH:mm, d MMMM uuuu HH.mm, excel]
            root: {id: kota, name: Kota, type: kota}
            service: {id: aduan, name: Aduan}
            case: no
            events:
              - type: complaint.received
                id: "{no}/r"
                time: "{tgl} {jam}"
                day: DAY
                promisedAt: "{janji} {jam janji}"
              - type: complaint.closed
                id: "{no}/c"
                time: selesai
                day: end
                when: selesai
                data: {outcome: resolved}
            """;

    private Reading register(String day, String rows) throws IOException {
        Mapping mapping = MappingReader.read("m.yaml", REGISTER.replace("DAY", day));
        return Reading.of(mapping, folder, "no,tgl,jam,janji,jam janji,selesai\n" + rows);
    }

    private static String dated(ImportEvent event) {
        JsonNode promised = event.data().get(Field.PROMISED_AT);
        return event.id() + " " + event.time() + (promised == null ? "" : " " + promised.asText());
    }

    /** Makassar is eight hours ahead. Rows 4 and 6 say no time of reception, row 6 no promise. */
    @Test
    void dateAndTimeStandInTwoColumnsAndADayAloneCountsAsTheMappingSays() throws IOException {
        String rows = """
                1,20/3/2026,09:00,21/3/2026,16:00,22/3/2026
                2,2 Maret 2026,9.00,,,
                3,2 Maret 2026,09.00,,,45292
                4,20/3/2026,,23/3/2026,,
                5,,09:00,,,
                6,46082,,,,20/3/2026 10:00
                """;

        assertThat(register("start", rows).events())
                .map(RowMapperTest::dated)
                .containsExactly(
                        "1/r 2026-03-20T01:00:00Z 2026-03-21T08:00:00Z",
                        "1/c 2026-03-22T15:59:59Z",
                        "3/r 2026-03-02T01:00:00Z",
                        "3/c 2024-01-01T15:59:59Z",
                        "4/r 2026-03-19T16:00:00Z 2026-03-23",
                        "6/r 2026-02-28T16:00:00Z",
                        "6/c 2026-03-20T02:00:00Z");
        assertThat(register("start", rows).badLines()).containsExactly("3 bad-date", "6 bad-date");
        assertThat(register("'08:00'", rows).events())
                .map(RowMapperTest::dated)
                .contains("4/r 2026-03-20T00:00:00Z 2026-03-23", "6/r 2026-03-01T00:00:00Z");
        assertThat(register("end", rows).events())
                .map(RowMapperTest::dated)
                .contains("4/r 2026-03-20T15:59:59Z 2026-03-23", "6/r 2026-03-01T15:59:59Z");
    }

    @Test
    void aDateThatCanBeReadInTwoWaysIsRefusedWithBoth() throws IOException {
        Reading reading = register("start", """
                1,3/4/2026,09:00,,,
                2,13/4/2026,09:00,,,
                3,20/3/2026,09:00,5/6/2026,16:00,
                4,20/3/2026,09:00,,,7/8/2026 10:00
                """);

        assertThat(reading.ids()).containsExactly("2/r");
        assertThat(reading.badLines()).containsExactly("2 ambiguous-date", "4 ambiguous-date", "5 ambiguous-date");
        assertThat(reading.bad().get(0).reason())
                .isEqualTo("columns tgl, jam can be read as 2026-04-03T01:00:00Z by d/M/uuuu HH:mm,"
                        + " 2026-03-04T01:00:00Z by M/d/uuuu HH:mm");
    }

    private static final String SAYS = """
            source: import/says
            zone: UTC
            dates: uuuu-MM-dd HH:mm
            root: {id: kota, name: Kota, type: kota}
            unit:
              - {column: opd, type: opd, default: Belum Ditentukan}
              - {column: bidang, type: bidang}
            service: {column: jenis, default: Lain-lain}
            case: no
            events:
              - type: complaint.received
                id: "{no}/r"
                time: at
                data: {confidential: {column: sifat, equals: [Rahasia, Sangat Rahasia]}}
              - type: complaint.closed
                id: "{no}/c"
                time: end
                when: WHEN
                data: {outcome: {column: hasil, codes: {Selesai: resolved, "Di luar kewenangan": outside-authority, Ditolak: rejected}OTHERWISE}}
            """;

    private Reading says(String when, String otherwise, String rows) throws IOException {
        String text = SAYS.replace("WHEN", when).replace("OTHERWISE", otherwise);
        return Reading.of(
                MappingReader.read("m.yaml", text), folder, "no,opd,bidang,jenis,sifat,status,at,end,hasil\n" + rows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{column: status, equals: [Selesai, Tutup]} | 1/c 2/c",
                "{column: status, equals: Selesai} | 1/c",
                "{column: status, not: [Batal, Selesai]} | 2/c 4/c",
                "{column: status, not: Batal} | 1/c 2/c 4/c",
                "{all: [{column: status, not: Batal}, {column: sifat}]} | 2/c",
                "{all: [{column: end}, {column: status, equals: [Tutup, Batal]}, {column: sifat, not: Rahasia}]} | 3/c",
                "{all: [{column: status}, {column: bidang}]} | ''",
            })
    void anEventComesWhereItsConditionHolds(String when, String closed) throws IOException {
        Reading reading = says(when, "", """
                1,PU,,Jalan,,Selesai,2026-01-01 08:00,2026-01-02 08:00,Selesai
                2,PU,,Jalan,Rahasia,Tutup,2026-01-01 08:00,2026-01-02 08:00,Selesai
                3,PU,,Jalan,,Batal,2026-01-01 08:00,2026-01-02 08:00,Selesai
                4,PU,,Jalan,,,2026-01-01 08:00,2026-01-02 08:00,Selesai
                """);

        assertThat(reading.bad()).isEmpty();
        assertThat(reading.ids().stream().filter(id -> id.endsWith("c")).collect(Collectors.joining(" ")))
                .isEqualTo(closed);
        assertThat(reading.events().stream()
                        .filter(event -> event.id().endsWith("r"))
                        .map(event -> event.data().get(Field.CONFIDENTIAL).asText()))
                .containsExactly("false", "true", "false", "false");
    }

    /** Row 4 has a text that the table lacks, row 5 none, which a closing needs. */
    @Test
    void cellsStandForCodes() throws IOException {
        String rows = """
                1,PU,,Jalan,,,2026-01-01 08:00,2026-01-02 08:00,Selesai
                2,PU,,Jalan,,,2026-01-01 08:00,2026-01-02 08:00,DITOLAK
                3,PU,,Jalan,,,2026-01-01 08:00,2026-01-02 08:00,di luar kewenangan
                4,PU,,Jalan,,,2026-01-01 08:00,2026-01-02 08:00,Diteruskan
                5,PU,,Jalan,,,2026-01-01 08:00,2026-01-02 08:00,
                """;

        Reading strict = says("end", "", rows);
        assertThat(outcomes(strict)).containsExactly("resolved", "rejected", "outside-authority");
        assertThat(strict.badLines()).containsExactly("5 unknown-value", "6 missing-field");
        assertThat(strict.bad().get(0).reason()).doesNotContain("Diteruskan");
        assertThat(outcomes(says("end", ", otherwise: withdrawn", rows)))
                .containsExactly("resolved", "rejected", "outside-authority", "withdrawn");
    }

    private static List<String> outcomes(Reading reading) {
        return reading.events().stream()
                .filter(event -> event.id().endsWith("c"))
                .map(event -> event.data().get(Field.OUTCOME).asText())
                .toList();
    }

    @Test
    void aBlankUnitOrServiceHasTheDefaultOfTheMapping() throws IOException {
        Reading reading = says("end", "", """
                1,PU,Jalan,Lubang,,,2026-01-01 08:00,,
                2,,,,,,2026-01-01 08:00,,
                3,,Jalan, ,,,2026-01-01 08:00,,
                """);

        assertThat(reading.events())
                .map(event -> event.unit().value() + " " + event.service().value())
                .containsExactly(
                        "kota.pu.jalan lubang",
                        "kota.belum-ditentukan lain-lain",
                        "kota.belum-ditentukan.jalan lain-lain");
        assertThat(reading.unitsAndServices().units().map(unit -> unit.names().first()))
                .contains("Belum Ditentukan");
    }

    @Test
    void spellingsThatFallTogetherAreTold() throws IOException {
        Reading reading = complaints("""
                1,Dinas PU,,Jalan,01/10/2026 08:00,,,
                2,DINAS P.U,,Jalan,01/10/2026 08:00,,,
                3,Dinas-PU,,jalan!,01/10/2026 08:00,,,
                """);

        assertThat(reading.summary().collisions())
                .isEqualTo(List.of(
                        "unit kota.dinas-pu is spelt `Dinas PU`, `Dinas-PU`",
                        "service jalan is spelt `Jalan`, `jalan!`"));
        assertThat(reading.summary().exit()).isEqualTo(ImportExit.OK);
    }

    @Test
    void aMappingIsRefusedWithEveryColumnThatTheFileLacks() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "nomor,opd,terma,kanal\n1,x,y,z\n");

        assertThatThrownBy(() -> Reading.of(MappingText.complaints(), file))
                .isInstanceOf(ImportException.class)
                .hasMessage(String.join(
                        "\n",
                        "rows.csv lacks columns that the mapping names; it has nomor, opd, terma, kanal",
                        "m.yaml:7: names the column bidang, which does not exist; correct the name",
                        "m.yaml:8: names the column jenis, which does not exist; correct the name",
                        "m.yaml:14: names the column terima, which does not exist; did you mean terma?",
                        "m.yaml:15: names the column janji, which does not exist; correct the name",
                        "m.yaml:19: names the column selesai, which does not exist; correct the name",
                        "m.yaml:20: names the column selesai, which does not exist; correct the name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {"\\t # separator: \"\\t\"", "; # separator: \";\"", "| # separator: \"|\""})
    void anotherSeparatorThanTheMappingSaysIsNamed(String sign, String advice) throws IOException {
        String parts = sign.replace("\\t", "\t");
        Path file = Files.writeString(folder.resolve("rows.csv"), MappingText.HEADER.replace(",", parts) + "1" + parts);

        assertThatThrownBy(() -> Reading.of(MappingText.complaints(), file))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining(", read as one column; write " + advice + " into the mapping");
    }

    @Test
    void aHeaderThatIsTooLongToReadIsCut() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "x".repeat(100_000) + ",opd\n1,x\n");

        assertThatThrownBy(() -> Reading.of(MappingText.complaints(), file))
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith("rows.csv lacks columns that the mapping names; it has xxx")
                .hasMessageContaining("xxx ... (2 columns)\nm.yaml:7: names the column bidang")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(2_000));
    }
}
