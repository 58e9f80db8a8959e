package id.tepati.contract.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.tepati.contract.event.Checked;
import id.tepati.contract.event.ImportBatch;
import id.tepati.contract.event.RefusedEventDetails;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.event.Rejection;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.statistics.Distribution;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Slot;
import id.tepati.rules.tally.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The JSON forms are public: a changed golden file is a change of the contract. */
final class OutputRecordsTest {
    private static final Instant AT = Instant.parse("2026-01-12T03:00:00.25Z");
    private static final UnitId UNIT = new UnitId("kel-melati");
    private static final OutputKey.OfTally TALLY = new OutputKey.OfTally(
            UNIT,
            new Slot(
                    new ServiceId("rekam-ktp"), new PromiseName("waiting"), new Bucket.Day(LocalDate.of(2026, 1, 12))));
    private static final Checked.Rejected REJECTED = new Checked.Rejected(
            Rejection.of(RejectCode.UNKNOWN_SERVICE, "/data/service"),
            new RefusedEventDetails("e-1", UNIT, "urn:loket:kel-melati", "id.tepati.application.submitted.v1"));

    @Test
    void deadLetterOfARecord() throws IOException {
        DeadLetter letter = DeadLetter.ofRecord(
                REJECTED, AT, "tepati.applications.v1", 3, 1042, "{\"nik\":\"3174011203990001\"}".getBytes(UTF_8));

        assertThat(text(letter.toJson())).isEqualTo(golden("dead-letter.v1.json"));
        assertThat(DeadLetter.fromJson(letter.toJson())).isEqualTo(letter);
        assertThat(letter.key()).hasToString("tepati.applications.v1-3-1042");
    }

    @Test
    void deadLetterOfARequest() throws IOException {
        var nothing = new Checked.Rejected(Rejection.of(RejectCode.MALFORMED, ""), RefusedEventDetails.NOTHING);

        DeadLetter letter = DeadLetter.ofRequest(nothing, AT, "{".getBytes(UTF_8));

        assertThat(text(letter.toJson())).isEqualTo(golden("dead-letter-gateway.v1.json"));
        assertThat(DeadLetter.fromJson(letter.toJson())).isEqualTo(letter);
    }

    @Test
    void aDeadLetterKeepsNothingOfAnEventWithPersonalDataInItsIdentifiers() {
        byte[] event = "{\"data\":{\"case\":\"3174011203990001\"}}".getBytes(UTF_8);
        var personal = new Checked.Rejected(
                Rejection.of(RejectCode.PERSONAL_DATA_IN_IDENTIFIER, "/data/case"), REJECTED.seen());

        assertThat(DeadLetter.ofRecord(personal, AT, "tepati.queue.v1", 3, 1042, event)
                        .payload())
                .isNull();
        assertThat(DeadLetter.ofRequest(personal, AT, event).payload()).isNull();
    }

    @Test
    void noPersonalDataIsReadFromALetterThatKeptIt() {
        String json = text(DeadLetter.ofRequest(REJECTED, AT, "x".getBytes(UTF_8))
                        .toJson())
                .replace("unknown-service", "personal-data-in-identifier");

        assertThat(DeadLetter.fromJson(json.getBytes(UTF_8)).payload()).isNull();
    }

    @Test
    void aDeadLetterTellsNoPersonalDataOfWhereItComesFrom() {
        var seen = new RefusedEventDetails("e-1", new UnitId("u.3174011203990001"), "urn:wa:081234567890", "a@b.id");
        var rejected = new Checked.Rejected(Rejection.of(RejectCode.UNKNOWN_TYPE, "/type"), seen);

        DeadLetter letter = DeadLetter.ofRequest(rejected, AT, "{}".getBytes(UTF_8));

        assertThat(letter.unit()).isNull();
        assertThat(letter.source()).isEqualTo("urn:wa:[phone]");
        assertThat(letter.type()).isEqualTo("[email]");
    }

