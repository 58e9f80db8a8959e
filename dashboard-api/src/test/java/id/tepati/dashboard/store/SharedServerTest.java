package id.tepati.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import id.tepati.rules.CaseId;
import id.tepati.rules.CaseKey;
import id.tepati.rules.UnitId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes have one database of PostgreSQL: one of them writes, both answer. */
final class SharedServerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final UnitId MELATI = new UnitId("kel-melati");

    private DatabaseAddress address;
    private ModelStore first;
    private ModelStore second;

    @BeforeEach
    void open() {
        assumeThat(TestDatabase.isShared()).isTrue();
        address = TestDatabase.fresh();
        first = ModelStore.open(address, Clock.fixed(NOW, ZoneOffset.UTC));
        second = ModelStore.open(address, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        if (address != null) {
            first.close();
            second.close();
            TestDatabase.drop(address);
        }
    }

    @Test
    void theSecondWritesWhenTheFirstIsGone() {
        try (ModelWriter writer = first.writer().orElseThrow()) {
            assertThat(second.writer()).isEmpty();
            writer.commit(with("A-1"), List.of(), NOW);
            assertThat(second.writer()).isEmpty();
        }
        try (ModelWriter writer = second.writer().orElseThrow()) {
            assertThat(first.writer()).isEmpty();
            writer.commit(with("A-2"), List.of(), NOW);
        }
        assertThat(cases(first)).isEqualTo(2);
    }

    @Test
    void bothAnswerWhatOneWrote() {
        try (ModelWriter writer = first.writer().orElseThrow()) {
            for (int i = 1; i <= 3; i++) {
                writer.commit(with("A-" + i), List.of(), NOW);

                assertThat(cases(second)).isEqualTo(i);
                assertThat(cases(first)).isEqualTo(i);
            }
        }
    }

    /** Both kept figures of what was there before. */
    @Test
    void bothForgetWhatWasEmptied() {
        try (ModelWriter writer = first.writer().orElseThrow()) {
            writer.commit(with("A-1"), List.of(), NOW);
            writer.commit(with("A-2"), List.of(), NOW);
            assertThat(cases(second)).isEqualTo(2);

            writer.empty();

            assertThat(cases(first)).isZero();
            assertThat(cases(second)).isZero();
        }
    }

    private static long cases(ModelStore store) {
        return store.ask(model -> model.figures(MELATI).cases());
    }

    private static ChangeSet with(String id) {
        CaseKey key = new CaseKey(MELATI, new CaseId(id));
        String row = "{\"v\":1,\"unit\":\"" + key.unit() + "\",\"case\":\"" + key.id()
                + "\",\"incomplete\":false,\"clocks\":[],\"events\":[]}";
        ChangeSet changes = new ChangeSet();
        changes.putCase(key, StoredCase.of(key, row.getBytes(StandardCharsets.UTF_8)));
        return changes;
    }
}
