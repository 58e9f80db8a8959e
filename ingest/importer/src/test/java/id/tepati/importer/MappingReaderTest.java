package id.tepati.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.event.Field;
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
        assertThat(mapping.separator()).isEqualTo(',');
        assertThat(mapping.events()).hasSize(2);
        assertThat(mapping.events().get(0).data()).containsOnlyKeys(Field.PROMISED_AT, Field.CHANNEL);
    }

    /** Each line of the mapping in turn replaced by a wrong one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source: import/test | '' | line 2: `source` is missing; add `source:` with text",
                "source: import/test | sourc: x | line 1: `sourc` is not known here; use one of source, root",
                "zone: Asia/Jakarta | zone: WIB | line 2: `WIB` is no time zone; write it like Asia/Jakarta",
                "dd/MM/uuuu HH:mm, | dd/MM/bbbb, | line 3: `dd/MM/bbbb` is no pattern of dates; write it like",
                "{id: kota, | {id: Kota Baru, | line 4: `Kota Baru` is no id; use lower case letters, digits, dots, hyphens: kota-baru",
                "{column: opd, type: opd} | {colum: opd, type: opd} | line 6: `colum` is not known here; use one of column, type",
                "promise: resolution | promise: late | line 10: `late` is no clock; use one or more of waiting, re-waiting",
                "case: nomor | case: '{nomor' | line 9: `{nomor` names no column",
                "type: complaint.closed | type: complaint.done | line 17: `complaint.done` is no event of a case; use one of",
                "'{nomor}/c' | 'closed {' | line 18: `closed {` names no column, or has a brace",
                "data: {outcome: resolved} | once: case | line 17: complaint.closed needs `outcome`; add it to `data`",
                "outcome: resolved | outcome: granted | line 21: `granted` is not among its words; `outcome` takes one of resolved",
                "outcome: resolved | outcom: resolved | line 21: complaint.closed has no field `outcom`; use one of outcome",
                "{slug: kanal} | {column: kanal} | line 16: `channel` takes a code `[a-z0-9-]{1,40}`; write channel: {slug: COLUMN}",
                "when: selesai | 'when: [a]' | line 20: `when` must be a map",
                "when: selesai | when: selesai again: x | line 20: this is not YAML",
            })
    void anErrorNamesFileLineAndCure(String right, String wrong, String message) {
        String text = MappingText.COMPLAINTS.replace("\"{nomor}/c\"", "'{nomor}/c'");
        String changed = text.replace(right.startsWith("{nomor}/c") ? "'" + right + "'" : right, wrong);
        assertThat(changed).isNotEqualTo(text);

        assertThatThrownBy(() -> MappingReader.read("m.yaml", changed))
                .isInstanceOfSatisfying(
                        ImportException.class, e -> assertThat(e.exit()).isEqualTo(ImportExit.MAPPING))
                .hasMessageStartingWith("m.yaml, " + message);
    }
}
