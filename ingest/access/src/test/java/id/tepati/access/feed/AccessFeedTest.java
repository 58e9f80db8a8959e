package id.tepati.access.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tepati.access.change.Author;
import id.tepati.access.change.Change;
import id.tepati.access.edit.EditRefused;
import id.tepati.access.edit.ProducerEdits;
import id.tepati.access.edit.TokenEdits;
import id.tepati.access.edit.UserEdits;
import id.tepati.access.record.AccountId;
import id.tepati.access.record.SignInSession;
import id.tepati.access.rights.Grant;
import id.tepati.access.rights.Identity;
import id.tepati.access.secret.Secret;
import id.tepati.access.secret.SecretKind;
import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import id.tepati.contract.topic.TopicSetup;
import id.tepati.contract.topic.Topics;
import id.tepati.rules.UnitId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every test has ids of its own; the change log is that of all of them, and one chain at each of their ends. */
@KafkaBroker
final class AccessFeedTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Author BUDI = new Author("budi", "Uji coba");
    private static final Grant VIEWER = Grant.parse("viewer:kel-melati");

    private final SecureRandom random = new SecureRandom();
    private TestBroker broker;
    private Map<String, Object> client;
    private AccessWriter writer;

    @BeforeEach
    void connect(TestBroker shared) {
        broker = shared;
        client = Map.of("bootstrap.servers", shared.bootstrapServers());
        TopicSetup.ensure(shared.admin(), Topics.ofAccess(), (short) 1);
        writer = new AccessWriter(client, Clock.systemUTC());
    }

    private void addSomebodyElse() {
        writer.write(BUDI, UserEdits.add(id("eka"), "Eka", null, List.of(VIEWER)));
    }

    private AccessFeed follow() {
        return AccessFeed.start(client, LONG);
    }

    private AccountId id(String prefix) {
        return new AccountId(broker.uniqueName(prefix));
    }

    private void assertWhole() {
        assertThat(ChangeLog.read(client, LONG).flaw()).isEmpty();
    }

    @Test
    void whoStartsKnowsWhatWasWrittenAndWhatIsWrittenLater() {
        AccountId ani = id("ani");
        AccountId cici = id("cici");
        writer.write(BUDI, UserEdits.add(ani, "Ani", null, List.of(VIEWER)));

        try (AccessFeed feed = follow()) {
            assertThat(feed.view().user(ani))
                    .hasValueSatisfying(user -> assertThat(user.identity())
                            .isEqualTo(new Identity(ani.value(), Identity.Kind.PERSON, List.of(VIEWER))));
            assertThat(feed.view().hasNobody()).isFalse();

            writer.write(BUDI, UserEdits.add(cici, "Cici", null, List.of(VIEWER)));
            assertThat(feed.await(view -> view.user(cici).isPresent(), SOON)).isTrue();
        }
        assertWhole();
    }

    @Test
    void whatIsRevokedIsRevokedInEveryProcess() {
        AccountId id = id("token");
        Secret token = Secret.make(SecretKind.TOKEN, random);
        Instant expires = Instant.now().plusSeconds(3_600);
        writer.write(BUDI, TokenEdits.add(id, VIEWER, token.hash(), expires));

        try (AccessFeed one = follow();
                AccessFeed other = follow()) {
            for (AccessFeed feed : List.of(one, other)) {
                assertThat(feed.view().identityOfToken(token, Instant.now())).isPresent();
                assertThat(feed.view().identityOfToken(token, expires)).isEmpty();
            }

            writer.write(BUDI, TokenEdits.revoke(id));

            for (AccessFeed feed : List.of(one, other)) {
                assertThat(feed.await(view -> view.token(id).isEmpty(), SOON)).isTrue();
                assertThat(feed.view().identityOfToken(token, Instant.now())).isEmpty();
            }
        }
    }

    @Test
    void aRotatedKeyIsGoodBesideTheNewOneUntilItIsEnded() {
        AccountId loket = id("loket");
        Secret first = Secret.make(SecretKind.KEY, random);
        Secret second = Secret.make(SecretKind.KEY, random);
        writer.write(
                BUDI,
                ProducerEdits.add(loket, List.of(new UnitId("kel-melati")), List.of(), List.of(), 10, first.hash()));

        try (AccessFeed feed = follow()) {
            writer.write(BUDI, ProducerEdits.rotate(loket, second.hash()));
            assertThat(feed.await(view -> view.producerWith(second).isPresent(), SOON))
                    .isTrue();
            assertThat(feed.view().producerWith(first)).isPresent();

            writer.write(BUDI, ProducerEdits.endPrevious(loket));
            assertThat(feed.await(view -> view.producerWith(first).isEmpty(), SOON))
                    .isTrue();
            assertThat(feed.view().producerWith(second)).isPresent();

            writer.write(BUDI, ProducerEdits.revoke(loket));
            assertThat(feed.await(view -> view.producer(loket).orElseThrow().revoked(), SOON))
                    .isTrue();
            assertThat(feed.view().producerWith(second))
                    .hasValueSatisfying(found -> assertThat(found.revoked()).isTrue());
        }
        assertThatThrownBy(() -> writer.write(BUDI, ProducerEdits.rotate(loket, first.hash())))
                .isInstanceOf(EditRefused.class)
                .hasMessageContaining("was revoked for good");
    }

    @Test
    void aLineSaysWhoDidWhatWhenAndWhy() {
        AccountId ani = id("ani");
        Instant before = Instant.now().minusMillis(1);
        addSomebodyElse();
        writer.write(BUDI, UserEdits.add(ani, "Ani", null, List.of(VIEWER)));

        Change line = writer.write(new Author("dewi", "Pindah tugas"), UserEdits.remove(ani));

        assertThat(line.author()).isEqualTo(new Author("dewi", "Pindah tugas"));
        assertThat(line.action()).isEqualTo("remove");
        assertThat(line.subject()).isEqualTo("user|" + ani);
        assertThat(line.what()).containsOnlyKeys("before");
        assertThat(line.at()).isBetween(before, Instant.now());
        List<byte[]> lines = ChangeLog.read(client, LONG).lines();
        assertThat(Change.fromJson(lines.get(line.seq() - 1))).isEqualTo(line);
    }

    @Test
    void whatDoesNotGoWithWhatThereIsWritesNothing() {
        AccountId ani = id("ani");
        writer.write(BUDI, UserEdits.add(ani, "Ani", null, List.of(VIEWER)));
        int lines = ChangeLog.read(client, LONG).lines().size();

        assertThatThrownBy(() -> writer.write(BUDI, UserEdits.add(ani, "Ani", null, List.of())))
                .isInstanceOf(EditRefused.class)
                .hasMessageContaining("There is a user " + ani + " already");
        assertThat(ChangeLog.read(client, LONG).lines()).hasSize(lines);
    }

    @Test
    void writersAtOnceMakeOneChainWithAllTheirChanges() throws Exception {
        int lines = ChangeLog.read(client, LONG).lines().size();
        List<AccountId> ids = new ArrayList<>();
        List<Callable<Void>> work = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            List<AccountId> own = List.of(id("a"), id("b"), id("c"), id("d"));
            AccessWriter mine = new AccessWriter(client, Clock.systemUTC());
            ids.addAll(own);
            work.add(() -> {
                own.forEach(id -> mine.write(BUDI, UserEdits.add(id, "Seseorang", null, List.of(VIEWER))));
                return null;
            });
        }

        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(ChangeLog.read(client, LONG).lines()).hasSize(lines + 8);
        assertWhole();
        try (AccessFeed feed = follow()) {
            assertThat(ids).allSatisfy(id -> assertThat(feed.view().user(id)).isPresent());
        }
    }

    @Test
    void aLineThatSomebodyElseWroteIsFound() throws Exception {
        addSomebodyElse();
        String topic = Topics.CHANGES;
        int lines = ChangeLog.read(client, LONG).lines().size();

        send(topic, "x", "{\"seq\":" + (lines + 1) + "}");
        try {
            assertThat(ChangeLog.read(client, LONG).flaw())
                    .hasValueSatisfying(flaw -> assertThat(flaw.line()).isEqualTo(lines + 1));
        } finally {
            List<String> spoilt = List.of(topic, Topics.ACCESS);
            broker.admin().deleteTopics(spoilt).all().get();
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(broker.admin().listTopics().names().get())
                                    .doesNotContainAnyElementsOf(spoilt));
        }
    }

    @Test
    void sessionsOutliveTheProcessAndEndWithTheirUser() {
        AccountId ani = id("ani");
        Secret session = Secret.make(SecretKind.SESSION, random);
        addSomebodyElse();
        writer.write(BUDI, UserEdits.add(ani, "Ani", null, List.of(VIEWER)));
        int lines = ChangeLog.read(client, LONG).lines().size();
        try (SessionWriter sessions = SessionWriter.open(client)) {
            sessions.begin(SignInSession.withPassword(
                    session.hash(), ani, Instant.now(), Instant.now().plusSeconds(60)));
        }

        try (AccessFeed feed = follow();
                SessionWriter sessions = SessionWriter.open(client)) {
            assertThat(feed.view().identityOfSession(session, Instant.now())).isPresent();
            assertThat(ChangeLog.read(client, LONG).lines()).hasSize(lines);

            writer.write(BUDI, UserEdits.remove(ani));
            assertThat(feed.await(
                            view -> view.identityOfSession(session, Instant.now())
                                    .isEmpty(),
                            SOON))
                    .isTrue();
            writer.write(BUDI, UserEdits.add(ani, "Ani", null, List.of(VIEWER)));
            assertThat(feed.await(view -> view.user(ani).isPresent(), SOON)).isTrue();
            assertThat(feed.view().identityOfSession(session, Instant.now())).isEmpty();

            sessions.end(session.hash());
            assertThat(feed.await(
                            view -> view.sessions().stream()
                                    .noneMatch(one -> one.hash().equals(session.hash())),
                            SOON))
                    .isTrue();
        }
    }

    @Test
    void whoseRecordCannotBeReadHasNoRightsAnyMore() throws Exception {
        AccountId ani = id("ani");
        writer.write(BUDI, UserEdits.add(ani, "Ani", null, List.of(VIEWER)));

        try (AccessFeed feed = follow()) {
            assertThat(feed.view().user(ani)).isPresent();
            send(Topics.ACCESS, "user|" + ani, "{\"v\":9}");
            assertThat(feed.await(view -> view.user(ani).isEmpty(), SOON)).isTrue();
        }
    }

    private void send(String topic, String key, String value) throws Exception {
        Map<String, Object> settings = new HashMap<>(client);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, key.getBytes(UTF_8), value.getBytes(UTF_8)))
                    .get();
        }
    }

    @Test
    void whereNobodyAnswersThatIsSaid() {
        Map<String, Object> nowhere = Map.of("bootstrap.servers", "127.0.0.1:1");

        assertThatThrownBy(() -> AccessFeed.start(nowhere, Duration.ofSeconds(1)))
                .isInstanceOf(AccessException.class)
                .hasMessageContaining("check that the broker runs");
    }

    @Test
    void aFeedThatIsClosedAnswersNobody() {
        AccessFeed feed = follow();
        feed.close();

        assertThatThrownBy(feed::view).isInstanceOf(AccessException.class).hasMessageContaining("closed");
    }
}
