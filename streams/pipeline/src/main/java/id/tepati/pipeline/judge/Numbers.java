package id.tepati.pipeline.judge;

import id.tepati.pipeline.state.ClaimsCodec;
import id.tepati.rules.CaseId;
import id.tepati.rules.CaseKey;
import java.util.Collections;
import java.util.NavigableSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Which cases claim the number of a ticket, by the issues that carry both. Confined to a task. */
final class Numbers {
    private final KeyValueStore<Bytes, byte[]> store;

    Numbers(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    NavigableSet<CaseId> claimants(CaseKey number) {
        byte[] stored = store.get(CaseKeys.bytes(number));
        return stored == null ? Collections.emptyNavigableSet() : ClaimsCodec.read(stored);
    }

    void put(CaseKey number, NavigableSet<CaseId> claimants) {
        if (claimants.isEmpty()) {
            store.delete(CaseKeys.bytes(number));
        } else {
            store.put(CaseKeys.bytes(number), ClaimsCodec.write(claimants));
        }
    }
}
