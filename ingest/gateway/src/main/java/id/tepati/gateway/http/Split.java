package id.tepati.gateway.http;

import java.util.List;

/** What a body holds. */
sealed interface Split {
    /** Events as received, at least one, not yet read. */
    record Elements(List<byte[]> events) implements Split {
        /** Takes a copy. */
        public Elements {
            events = List.copyOf(events);
        }
    }

    /** No event at all: nothing to keep. */
    record Empty() implements Split {}

    /** More events than a request may hold. */
    record TooMany() implements Split {}

    /** Not what the content type says, so no event can be told from another. */
    record Broken(String cure) implements Split {}
}
