package id.tepati.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.access.change.Author;
import id.tepati.access.change.Change;
import id.tepati.access.edit.TokenEdits;
import id.tepati.access.edit.UserEdits;
import id.tepati.access.feed.AccessFeed;
import id.tepati.access.feed.AccessWriter;
import id.tepati.access.feed.ChangeLog;
import id.tepati.access.http.Gate;
import id.tepati.access.record.AccountId;
import id.tepati.access.rights.Grant;
import id.tepati.access.secret.Secret;
import id.tepati.access.secret.SecretKind;
import id.tepati.broker.testing.KafkaBroker;
import id.tepati.broker.testing.TestBroker;
import id.tepati.contract.topic.TopicSetup;
import id.tepati.contract.topic.Topics;
import id.tepati.gateway.http.Door.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator does at the gateway stands in the change log. */
@KafkaBroker
final class NotedChangesTest {
    private static final Clock CLOCK = Clock.fixed(City.NOW, ZoneOffset.UTC);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Author BUDI = new Author("budi", "Uji coba");
    private static final String IDS = "{\"ids\":[\"tidak-ada\"]}";

    private final SecureRandom random = new SecureRandom();
    private Map<String, Object> client;
    private AccessWriter writer;
    private AccessFeed feed;
    private City city;
    private Door door;

    @BeforeEach
    void open(TestBroker broker) {
        client = Map.of("bootstrap.servers", broker.bootstrapServers());
        TopicSetup.ensure(broker.admin(), Topics.ofAccess(), (short) 1);
        writer = new AccessWriter(client, Clock.systemUTC());
        writer.write(BUDI, UserEdits.add(new AccountId(broker.uniqueName("somebody")), "Somebody", null, List.of()));
        feed = AccessFeed.start(client, LONG);
        city = City.sample(broker);
        door = city.door(CLOCK, new Gate(feed::view, true, CLOCK));
    }

    @AfterEach
    void close() {
        door.close();
        city.close();
        feed.close();
    }

    private String token(AccountId id, String grant) {
        Secret secret = Secret.make(SecretKind.TOKEN, random);
        writer.write(BUDI, TokenEdits.add(id, Grant.parse(grant), secret.hash(), Instant.MAX));
        assertThat(feed.await(view -> view.token(id).isPresent(), LONG)).isTrue();
        return "Bearer " + secret.text();
    }

    private Answer post(String path, String body, String token, String why) {
        return door.post(
                path, "application/json", BodyPublishers.ofString(body), "Authorization", token, "Tepati-Why", why);
    }

    private Change last() {
        ChangeLog log = ChangeLog.read(client, LONG);
        assertThat(log.flaw()).isEmpty();
        return Change.fromJson(log.lines().get(log.lines().size() - 1));
    }

    @Test
    void tellWhoDidWhatAndWhy(TestBroker broker) {
        AccountId siti = new AccountId(broker.uniqueName("siti"));
        String token = token(siti, "operator");

        assertThat(post("/api/v1/dead-letters/dismiss", IDS, token, "salah kirim")
                        .status())
                .isEqualTo(200);
        assertThat(last())
                .returns(new Author(siti.value(), "salah kirim"), Change::author)
                .returns("dismiss", Change::action)
                .returns("dead-letters", Change::subject)
                .satisfies(change -> assertThat(change.what().toString()).contains("tidak-ada"));

        String files =
                "{\"files\":[{\"name\":\"a.yaml\",\"text\":\"services:\\n  - {id: akta, name: Akta Kelahiran}\\n\"}]}";
        Answer applied = post("/api/v1/catalog?mode=apply", files, token, "layanan\tbaru");
        assertThat(applied.status()).as(applied.body()).isEqualTo(200);
        assertThat(last())
                .returns(new Author(siti.value(), "not said"), Change::author)
                .returns("publish", Change::action)
                .satisfies(change -> assertThat(change.what().toString()).contains("akta"));
    }

    @Test
    void areThoseOfWhoeverMayMakeThem(TestBroker broker) {
        int before = ChangeLog.read(client, LONG).lines().size();
        String viewer = token(new AccountId(broker.uniqueName("viewer")), "viewer");
        String ofOneUnit = token(new AccountId(broker.uniqueName("of-one")), "operator:kel-melati");

        for (String token : List.of(viewer, ofOneUnit)) {
            assertThat(post("/api/v1/dead-letters/replay", IDS, token, "uji").status())
                    .isEqualTo(404);
            assertThat(post("/api/v1/catalog?mode=apply", "{}", token, "uji").status())
                    .isEqualTo(404);
        }
        assertThat(ChangeLog.read(client, LONG).lines()).hasSize(before + 2);
    }
}
