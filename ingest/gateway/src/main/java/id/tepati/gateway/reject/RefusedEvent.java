package id.tepati.gateway.reject;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.tepati.contract.event.Checked;
import id.tepati.contract.event.Masking;
import id.tepati.contract.event.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * One refused event as the answer to its sender names it. Holds no personal data: the id is masked.
 *
 * @param index place among the events of the request, from 0
 * @param id the event's id, masked; null where none could be made out
 * @param code why, by its name on the wire
 * @param pointer JSON pointer to the cause within the event
 * @param cure one English sentence that says what to do
 */
@JsonPropertyOrder({"index", "id", "code", "pointer", "cure"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefusedEvent(int index, @Nullable String id, String code, String pointer, String cure) {
    /** What the checks answered for the event at a place of the request. */
    public static RefusedEvent of(int index, Checked.Rejected rejected) {
        Rejection why = rejected.rejection();
        String id = rejected.seen().id();
        return new RefusedEvent(
                index, id == null ? null : Masking.mask(id), why.code().wireName(), why.pointer(), why.cure());
    }
}
