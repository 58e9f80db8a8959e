package id.tepati.access.feed;

import id.tepati.access.change.ChainHead;
import id.tepati.access.record.AccessRecord;
import id.tepati.access.record.AccessView;
import id.tepati.access.record.MachineToken;
import id.tepati.access.record.ProducerAccount;
import id.tepati.access.record.RecordKey;
import id.tepati.access.record.SignInSession;
import id.tepati.access.record.UserAccount;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records of {@code tepati.access.v1}, the latest of each key. Where that cannot be read, nobody has the rights that an
 * earlier one gave: it may have taken them away. Not thread-safe.
 */
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    private final Map<RecordKey, AccessRecord> records = new HashMap<>();
    private final Map<RecordKey, SignInSession> sessions = new HashMap<>();
    private @Nullable ChainHead head;

    /** Takes a record in. */
    void take(ConsumerRecord<byte[], byte[]> record) {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        try {
            if (key.equals(ChainHead.KEY)) {
                head = record.value() == null ? null : ChainHead.fromJson(record.value());
            } else {
                RecordKey known = RecordKey.parse(key)
                        .orElseThrow(() -> new IllegalArgumentException("a key of another release"));
                forget(known);
                put(known, record.value());
            }
        } catch (IllegalArgumentException unreadable) {
            // the key may name a person, and one of a session its hash
            LOG.atWarn()
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", unreadable.getMessage())
                    .log("record of access passed over, whoever it is about has no rights");
        }
    }

    private void forget(RecordKey key) {
        records.remove(key);
        sessions.remove(key);
    }

    private void put(RecordKey key, byte @Nullable [] json) {
        if (json == null) {
            return;
        }
        switch (key.kind()) {
            case USER -> put(key, UserAccount.fromJson(json));
            case TOKEN -> put(key, MachineToken.fromJson(json));
            case PRODUCER -> put(key, ProducerAccount.fromJson(json));
            case SESSION -> put(key, SignInSession.fromJson(json));
        }
    }

    private void put(RecordKey key, AccessRecord record) {
        require(key, record.key());
        records.put(key, record);
    }

    private void put(RecordKey key, SignInSession session) {
        require(key, session.key());
        sessions.put(key, session);
    }

    private static void require(RecordKey key, RecordKey own) {
        if (!own.equals(key)) {
            throw new IllegalArgumentException("the key is not that of the record");
        }
    }

    AccessView view() {
        return new AccessView(records.values(), sessions.values(), head);
    }
}
