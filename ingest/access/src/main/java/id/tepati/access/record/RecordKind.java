package id.tepati.access.record;

import id.tepati.rules.WireName;
import java.util.Map;
import java.util.Optional;

/** What a record of {@code tepati.access.v1} is about; the first part of its key. */
public enum RecordKind {
    /** Somebody who may sign in. */
    USER,
    /** A machine that reads. */
    TOKEN,
    /** A machine that sends events. */
    PRODUCER,
    /** Somebody who has signed in. */
    SESSION;

    private static final Map<String, RecordKind> BY_NAME = WireName.index(values());

    static Optional<RecordKind> ofName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    @Override
    public String toString() {
        return WireName.of(this);
    }
}
