package id.tepati.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.output.SourceRow;
import id.tepati.contract.topic.Topics;
import id.tepati.dashboard.query.SystemStatus.Source;
import id.tepati.dashboard.readmodel.ModelFixture;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SystemStatusTest {
    private static final UnitId UNIT = ModelFixture.MELATI;
    private static final Instant AT = Instant.parse("2026-11-22T01:00:00Z");
    private static final String RECORD = "tepati.applications.v1/2/17";

    private final ModelFixture city = new ModelFixture();

    private void letter(String id, String where, @Nullable UnitId unit, @Nullable String source) {
        DeadLetter letter =
                new DeadLetter(id, "unknown-unit", "/data/unit", "Publish it.", AT, where, unit, source, null, "{}");
        city.put(Topics.DEAD_LETTERS, id, letter.toJson());
    }

    private void row(String source, long received, long counted, long dead) {
        SourceRow row =
                new SourceRow(UNIT, source, AT.minusSeconds(60), null, received, counted, 0, dead, 0, 0, 0, null);
        city.put(Topics.SOURCES, row.key().toString(), row.toJson());
    }

    private List<Source> sources() {
        return city.ask(model -> SystemStatus.answer(model, city.reading(), ModelFixture.NOW))
                .sources();
    }

    private Source source() {
        List<Source> sources = sources();
        assertThat(sources).hasSize(1);
        return sources.get(0);
    }

    @Test
    void whatTheGatewayRefusedIsOfItsSource() {
        row("loket-1", 10, 9, 1);
        letter("tepati.applications.v1-2-17", RECORD, UNIT, "loket-1");
        letter("d-1", DeadLetter.GATEWAY, UNIT, "loket-1");
        letter("d-2", DeadLetter.GATEWAY, UNIT, "loket-1");

        assertThat(source().dead()).isEqualTo(3);
        assertThat(source().atGateway()).isEqualTo(2);
        assertThat(source().received()).isEqualTo(12);
        assertThat(source().counted()).isEqualTo(9);
        assertThat(source().lastSeen()).isEqualTo(AT.minusSeconds(60));
    }

    @Test
    void whatIsRefusedAgainCountsOnce() {
        row("loket-1", 9, 9, 0);
        letter("d-1", DeadLetter.GATEWAY, UNIT, "loket-1");
        letter("d-1", DeadLetter.GATEWAY, UNIT, "loket-1");

        assertThat(source().dead()).isEqualTo(1);
        assertThat(source().received()).isEqualTo(10);
    }

    /** The row has counted the record that was refused and, as one that counts, the one sent again. */
    @Test
    void aReplayedRecordOfThePipelineCountsOnce() {
        row("loket-1", 2, 1, 1);
        letter("tepati.applications.v1-2-17", RECORD, UNIT, "loket-1");
        city.put(Topics.DEAD_LETTERS, "tepati.applications.v1-2-17", null);

        assertThat(source().received()).isEqualTo(1);
        assertThat(source().counted()).isEqualTo(1);
        assertThat(source().dead()).isZero();
    }

    /** The letter names such a source masked. */
    @Test
    void aSourceWithAnAddressInItsNameHasItsLetters() {
        row("urn:loket:budi@melati.go.id", 1, 1, 0);
        letter("d-1", DeadLetter.GATEWAY, UNIT, "urn:loket:[email]");

        assertThat(source().source()).isEqualTo("urn:loket:budi@melati.go.id");
        assertThat(source().dead()).isEqualTo(1);
    }

    @Test
    void aSourceOfWhichAllWasRefusedHasAPlace() {
        letter("d-1", DeadLetter.GATEWAY, new UnitId("kel-tak-ada"), "loket-9");

        assertThat(source().unit()).isEqualTo("kel-tak-ada");
        assertThat(source().received()).isEqualTo(1);
        assertThat(source().dead()).isEqualTo(1);
        assertThat(source().lastSeen()).isEqualTo(AT);
        assertThat(source().silent()).isNull();
    }

    @Test
    void whatTellsNoSourceHasAPlaceOfItsOwn() {
        row("loket-1", 1, 1, 0);
        letter("d-1", DeadLetter.GATEWAY, null, null);
        letter("d-2", DeadLetter.GATEWAY, null, null);
        letter("d-3", DeadLetter.GATEWAY, null, "loket-1");

        assertThat(sources()).extracting(Source::unit).containsExactly(UNIT.value(), null, null);
        assertThat(sources()).extracting(Source::source).containsExactly("loket-1", null, "loket-1");
        assertThat(sources()).extracting(Source::dead).containsExactly(0L, 2L, 1L);
    }
}
