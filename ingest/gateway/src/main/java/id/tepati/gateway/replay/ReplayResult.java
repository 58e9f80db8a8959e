package id.tepati.gateway.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.tepati.contract.event.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * What became of one dead letter.
 *
 * @param id as it was asked for
 * @param outcome {@code sent}, {@code dismissed}, or why it stays: {@code refused} again, {@code not-replayable}, or there is
 *     none, {@code not-found}
 * @param where of what was sent again: {@code topic/partition/offset} of the new record
 * @param code of what was refused again: why, by its name on the wire
 * @param pointer of what was refused again: JSON pointer to the cause within the event
 * @param cure of what stays: one English sentence that says what to do
 */
@JsonPropertyOrder({"id", "outcome", "where", "code", "pointer", "cure"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayResult(
        String id,
        String outcome,
        @Nullable String where,
        @Nullable String code,
        @Nullable String pointer,
        @Nullable String cure) {
    static ReplayResult sent(String id, String where) {
        return new ReplayResult(id, "sent", where, null, null, null);
    }

    static ReplayResult dismissed(String id) {
        return new ReplayResult(id, "dismissed", null, null, null, null);
    }

    static ReplayResult refused(String id, Rejection why) {
        return new ReplayResult(id, "refused", null, why.code().wireName(), why.pointer(), why.cure());
    }

    static ReplayResult notReplayable(String id, String cure) {
        return new ReplayResult(id, "not-replayable", null, null, null, cure);
    }

    static ReplayResult notFound(String id) {
        return new ReplayResult(id, "not-found", null, null, null, "List the dead letters: it may be gone already.");
    }
}
