package id.tepati.pipeline.judge;

import id.tepati.contract.output.OutputKey;
import id.tepati.rules.CaseKey;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/** Keys of cases, and of numbers of tickets, in stores: those of the output records of cases. */
final class CaseKeys {
    private CaseKeys() {}

    static Bytes bytes(CaseKey key) {
        return Bytes.wrap(new OutputKey.OfCase(key).bytes());
    }

    static CaseKey key(Bytes bytes) {
        return OutputKey.OfCase.parse(new String(bytes.get(), StandardCharsets.UTF_8))
                .key();
    }
}
