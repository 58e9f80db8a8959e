package id.tepati.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks blank is blank, wherever a cell is read. */
class CellTextTest {
    private static final String CLOSED_BY_STATUS = MappingText.COMPLAINTS
            .replace("when: selesai", "when: {column: status ket, equals: Sudah Selesai}")
            .replace("dd/MM/uuuu HH:mm,", "dd/MM/uuuu hh:mm a,");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            ints = {
                ' ', '\t', 0x85, 0xA0, 0xAD, 0x1680, 0x180E, 0x2003, 0x2007, 0x2009, 0x200A, 0x200B, 0x200C, 0x200D,
                0x200E, 0x2028, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF
            })
    void whatIsNotSeenIsBlankAndDoesNotStandAroundAText(int point) {
        String blank = Character.toString(point);

        assertThat(CellText.isBlank(blank)).isTrue();
        assertThat(CellText.of(blank + blank)).isEmpty();
        assertThat(CellText.of(blank + "Selesai " + blank)).isEqualTo("Selesai");
        assertThat(CellText.of(" " + blank + "é" + blank)).isEqualTo("é");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sudah\u00A0Selesai",
                "Sudah\u2009Se\u200Blesai",
                "Sudah\u202FSele\u00ADsai",
                "Sudah\u3000Selesai"
            })
    void textsThatLookAlikeAreAlike(String text) {
        assertThat(CellText.of(text)).isEqualTo("Sudah Selesai");
    }

    @ParameterizedTest
    @ValueSource(strings = {"می\u200Cخواهم", "👩\u200D💻", "a\nb", "𐀀 b", "-", "_", "."})
    void whatIsSeenStays(String text) {
        assertThat(CellText.of(text)).isEqualTo(text);
        assertThat(CellText.isBlank(text)).isFalse();
    }

    /** The blank stands beside the header, the id, the unit, the date, the condition; one cell is blank by it alone. */
    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u2007", "\u202F", "\u2009", "\u200B", "\u2060", "\uFEFF", "\u3000"})
    void aBlankChangesNothingOfARow(String b) throws IOException {
        Reading reading = Reading.of(
                MappingReader.read("m.yaml", CLOSED_BY_STATUS),
                folder,
                ("nomor_,_opd,bidang,jenis,terima,janji_,selesai,kanal,_status ket\n"
                                + "_1_,PU_,_,Jalan_,01/10/2026 08:00 AM_,_,_02/10/2026 08:00 PM,_,Sudah Selesai_\n")
                        .replace("_", b));

        assertThat(reading.badLines()).isEmpty();
        assertThat(reading.ids()).containsExactly("1/r", "1/c");
        assertThat(reading.events().get(1).unit().value()).isEqualTo("kota.pu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u2009", "\u202F"})
    void aSpaceInsideIsASpace(String space) throws IOException {
        Reading reading = Reading.of(
                MappingReader.read("m.yaml", CLOSED_BY_STATUS),
                folder,
                "nomor,opd,bidang,jenis,terima,janji,selesai,kanal,status%sket\n".formatted(space)
                        + "1,PU,,Jalan,01/10/2026%1$s08:00%1$sAM,,02/10/2026 08:00%1$sPM,,Sudah%1$sSelesai\n"
                                .formatted(space));

        assertThat(reading.badLines()).isEmpty();
        assertThat(reading.ids()).containsExactly("1/r", "1/c");
    }

    @Test
    void aMappingMayHaveTheBlankInstead() throws IOException {
        Reading reading = Reading.of(
                MappingReader.read("m.yaml", CLOSED_BY_STATUS.replace("Sudah Selesai", "\"Sudah\u00A0Selesai\u2009\"")),
                folder,
                MappingText.HEADER.strip() + ",status ket\n"
                        + "1,PU,,Jalan,01/10/2026 08:00 AM,,02/10/2026 08:00 PM,,Sudah Selesai\n");

        assertThat(reading.ids()).containsExactly("1/r", "1/c");
    }
}
