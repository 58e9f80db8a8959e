package id.tepati.contract.catalogue.feed;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.catalogue.json.CatalogueJson;
import id.tepati.contract.catalogue.json.UnreadableEntryException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records of the catalogue topic as entries, latest per key. What cannot be read is logged once per key and
 * passed over. Confined to the thread of the feed.
 */
final class EntryLog {
    private static final Logger LOG = LoggerFactory.getLogger(EntryLog.class);

    private final Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
    private final Set<String> unreadableKeys = new HashSet<>();
    private long revision;

    /** Takes a record in and tells whether anything changed. */
    boolean take(ConsumerRecord<byte[], byte[]> record) {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        try {
            CatalogueEntry entry = read(key, record.value());
            if (entry.equals(entries.put(key, entry))) {
                return false;
            }
            revision++;
            return true;
        } catch (UnreadableEntryException bad) {
            if (unreadableKeys.add(key)) {
                LOG.atWarn()
                        .addKeyValue("key", key)
                        .addKeyValue("offset", record.offset())
                        .addKeyValue("reason", bad.getMessage())
                        .log("catalogue record passed over, publish the entry again");
            }
            return false;
        }
    }

    CatalogueSnapshot snapshot() {
        return new CatalogueSnapshot(List.copyOf(entries.values()), revision);
    }

    private static CatalogueEntry read(String key, byte[] value) throws UnreadableEntryException {
        if (value == null) {
            throw new UnreadableEntryException("a tombstone: published entries are never removed");
        }
        CatalogueEntry entry = CatalogueJson.read(value);
        if (!entry.key().equals(key)) {
            throw new UnreadableEntryException("the key is not that of the entry, " + entry.key());
        }
        return entry;
    }
}
