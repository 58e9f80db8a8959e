package id.tepati.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.tepati.rules.CaseId;
import id.tepati.rules.CaseKey;
import id.tepati.rules.UnitId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A file that is not what this version wrote is begun anew, with a sentence in the log. */
final class DamagedFileTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final CaseKey CASE = new CaseKey(new UnitId("kel-melati"), new CaseId("A-1"));

    private final Logger logger = (Logger) LoggerFactory.getLogger(Database.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @TempDir
    Path directory;

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
    }

    @Test
    void goesOnWithAFileOfItsOwn() {
        fill();

        assertThat(casesHeldAtStart()).isOne();
        assertThat(log.list).isEmpty();
    }

    @Test
    void replacesAFileThatIsCutShort() throws IOException {
        fill();
        try (FileChannel file = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 2);
        }

        assertBegunAnew("is damaged");
    }

    @Test
    void replacesAFileThatIsNoDatabase() throws IOException {
        Files.writeString(file(), "no database, whatever its name says. ".repeat(100));

        assertBegunAnew("is damaged");
    }

    @Test
    void replacesAFileThatTurnsOutToBeDamagedWhenItIsAsked() throws IOException, SQLException {
        fill();
        overwriteAPage();
        try (ModelStore store = open()) {
            try (ModelWriter writer = store.writer().orElseThrow()) {
                assertThatExceptionOfType(DatabaseException.class)
                        .isThrownBy(() -> store.ask(model -> model.cases().find(CASE.unit(), CASE.id())));
                assertThatExceptionOfType(DatabaseException.class)
                        .isThrownBy(() -> writer.commit(new ChangeSet(), List.of(), NOW));
            }
            assertThat(casesHeld(store)).isZero();
        }
        assertThat(log.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("is damaged");
    }

    @Test
    void emptiesTablesOfAnotherForm() throws SQLException {
        fill();
        change("UPDATE schema_versions SET checksum = checksum + 1 WHERE version = '1'");

        assertBegunAnew("is of another version");
    }

    @Test
    void emptiesTablesOfALaterRelease() throws SQLException {
        fill();
        change("INSERT INTO schema_versions SELECT installed_rank + 1, '99', 'later', type, 'V99__later.sql', 1,"
                + " installed_by, installed_on, 1, 1 FROM schema_versions WHERE version = '1'");

        assertBegunAnew("is of another version");
    }

    private void assertBegunAnew(String sentence) {
        assertThat(casesHeldAtStart()).isZero();
        assertThat(log.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains(sentence, "filled again");
        fill();
        assertThat(casesHeldAtStart()).isOne();
    }

    private long casesHeldAtStart() {
        try (ModelStore store = open()) {
            return casesHeld(store);
        }
    }

    private static long casesHeld(ModelStore store) {
        try (ModelWriter writer = store.writer().orElseThrow()) {
            assertThat(writer.isFilled())
                    .isEqualTo(store.ask(model -> model.sizes().cases()) > 0);
            return store.ask(model -> model.sizes().cases());
        }
    }

    private void fill() {
        try (ModelStore store = open();
                ModelWriter writer = store.writer().orElseThrow()) {
            ChangeSet changes = new ChangeSet();
            String row = "{\"v\":1,\"unit\":\"" + CASE.unit() + "\",\"case\":\"" + CASE.id()
                    + "\",\"incomplete\":false,\"clocks\":[],\"events\":[]}";
            changes.putCase(CASE, StoredCase.of(CASE, row.getBytes(StandardCharsets.UTF_8)));
            writer.commit(changes, List.of(new Position("topic", 0, "id", 1)), NOW);
            writer.fill();
        }
    }

    private ModelStore open() {
        return ModelStore.open(DatabaseAddress.file(file()), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Path file() {
        return directory.resolve("model.db");
    }

    /** The root of what finds cases by their ids. */
    private void overwriteAPage() throws IOException, SQLException {
        long page;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT (rootpage - 1) * page_size FROM sqlite_master, pragma_page_size"
                                + " WHERE name = 'cases_by_id'")) {
            page = row.getLong(1);
        }
        try (FileChannel file = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap("damage".repeat(100).getBytes(StandardCharsets.UTF_8)), page);
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isOne();
        }
    }
}
