package id.tepati.access.edit;

import id.tepati.access.record.AccessRecord;
import id.tepati.access.record.AccessView;
import id.tepati.access.record.RecordKey;
import java.time.Instant;
import java.util.Optional;

/**
 * One change that somebody wants, worked out from what there is when it is made: it may be worked out again, where another
 * writer was faster.
 */
@FunctionalInterface
public interface Edit {
    /**
     * What is to be written.
     *
     * @param at when it is made
     * @throws EditRefused where it does not go with what there is
     */
    Outcome apply(AccessView now, Instant at);

    /**
     * What an edit comes to.
     *
     * @param action what was done, for the change log
     * @param subject the record concerned
     * @param after the record from now on; empty where it goes
     */
    record Outcome(String action, RecordKey subject, Optional<AccessRecord> after) {
        static Outcome of(String action, AccessRecord after) {
            return new Outcome(action, after.key(), Optional.of(after));
        }

        static Outcome gone(String action, RecordKey subject) {
            return new Outcome(action, subject, Optional.empty());
        }
    }
}
