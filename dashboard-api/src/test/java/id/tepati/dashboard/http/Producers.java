package id.tepati.dashboard.http;

import id.tepati.access.record.AccessRecord;
import id.tepati.access.record.AccessView;
import id.tepati.access.record.AccountId;
import id.tepati.access.record.MachineToken;
import id.tepati.access.record.ProducerAccount;
import id.tepati.access.record.UserAccount;
import id.tepati.access.rights.Grant;
import id.tepati.access.secret.Secret;
import id.tepati.access.secret.SecretKind;
import id.tepati.dashboard.readmodel.ModelFixture;
import id.tepati.rules.UnitId;
import java.security.SecureRandom;
import java.util.List;

/** Producers of the example, and somebody who may sign in, so that nothing is open. */
final class Producers {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Sends for all of Mawar as loket-1. */
    static final Secret LOKET = key();
    /** Sends for Kenanga as loket-2. */
    static final Secret KENANGA = key();
    /** Sends for Melati as anything, so as loket-1 too. */
    static final Secret MELATI = key();

    static final Secret REVOKED = key();
    static final Secret OPERATOR = Secret.make(SecretKind.TOKEN, RANDOM);
    static final Secret VIEWER = Secret.make(SecretKind.TOKEN, RANDOM);

    private Producers() {}

    private static Secret key() {
        return Secret.make(SecretKind.KEY, RANDOM);
    }

    /** The producers that have nothing in common. */
    static AccessView view() {
        return new AccessView(records().subList(0, 6), List.of(), null);
    }

    /** Also the one that may send what another one may. */
    static AccessView overlapping() {
        return new AccessView(records(), List.of(), null);
    }

    private static List<AccessRecord> records() {
        return List.of(
                producer("loket", LOKET, "kec-mawar", List.of("loket-1"), false),
                producer("loket-kenanga", KENANGA, "kel-kenanga", List.of("loket-2"), false),
                producer("lama", REVOKED, "kec-mawar", List.of("lama"), true),
                token("prometheus", "operator", OPERATOR),
                token("grafana", "viewer", VIEWER),
                new UserAccount(new AccountId("ani"), "Ani", null, List.of(), ModelFixture.NOW),
                producer("loket-melati", MELATI, "kel-melati", List.of(), false));
    }

    private static MachineToken token(String id, String role, Secret token) {
        return new MachineToken(
                new AccountId(id), Grant.parse(role), token.hash(), ModelFixture.NOW.plusSeconds(3_600));
    }

    private static ProducerAccount producer(String id, Secret key, String unit, List<String> sources, boolean revoked) {
        return new ProducerAccount(
                new AccountId(id), List.of(new UnitId(unit)), List.of(), sources, 50, key.hash(), null, revoked);
    }
}
