package id.tepati.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublishedTest {
    private static final LocalDate NEW_YEAR = LocalDate.parse("2027-01-01");
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private static final Published<String> SECOND = new Published<>(2, NEW_YEAR, NOON, "second");

    @Test
    void governsFromADayOnAndIsKnownFromAnInstantOn() {
        assertThat(SECOND.isEffectiveOn(NEW_YEAR)).isTrue();
        assertThat(SECOND.isEffectiveOn(NEW_YEAR.minusDays(1))).isFalse();
        assertThat(SECOND.isKnownAt(NOON)).isTrue();
        assertThat(SECOND.isKnownAt(NOON.minusNanos(1))).isFalse();
    }

    @Test
    void isOrderedByEffectAndThenByVersion() {
        Published<String> first = Published.sinceEver("first");
        Published<String> third = new Published<>(3, NEW_YEAR, NOON, "third");

        assertThat(Stream.of(third, SECOND, first).sorted(Published.BY_EFFECT).map(Published::content))
                .containsExactly("first", "second", "third");
    }

    @Test
    void becomesAVersionWhenADraftIsPublished() {
        assertThat(Published.draft(NEW_YEAR, "second").as(2, NOON)).isEqualTo(SECOND);
    }
}
