package id.tepati.pipeline.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class EventCodesTest {
    @Test
    void everyTypeThatACaseCanHoldHasOneCode() {
        assertThat(EventCodes.TYPES)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .filter(type -> type != EventType.SOURCE_HEARTBEAT)
                        .toList());
    }

    @Test
    void everyFieldHasOneCode() {
        assertThat(EventCodes.FIELDS).doesNotHaveDuplicates().containsExactlyInAnyOrder(Field.values());
    }

    @Test
    void whatHasNoCodeIsNotWritten() {
        assertThatIllegalStateException()
                .isThrownBy(() -> EventCodes.code(EventCodes.TYPES, EventType.SOURCE_HEARTBEAT))
                .withMessageContaining("SOURCE_HEARTBEAT");
    }
}
