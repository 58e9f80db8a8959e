package id.tepati.access.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.tepati.access.rights.Grant;
import id.tepati.access.rights.Identity;
import id.tepati.access.secret.PasswordHash;
import id.tepati.access.secret.SecretHash;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON forms are state: a changed golden file is a change of what releases before and after can read. */
final class RecordsTest {
    private static final Instant AT = Instant.parse("2026-11-23T03:00:00Z");
    private static final SecretHash ONE = new SecretHash("0123456789abcdef".repeat(4));
    private static final SecretHash OTHER = new SecretHash("fedcba9876543210".repeat(4));
    private static final PasswordHash PASSWORD = new PasswordHash(
            "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");

    private static final UserAccount USER = new UserAccount(
            new AccountId("ani"),
            "Ani \u2013 Lurah",
            PASSWORD,
            List.of(Grant.parse("unit-head:kel-melati"), Grant.parse("viewer")),
            AT);
    private static final MachineToken TOKEN =
            new MachineToken(new AccountId("prometheus"), Grant.parse("viewer"), ONE, AT);
    private static final ProducerAccount PRODUCER = new ProducerAccount(
            new AccountId("loket-melati"),
            List.of(new UnitId("kel-melati")),
            List.of("ticket.issued", "ticket.called"),
            List.of(),
            50,
            ONE,
            OTHER,
            false);
    private static final SignInSession SESSION =
            SignInSession.withPassword(ONE, new AccountId("ani"), AT, AT.plusSeconds(28_800));

    @Test
    void aUser() throws IOException {
        assertThat(text(USER.toJson())).isEqualTo(golden("user.v1.json"));
        assertThat(UserAccount.fromJson(USER.toJson())).isEqualTo(USER);
        UserAccount elsewhere = new UserAccount(new AccountId("budi"), "Budi", null, List.of(), AT);
        assertThat(UserAccount.fromJson(elsewhere.toJson())).isEqualTo(elsewhere);
    }

    @Test
    void aToken() throws IOException {
        assertThat(text(TOKEN.toJson())).isEqualTo(golden("token.v1.json"));
        assertThat(MachineToken.fromJson(TOKEN.toJson())).isEqualTo(TOKEN);
    }

    @Test
    void aProducer() throws IOException {
        assertThat(text(PRODUCER.toJson())).isEqualTo(golden("producer.v1.json"));
        assertThat(ProducerAccount.fromJson(PRODUCER.toJson())).isEqualTo(PRODUCER);
        assertThat(ProducerAccount.fromJson(PRODUCER.withoutPrevious().toJson()))
                .isEqualTo(PRODUCER.withoutPrevious());
    }

    @Test
    void aProducerThatNamesItsSources() throws IOException {
        ProducerAccount named = new ProducerAccount(
                PRODUCER.id(), PRODUCER.units(), List.of(), List.of("urn:loket:melati"), 50, ONE, null, false);

        assertThat(text(named.toJson())).isEqualTo(golden("producer-sources.v1.json"));
        assertThat(ProducerAccount.fromJson(named.toJson())).isEqualTo(named);
        assertThat(named.openly()).containsEntry("sources", List.of("urn:loket:melati"));
        assertThat(named.isFor("urn:loket:melati:2")).isTrue();
        assertThat(named.isFor("urn:loket:kenanga")).isFalse();
        assertThat(PRODUCER.isFor("urn:loket:kenanga")).isTrue();
        assertThat(PRODUCER.openly()).doesNotContainKey("sources");
    }

    @Test
    void aSession() throws IOException {
        assertThat(text(SESSION.toJson())).isEqualTo(golden("session.v1.json"));
        assertThat(SignInSession.fromJson(SESSION.toJson())).isEqualTo(SESSION);
    }

    @Test
    void aSessionOfWhomAProviderVouchedFor() throws IOException {
        List<Grant> grants = List.of(Grant.parse("unit-head:kec-mawar"), Grant.parse("viewer"));
        SignInSession session =
                new SignInSession(ONE, new AccountId("ani"), AT, AT.plusSeconds(28_800), "Ani \u2013 Camat", grants);

        assertThat(text(session.toJson())).isEqualTo(golden("session-oidc.v1.json"));
        assertThat(SignInSession.fromJson(session.toJson())).isEqualTo(session);
        assertThat(session.vouchedFor(AT)).contains(new Identity("ani", Identity.Kind.PERSON, grants));
        assertThat(session.vouchedFor(session.expires())).isEmpty();
        assertThat(session.isGood(USER, AT)).isFalse();
        assertThat(SESSION.vouchedFor(AT)).isEmpty();
    }

    @Test
    void theChangeLogIsToldNoHash() {
        for (AccessRecord record : List.of(USER, TOKEN, PRODUCER)) {
            assertThat(record.openly().toString())
                    .doesNotContain(ONE.hex())
                    .doesNotContain(OTHER.hex())
                    .doesNotContain("argon2");
        }
    }

    @Test
    void keysAreReadAsTheyAreWritten() {
        assertThat(List.of(USER.key(), TOKEN.key(), PRODUCER.key(), SESSION.key()))
                .extracting(RecordKey::toString)
                .containsExactly("user|ani", "token|prometheus", "producer|loket-melati", "session|" + ONE)
                .allSatisfy(key -> assertThat(RecordKey.parse(key))
                        .map(RecordKey::toString)
                        .contains(key));
        assertThat(RecordKey.parse("group|ani")).isEmpty();
        assertThat(RecordKey.parse("ani")).isEmpty();
    }

    @Test
    void aProducerSendsItsTypesOfItsUnits() {
        UnitId melati = new UnitId("kel-melati");

        assertThat(PRODUCER.maySend(melati, EventType.TICKET_ISSUED, unit -> Optional.empty()))
                .isTrue();
        assertThat(PRODUCER.maySend(melati, EventType.COMPLAINT_CLOSED, unit -> Optional.empty()))
                .isFalse();
        assertThat(PRODUCER.maySend(new UnitId("kel-kenanga"), EventType.TICKET_ISSUED, unit -> Optional.empty()))
                .isFalse();
        assertThat(PRODUCER.maySend(new UnitId("loket"), EventType.TICKET_ISSUED, unit -> Optional.of(melati)))
                .isTrue();
        assertThat(PRODUCER.revokedForGood().maySend(melati, EventType.TICKET_ISSUED, unit -> Optional.empty()))
                .isFalse();
    }

    @Test
    void aSessionEndsWithItsTimeWithItsUsersAndNeverServesAnother() {
        assertThat(SESSION.isGood(USER, AT)).isTrue();
        assertThat(SESSION.isGood(USER, SESSION.expires())).isFalse();
        assertThat(SESSION.isGood(USER.withPassword(PASSWORD, AT.plusMillis(1)), AT.plusMillis(2)))
                .isFalse();
        assertThat(SESSION.isGood(new UserAccount(new AccountId("budi"), "Budi", null, List.of(), AT), AT))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ani", "ani|budi", "-ani", "ani budi"})
    void whatIsNoIdIsRefused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountId(id));
    }

    private static String text(byte[] json) {
        return new String(json, UTF_8);
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RecordsTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8).strip();
        }
    }
}
