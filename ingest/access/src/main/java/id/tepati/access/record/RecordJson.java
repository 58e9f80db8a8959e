package id.tepati.access.record;

import com.fasterxml.jackson.databind.module.SimpleModule;
import id.tepati.access.rights.Grant;
import id.tepati.access.secret.PasswordHash;
import id.tepati.access.secret.SecretHash;
import id.tepati.contract.output.OutputJson;
import java.util.List;

/** How the records of access become JSON. */
final class RecordJson {
    private static final List<SimpleModule> TEXTS = List.of(
            OutputJson.text(AccountId.class, AccountId::new),
            OutputJson.text(Grant.class, Grant::parse),
            OutputJson.text(SecretHash.class, SecretHash::new),
            OutputJson.text(PasswordHash.class, PasswordHash::new));

    private RecordJson() {}

    static <T> OutputJson.Codec<T> codec(Class<T> type) {
        return OutputJson.Codec.of(type, TEXTS);
    }
}