    @Test
    void theSameRefusalHasTheSameId() {
        String id = DeadLetter.ofRequest(REJECTED, AT, "a".getBytes(UTF_8)).id();

        assertThat(DeadLetter.ofRequest(REJECTED, AT.plusSeconds(1), "a".getBytes(UTF_8))
                        .id())
                .isEqualTo(id);
        assertThat(DeadLetter.ofRequest(REJECTED, AT, "b".getBytes(UTF_8)).id()).isNotEqualTo(id);
    }

    @Test
    void cutsALongPayloadBetweenCharacters() {
        String payload = DeadLetter.ofRequest(REJECTED, AT, ("x" + "é".repeat(5000)).getBytes(UTF_8))
                .payload();

        assertThat(payload).endsWith("é [cut]").doesNotContain("\ufffd");
        // 1 + 2 * 4092 + 6 bytes: one more é would make 8193
        assertThat(payload.getBytes(UTF_8)).hasSize(8191);
        assertThat(Payloads.kept("é".repeat(4096).getBytes(UTF_8))).isEqualTo("é".repeat(4096));
    }

    @Test
    void masksBeforeItCuts() {
        String payload = "x ".repeat(4088) + "3174011203990001" + "y".repeat(100);

        assertThat(Payloads.kept(payload.getBytes(UTF_8))).doesNotContain("3174");
    }

    /** 41 and 90 seconds, 30 minutes being promised of which 0.0228 and 0.05 were used. */
    @Test
    void tally() throws IOException {
        Tally tally = new Tally(
                5,
                0,
                2,
                1,
                1,
                1,
                1,
                Distribution.EMPTY.plus(41).plus(90),
                Distribution.EMPTY.plus(228).plus(500));

        TallyRow row = TallyRow.of(TALLY, tally);

        assertThat(text(TallyRow.JSON.write(row))).isEqualTo(golden("tally.v1.json"));
        assertThat(TallyRow.JSON.read(TallyRow.JSON.write(row))).isEqualTo(row);
        assertThat(row.tally().duration().max()).hasValue(90);
        assertThat(row.tally().used().min()).hasValue(228);
    }

    @Test
    void tallyRowsWrittenBeforeExtremesWereKeptHaveNone() throws IOException {
        String json = golden("tally.v1.json").replaceAll(",\"min\":\\d+,\"max\":\\d+", "");

        Distribution duration = TallyRow.JSON.read(json.getBytes(UTF_8)).tally().duration();

        assertThat(duration).isEqualTo(Distribution.of(131, duration.buckets()));
        assertThat(duration.knowsExtremes()).isFalse();
        assertThat(duration.count()).isEqualTo(2);
    }

    @Test
    void anEmptyDistributionHasNoExtremes() {
        assertThat(text(TallyRow.JSON.write(TallyRow.of(TALLY, Tally.ZERO))))
                .endsWith("\"duration\":{\"sum\":0,\"buckets\":{}},\"used\":{\"sum\":0,\"buckets\":{}}}");
    }

    @Test
    void sourceRow() throws IOException {
        var loaded = new SourceRow.Loaded("import-aduan.20260112t030000.000z", 9, 143_428L, AT);
        var row = new SourceRow(
                UNIT, "urn:loket|1", AT, Instant.parse("2026-01-12T02:30:00Z"), 10, 7, 2, 1, 4, 90_000, 3, loaded);

        assertThat(text(row.toJson())).isEqualTo(golden("source.v2.json"));
        assertThat(SourceRow.fromJson(row.toJson())).isEqualTo(row);
        assertThat(row.key()).hasToString("kel-melati|urn:loket|1");
    }

