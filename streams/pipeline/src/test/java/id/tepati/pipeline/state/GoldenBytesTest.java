package id.tepati.pipeline.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.tepati.contract.output.Restatement;
import id.tepati.rules.CaseId;
import id.tepati.rules.statistics.Distribution;
import id.tepati.rules.tally.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * State written by a release is read by the next. A file here never changes: a new form gets a new version, a new
 * file, and the old one must still be read.
 */
final class GoldenBytesTest {
    @Test
    void caseOfVersion1() throws IOException {
        byte[] golden = golden("case-v1.hex");

        assertThat(CaseStateCodec.read(golden)).isEqualTo(Samples.withoutValues(Samples.caseState()));
    }

    @Test
    void caseOfVersion2() throws IOException {
        byte[] golden = golden("case-v2.hex");

        assertThat(CaseStateCodec.read(golden)).isEqualTo(Samples.withoutValues(Samples.ticketState()));
    }

    @Test
    void caseOfVersion3() throws IOException {
        byte[] golden = golden("case-v3.hex");

        assertThat(CaseStateCodec.read(golden)).isEqualTo(Samples.withoutValues(Samples.ticketState()));
    }

    @Test
    void caseOfVersion4() throws IOException {
        byte[] golden = golden("case-v4.hex");

        assertThat(hex(CaseStateCodec.write(Samples.ticketState()))).isEqualTo(hex(golden));
        assertThat(CaseStateCodec.read(golden)).isEqualTo(Samples.ticketState());
    }

    @Test
    void tallyOfVersion2() throws IOException {
        byte[] golden = golden("tally-v2.hex");

        assertThat(TallyCodec.read(golden)).isEqualTo(Samples.withoutValues(Samples.tallyOfForm2()));
    }

    @Test
    void tallyOfVersion3() throws IOException {
        byte[] golden = golden("tally-v3.hex");

        assertThat(hex(TallyCodec.write(Samples.tallyOfForm2()))).isEqualTo(hex(golden));
        assertThat(TallyCodec.read(golden)).isEqualTo(Samples.tallyOfForm2());
    }

    /** A tally of an old form goes on without its values, whatever is added, until it is counted anew. */
    @Test
    void whatAnOldTallyCountedCanBeTakenBack() throws IOException {
        Tally old = TallyCodec.read(golden("tally-v2.hex"));
        Tally one = new Tally(0, 0, 0, 0, 0, 0, 0, Distribution.EMPTY.plus(95), Distribution.EMPTY.plus(2));

        Tally grown = TallyCodec.read(TallyCodec.write(old.plus(one)));

        assertThat(grown).isEqualTo(old.plus(one));
        assertThat(grown.duration().knowsValues()).isFalse();
        assertThat(grown.minus(one)).isEqualTo(old);
        assertThat(grown.minus(one).minus(Samples.tallyOfForm2()).isZero()).isTrue();
    }

    @Test
    void claimsOfVersion1() {
        NavigableSet<CaseId> claims = new TreeSet<>(List.of(new CaseId("é"), new CaseId("KTP/1")));

        assertThat(hex(ClaimsCodec.write(claims))).isEqualTo("0204" + "0a" + "4b54502f31" + "04" + "c3a9");
        assertThat(ClaimsCodec.read(ClaimsCodec.write(claims))).isEqualTo(claims);
    }

    @Test
    void fillsOfVersion1() {
        assertThat(hex(FillCodec.write("kk.1"))).isEqualTo("02" + "08" + "6b6b2e31");
        assertThat(FillCodec.read(FillCodec.write("kk.1"))).isEqualTo("kk.1");
        assertThat(hex(FillCodec.write(""))).isEqualTo("0200");
    }

    @Test
    void gatheringOfVersion1() {
        RestatementTotals gathering = RestatementTotals.begunAt(Instant.EPOCH)
                .with(
                        new RestatementTotals.Line("kk", "a"),
                        new Restatement.Counts(1, 2, 3, 4, 5, 6),
                        new Restatement.Counts(0, 0, 1, -1, 0, 0),
                        Instant.EPOCH.plusNanos(1000))
                .withCase();

        assertThat(hex(RestatementTotalsCodec.write(gathering)))
                .isEqualTo("02" + "00" + "02" + "02" + "02" + "046b6b" + "0261" + "020406080a0c" + "000002010000");
        assertThat(RestatementTotalsCodec.read(RestatementTotalsCodec.write(gathering)))
                .isEqualTo(gathering);
    }

    @Test
    void tallyOfVersion1() throws IOException {
        byte[] golden = golden("tally-v1.hex");

        assertThat(TallyCodec.read(golden)).isEqualTo(Samples.withoutValues(Samples.tally()));
    }

    @Test
    void aLaterVersionIsRefusedWithWhatToDo() throws IOException {
        byte[] laterCase = golden("case-v1.hex");
        laterCase[0] = new ByteWriter().number(5).bytes()[0];
        byte[] laterTally = golden("tally-v1.hex");
        laterTally[0] = laterCase[0];

        assertThatIllegalStateException()
                .isThrownBy(() -> CaseStateCodec.read(laterCase))
                .withMessageContaining("a case of form 5")
                .withMessageContaining("up to form 4")
                .withMessageContaining("delete the state directory");
        assertThatIllegalStateException()
                .isThrownBy(() -> TallyCodec.read(laterTally))
                .withMessageContaining("a tally of form 5");
    }

    @Test
    void aVersionThatNeverWasIsRefused() throws IOException {
        byte[] bytes = golden("tally-v1.hex");
        bytes[0] = 0;

        assertThatIllegalStateException()
                .isThrownBy(() -> TallyCodec.read(bytes))
                .withMessageContaining("form 0");
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = GoldenBytesTest.class.getResourceAsStream("/state/" + name)) {
            String hex = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.US_ASCII);
            return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
