package id.tepati.pipeline.judge;

import id.tepati.rules.CaseId;
import id.tepati.rules.CaseKey;
import id.tepati.rules.UnitId;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/** Keys of cases in stores: {@code unit|case} in UTF-8; a unit id holds no bar. */
final class CaseKeys {
    private CaseKeys() {}

    static Bytes bytes(CaseKey key) {
        return Bytes.wrap(key.toString().getBytes(StandardCharsets.UTF_8));
    }

    static CaseKey key(Bytes bytes) {
        String text = new String(bytes.get(), StandardCharsets.UTF_8);
        int bar = text.indexOf('|');
        return new CaseKey(new UnitId(text.substring(0, bar)), new CaseId(text.substring(bar + 1)));
    }
}