    @Test
    void restatement() throws IOException {
        var before = new Restatement.Counts(4, 0, 2, 1, 1, 0);
        var row = new Restatement(
                Restatement.VERSION,
                "kel-melati",
                LocalDate.of(2026, 1, 9),
                RestatementCause.LATE_EVENT.wireName(),
                LocalDate.of(2026, 1, 12),
                AT,
                AT.plusSeconds(60),
                2,
                List.of(new Restatement.Line(
                        "ktp-el", "completion", before, before.plus(new Restatement.Counts(0, 0, 1, -1, 0, 0)))));

        assertThat(text(Restatement.JSON.write(row))).isEqualTo(golden("restatement.v1.json"));
        assertThat(Restatement.JSON.read(Restatement.JSON.write(row))).isEqualTo(row);
        assertThat(row.key()).hasToString("kel-melati|2026-01-09|late-event|2026-01-12");
    }

    @Test
    void sourceRowsOfTheFirstFormHaveNeitherUnknownFieldsNorALoad() throws IOException {
        Instant lastEvent = Instant.parse("2026-01-12T02:30:00Z");

        assertThat(SourceRow.fromJson(golden("source.v1.json").getBytes(UTF_8)))
                .isEqualTo(new SourceRow(UNIT, "urn:loket|1", AT, lastEvent, 10, 7, 2, 1, 4, 90_000, 0, null));
    }

    @Test
    void sourceRowsWrittenBeforeMisplacedWasCountedHaveNone() {
        String json =
                "{\"v\":1,\"unit\":\"kel-melati\",\"source\":\"loket-1\",\"lastSeen\":\"2026-01-12T03:00:00.250Z\","
                        + "\"received\":10,\"counted\":7,\"duplicate\":2,\"dead\":1,\"aheadMillis\":0}";

        assertThat(SourceRow.fromJson(json.getBytes(UTF_8)))
                .isEqualTo(new SourceRow(UNIT, "loket-1", AT, null, 10, 7, 2, 1, 0, 0, 0, null));
    }

    @Test
    void whatIsLoadedIsCountedByImport() {
        ImportBatch first = new ImportBatch("aduan", 3L);
        SourceRow.Loaded two = SourceRow.Loaded.with(SourceRow.Loaded.with(null, first, AT.plusSeconds(1)), first, AT);

        assertThat(two).isEqualTo(new SourceRow.Loaded("aduan", 2, 3L, AT.plusSeconds(1)));
        assertThat(SourceRow.Loaded.with(two, new ImportBatch("aduan"), AT.plusSeconds(2)))
                .as("another total under the same name")
                .isEqualTo(new SourceRow.Loaded("aduan", 1, null, AT.plusSeconds(2)));
        assertThat(SourceRow.Loaded.with(two, new ImportBatch("izin", 3L), AT.plusSeconds(2)))
                .isEqualTo(new SourceRow.Loaded("izin", 1, 3L, AT.plusSeconds(2)));
    }

    @Test
    void progress() throws IOException {
        var progress =
                new Progress(4, AT, Map.of("tepati.complaints.v1", 12L, "tepati.applications.v1", 3_000_000_000L));

        assertThat(text(progress.toJson())).isEqualTo(golden("progress.v1.json"));
        assertThat(Progress.fromJson(progress.toJson())).isEqualTo(progress);
        assertThat(progress.key()).hasToString("4");
    }

    @Test
    void ignoresFieldsItDoesNotKnow() {
        String json =
                "{\"v\":1,\"partition\":0,\"asOf\":\"2026-01-12T03:00:00.250Z\",\"processed\":{},\"lag\":{\"a\":[1]}}";

        assertThat(Progress.fromJson(json.getBytes(UTF_8))).isEqualTo(new Progress(0, AT, Map.of()));
    }

    @Test
    void saysWhatIsWrongWithAnotherRecord() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceRow.fromJson("{\"unit\":\"kel-melati\"}".getBytes(UTF_8)))
                .withMessageContaining("Not a SourceRow");
        assertThatIllegalArgumentException().isThrownBy(() -> SourceRow.fromJson("[".getBytes(UTF_8)));
    }

    private static String text(byte[] json) {
        return new String(json, UTF_8);
    }

    private static String golden(String file) throws IOException {
        try (InputStream in = OutputRecordsTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), UTF_8).strip();
        }
    }
}
