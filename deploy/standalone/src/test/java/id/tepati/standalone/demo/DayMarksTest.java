package id.tepati.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayMarksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");

    @TempDir
    Path data;

    @Test
    void beginWithTheUsualSeedOrTheOneAskedFor() {
        assertThat(DayMarks.open(data, null, 1, TODAY).seed()).isEqualTo(1);
        assertThat(DayMarks.open(data, 9L, 1, TODAY).seed()).isEqualTo(9);
    }

    @Test
    void areTheSameAtTheNextStart() {
        // given
        DayMarks marks = DayMarks.open(data, 9L, 1, TODAY);
        marks.sent(TODAY, NOON);
        marks.sent(TODAY.minusDays(1), NOON);
        marks.live(NOON.plusSeconds(5));
        marks.save();
        // when
        DayMarks next = DayMarks.open(data, null, 1, TODAY.plusDays(3));
        // then
        assertThat(next.seed()).isEqualTo(9);
        assertThat(next.founded()).isEqualTo(TODAY);
        assertThat(next.sent(TODAY)).contains(NOON.plusSeconds(5));
        assertThat(next.sent(TODAY.minusDays(2))).isEmpty();
    }

    @Test
    void ofAnEarlierStartStandStillUntilTheirDayIsSentOn() {
        DayMarks first = DayMarks.open(data, 9L, 1, TODAY);
        first.sent(TODAY, NOON);
        first.save();

        DayMarks next = DayMarks.open(data, null, 1, TODAY);
        next.live(NOON.plusSeconds(60));

        assertThat(next.sent(TODAY)).contains(NOON);
    }

    @Test
    void ofADateThatWasForgottenAreNotKeptOn() {
        DayMarks marks = DayMarks.open(data, 5L, 1, TODAY);
        marks.sent(TODAY, NOON);

        marks.forget(TODAY);
        marks.live(NOON.plusSeconds(5));

        assertThat(marks.sent(TODAY)).isEmpty();
    }

    @Test
    void refuseAnotherSeed() {
        DayMarks.open(data, 9L, 1, TODAY).save();

        assertThatThrownBy(() -> DayMarks.open(data, 8L, 1, TODAY))
                .isInstanceOf(DemoException.class)
                .hasMessageContaining("seed 9")
                .hasMessageContaining("--seed")
                .hasMessageContaining("--data");
    }

    @Test
    void refuseDataThatIsOfNoDemo() throws IOException {
        Files.createDirectories(data.resolve("broker"));

        assertThatThrownBy(() -> DayMarks.open(data, null, 1, TODAY))
                .isInstanceOf(DemoException.class)
                .hasMessageContaining("not of a demo");
    }

    @Test
    void refuseAFileThatIsSpoilt() throws IOException {
        Files.writeString(data.resolve("demo.json"), "{\"seed\":");

        assertThatThrownBy(() -> DayMarks.open(data, null, 1, TODAY))
                .isInstanceOf(DemoException.class)
                .hasMessageContaining("demo.json");
    }
}
