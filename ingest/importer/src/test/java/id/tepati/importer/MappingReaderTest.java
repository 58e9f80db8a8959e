package id.tepati.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.event.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingReaderTest {
    @Test
    void everyKeyIsRead() {
        Mapping mapping = MappingText.complaints();

        assertThat(mapping.source()).isEqualTo("import/test");
        assertThat(mapping.root().id().value()).isEqualTo("kota");
        assertThat(mapping.zone().getId()).isEqualTo("Asia/Jakarta");
        assertThat(mapping.path()).map(Mapping.Level::type).containsExactly("opd", "bidang");
        assertThat(mapping.promise()).containsExactly(ClockKind.RESOLUTION);
        assertThat(mapping.form()).isEqualTo(FileForm.USUAL);
        assertThat(mapping.events()).hasSize(2);
        assertThat(mapping.events().get(0).data()).containsOnlyKeys(Field.PROMISED_AT, Field.CHANNEL);
    }

    /** Each line of the mapping in turn replaced by a wrong one; only that is told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source: import/test | '' | : has no source; add the key source",
                "source: import/test | source: ' ' | :1: source is blank; write a text or leave the key out",
                "promise: resolution | promis: resolution | :10: promis is an unknown key; did you mean promise?",
                "zone: Asia/Jakarta | zone: WIB | :2: zone is not a time zone: WIB; write Asia/Jakarta",
                "dd/MM/uuuu HH:mm, | dd/MM/bbbb, | :3: dates[1] is not a pattern of dates: dd/MM/bbbb; write it like",
                "{id: kota, | {id: Kota Baru, | :4: root.id is not an id: Kota Baru; use lower case letters, digits, dots, hyphens: kota-baru",
                "{column: opd, type: opd} | {column: opd, type: opd, name: x} | :6: unit[1].name is an unknown key; use one of: column, type",
                "{column: jenis} | {column: jenis, id: ktp} | :8: service.id stands beside column; keep column, or id and name",
                "{column: jenis} | {id: ktp} | :8: service has no name; add the key name",
                "promise: resolution | 'separator: ab' | :10: separator is not one character between cells: ab",
                "promise: resolution | charset: utf9 | :10: charset is no character set: utf9; write windows-1252, or leave",
                "promise: resolution | charset: latin eins | :10: charset is no character set: latin eins",
                "promise: resolution | sheet: [1] | :10: sheet is",
                "promise: resolution | promise: [resolution, late] | :10: promise[2] is an unknown clock: late; use one of: waiting",
                "case: nomor | case: '{nomor' | :9: case names no column, or has a brace without its partner: {nomor",
                "type: complaint.closed | type: complaint.close | :17: events[2].type is no event of a case: complaint.close; did you mean complaint.closed?",
                "'{nomor}/c' | 'closed {' | :18: events[2].id names no column, or has a brace",
                "data: {outcome: resolved} | once: case | :17: events[2].type complaint.closed needs outcome; add it to data",
                "when: selesai | once: row | :20: events[2].once is none of case, first, last: row; write once: case, first or last",
                "promise: resolution | 'catalog: {files: kota.json}' | :10: catalog.files is no catalogue file beside the derived one: kota.json; name a file",
                "promise: resolution | 'catalog: {files: [a.yaml, derived.yaml]}' | :10: catalog.files[2] is no catalogue file beside the derived one: derived.yaml",
                "promise: resolution | 'catalog: {calendar: Jam Kantor}' | :10: catalog.calendar is not an id: Jam Kantor",
                "when: selesai | promisedAt: janji | :20: events[2].promisedAt is no field of complaint.closed; remove it",
                "outcome: resolved | outcome: granted | :21: events[2].data.outcome is not among its words: granted; outcome takes one of resolved",
                "outcome: resolved | outcome: [resolved] | :21: events[2].data.outcome is not a mapping",
                "{slug: kanal} | {column: kanal} | :16: events[1].data.channel takes code `[a-z0-9-]{1,40}`; write channel: {slug: COLUMN}",
                "{slug: kanal} | {slug: kanal, equals: x} | :16: events[1].data.channel takes code `[a-z0-9-]{1,40}`; write channel: {slug: COLUMN}",
                "{channel: {slug: kanal}} | {anonymous: maybe} | :16: events[1].data.anonymous is neither true nor false: maybe",
                "promise: resolution | sequence: latest | :10: sequence is no sequence: latest; write import (the file",
                "promise: resolution | sequence: -1 | :10: sequence is no sequence: -1; write import",
                "promise: resolution | 'sequence: {column: a, date: b}' | :10: sequence names not one column; write import",
                "when: selesai | day: noon | :20: events[2].day is no time of day: noon; write start, end, or the hour",
                "when: selesai | day: '25:00' | :20: events[2].day is no time of day: 25:00; write start, end",
                "time: selesai | time: '{selesai' | :19: events[2].time names no column, or has a brace",
                "when: selesai | 'when: {column: a, equals: x, not: y}' | :20: events[2].when.not stands beside equals; keep",
                "when: selesai | 'when: {all: []}' | :20: events[2].when.all is empty; add conditions",
                "when: selesai | 'when: {all: [{equals: x}]}' | :20: events[2].when.all[1] has no column; add the key column",
                "when: selesai | 'when: {column: a, all: []}' | :20: events[2].when.all stands beside column, equals, not;",
                "outcome: resolved | 'outcome: {column: a, codes: {x: resolved, y: granted}}' | :21: events[2].data.outcome.codes.y is not among its words: granted",
                "outcome: resolved | 'outcome: {column: a, codes: {x: resolved, X: rejected}}' | :21: events[2].data.outcome.codes.X is given twice",
                "outcome: resolved | 'outcome: {column: a, codes: x}' | :21: events[2].data.outcome.codes is no table; write it as",
                "outcome: resolved | 'outcome: {column: a, codes: {x: resolved}, otherwise: no}' | :21: events[2].data.outcome.otherwise is not among its words: no",
                "{column: jenis} | '{column: jenis, default: ???}' | :8: service.default has no Latin letter or digit: ???",
                "{column: jenis} | '{id: a, name: A, default: b}' | :8: service.default stands beside id; keep it",
                "when: selesai | 'when: [a]' | :20: events[2].when is not a mapping",
                "when: selesai | 'when: {equals: a}' | :20: events[2].when has no column; add the key column",
                "when: selesai | when: selesai again: x | :20: is not YAML",
            })
    void aMistakeIsToldWithFileLinePlaceAndCure(String right, String wrong, String message) {
        String text = MappingText.COMPLAINTS.replace("\"{nomor}/c\"", "'{nomor}/c'");
        String changed = text.replace(right.startsWith("{nomor}/c") ? "'" + right + "'" : right, wrong);
        assertThat(changed).isNotEqualTo(text);

        List<String> told = mistakes(changed);

        assertThat(told.get(0)).isEqualTo("The mapping m.yaml cannot be used, nothing was sent:");
        assertThat(told.get(1)).startsWith("m.yaml" + message);
        assertThat(told).hasSize(2);
    }

    @Test
    void allMistakesAreToldAtOnceInTheOrderOfTheirLines() {
        String wrong = MappingText.COMPLAINTS
                .replace("time: selesai", "tme: selesai")
                .replace("zone: Asia/Jakarta", "zone: WIT")
                .replace("outcome: resolved", "outcom: resolved")
                .replace("{column: bidang, type: bidang}", "{column: bidang}");

        assertThat(mistakes(wrong))
                .containsExactly(
                        "The mapping m.yaml cannot be used, nothing was sent:",
                        "m.yaml:2: zone is not a time zone: WIT; write Asia/Jayapura",
                        "m.yaml:7: unit[2] has no type; add the key type",
                        "m.yaml:17: events[2] has no time; add the key time",
                        "m.yaml:17: events[2].type complaint.closed needs outcome; add it to data: one of resolved,"
                                + " rejected, outside-authority, withdrawn, duplicate",
                        "m.yaml:19: events[2].tme is an unknown key; did you mean time?",
                        "m.yaml:21: events[2].data.outcom is an unknown key; did you mean outcome?");
    }

    @Test
    void dataOfAnUnknownEventIsNotJudged() {
        assertThat(mistakes(MappingText.COMPLAINTS.replace("type: complaint.closed", "type: ticket.printed")))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | m.yaml: is empty; write one document with these keys: source, root",
                "- a | m.yaml: is not a mapping; write it as key: value",
                "'source: a\n---\nsource: b' | m.yaml: has 2 documents; write one document",
            })
    void aFileThatIsNoMappingIsRefused(String text, String message) {
        assertThat(mistakes(text).get(1)).startsWith(message);
    }

    private static List<String> mistakes(String text) {
        ImportException refused = catchThrowableOfType(ImportException.class, () -> MappingReader.read("m.yaml", text));
        assertThat(refused.exit()).isEqualTo(ImportExit.MAPPING);
        return refused.getMessage().lines().toList();
    }
}
