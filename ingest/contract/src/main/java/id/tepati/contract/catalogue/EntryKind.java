package id.tepati.contract.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of catalogue entries, in the order in which they are published: what is referred to comes first. */
public enum EntryKind {
    CALENDAR,
    UNIT,
    SERVICE,
    STANDARD;

    /** Its id in keys and JSON, for instance {@code calendar}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with the given id. */
    public static Optional<EntryKind> ofId(String id) {
        return Stream.of(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
