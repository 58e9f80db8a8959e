package id.tepati.gateway.http;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.tepati.contract.event.RejectCode;
import id.tepati.gateway.reject.RefusedEvent;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What the checks made of a request.
 *
 * @param records of the accepted events, and of the dead letters of the refused ones
 */
record Intake(List<ProducerRecord<byte[], byte[]>> records, Answer answer) {
    Intake {
        records = List.copyOf(records);
    }

    /** The body of the answer: numbers of events, and those refused. */
    @JsonPropertyOrder({"accepted", "repeated", "rejected"})
    record Answer(int accepted, int repeated, List<RefusedEvent> rejected) {
        Answer {
            rejected = List.copyOf(rejected);
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
}
