package id.tepati.access.record;

import java.util.SortedMap;

/** Somebody or something with rights, as a record of {@code tepati.access.v1} that people change. */
public sealed interface AccessRecord permits UserAccount, MachineToken, ProducerAccount {
    /** The key of its record. */
    RecordKey key();

    /** Its JSON form, in UTF-8. */
    byte[] toJson();

    /** What the change log tells of it: no hash, but whether there is one. */
    SortedMap<String, Object> openly();
}
