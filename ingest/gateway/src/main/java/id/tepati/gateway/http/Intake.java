package id.tepati.gateway.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.tepati.contract.event.IgnoredField;
import id.tepati.contract.event.RejectCode;
import id.tepati.gateway.reject.RefusedEvent;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the checks made of a request.
 *
 * @param records of the accepted events, and of the dead letters of the refused ones
 */
record Intake(List<ProducerRecord<byte[], byte[]>> records, Answer answer) {
    Intake {
        records = List.copyOf(records);
    }

    /**
     * The body of the answer: numbers of events, and those refused.
     *
     * @param ignored fields of accepted events that nobody reads; told only to whoever asks for a check
     */
    @JsonPropertyOrder({"accepted", "repeated", "rejected", "ignored"})
    record Answer(
            int accepted,
            int repeated,
            List<RefusedEvent> rejected,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Ignored> ignored) {
        Answer {
            rejected = List.copyOf(rejected);
            ignored = List.copyOf(ignored);
        }

        /** An answer that tells of no ignored field. */
        Answer(int accepted, int repeated, List<RefusedEvent> rejected) {
            this(accepted, repeated, rejected, List.of());
        }

        /** The answer to who sent events to be stored. */
        Answer afterStoring() {
            return new Answer(accepted, repeated, rejected);
        }

        /** 202 if any event was accepted, else 422. */
        int status() {
            return accepted > 0 ? 202 : 422;
        }

        /** Whether all that came was one thing that is no event at all. */
        boolean isMalformed() {
            return accepted == 0
                    && rejected.size() == 1
                    && rejected.get(0).code().equals(RejectCode.MALFORMED.wireName());
        }
    }

    /**
     * A field that is not read.
     *
     * @param index place of its event among those of the request, from 0
     */
    @JsonPropertyOrder({"index", "pointer", "nearest"})
    record Ignored(int index, @JsonIgnore IgnoredField field) {
        @JsonProperty("pointer")
        String pointer() {
            return field.pointer();
        }

        /** The name that was probably meant. */
        @JsonProperty("nearest")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String nearest() {
            return field.nearest().orElse(null);
        }
    }
}
