package id.tepati.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.CaseId;
import id.tepati.rules.CaseKey;
import id.tepati.rules.UnitId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WriteAheadLogTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final int COMMITS = 150;
    private static final int CASES = 400;
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path directory;

    @Test
    void staysShortWhereOneQuestionBeginsBeforeTheOtherEnds() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService reading = Executors.newSingleThreadExecutor();
        try (Database database = Database.open(DatabaseAddress.file(directory.resolve("model.db")));
                ModelStore store = new ModelStore(database, Clock.fixed(NOW, ZoneOffset.UTC));
                ModelWriter writer = store.writer().orElseThrow()) {
            writer.fill();
            Future<?> questions = reading.submit(() -> askWithoutAPause(database, done));
            long written = 0;
            for (int commit = 0; commit < COMMITS; commit++) {
                written += write(writer, NOW.plusSeconds(3L * commit));
            }
            done.set(true);
            questions.get();
            assertThat(written).as("what would lie in it").isGreaterThan(20 * MEGABYTE);
            assertThat(log()).isLessThan(2 * MEGABYTE);
        } finally {
            reading.shutdownNow();
        }
    }

    /** At every moment somebody reads. */
    private static void askWithoutAPause(Database database, AtomicBoolean done) {
        Handle former = begun(database);
        while (!done.get()) {
            Handle next = begun(database);
            former.close();
            former = next;
        }
        former.close();
    }

    private static Handle begun(Database database) {
        Handle handle = database.readers().open();
        handle.begin();
        Model.State.of(handle);
        return handle;
    }

    /** Gives how many bytes of rows were put. */
    private static long write(ModelWriter writer, Instant now) {
        ChangeSet changes = new ChangeSet();
        long bytes = 0;
        for (int number = 0; number < CASES; number++) {
            CaseKey key = new CaseKey(new UnitId("kel-melati"), new CaseId("A-" + number));
            byte[] row = ("{\"v\":1,\"unit\":\"" + key.unit() + "\",\"case\":\"" + key.id() + "\",\"incomplete\":"
                            + (now.getEpochSecond() % 2 == 0) + ",\"clocks\":[],\"events\":[],\"note\":\""
                            + now.hashCode() * 31L + "x".repeat(300) + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            changes.putCase(key, StoredCase.of(key, row));
            bytes += row.length;
        }
        writer.commit(changes, List.of(), now);
        return bytes;
    }

    private long log() throws IOException {
        return Files.size(directory.resolve("model.db-wal"));
    }
}
