package id.tepati.contract.event;

import java.util.List;

/** The answer to one event. */
public sealed interface Checked {
    /** It passed all checks; {@code ignored} are the fields that it has and nobody reads. */
    record Accepted(IncomingEvent event, List<IgnoredField> ignored) implements Checked {
        /** Takes a copy of the list. */
        public Accepted {
            ignored = List.copyOf(ignored);
        }
    }

    /** It failed a check; {@code seen} is what could be made out of it. */
    record Rejected(Rejection rejection, RefusedEventDetails seen) implements Checked {}
}
