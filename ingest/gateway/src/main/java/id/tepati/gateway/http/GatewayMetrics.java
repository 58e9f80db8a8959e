package id.tepati.gateway.http;

import id.tepati.contract.event.RejectCode;
import id.tepati.gateway.reject.RefusedEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers of the gateway; all are there from the start, so that a rate over them has no gap. Thread-safe. */
final class GatewayMetrics {
    private final MeterRegistry meters;
    private final Counter accepted;
    private final Counter repeated;
    private final Counter rejected;
    private final Counter bytes;
    private final Map<String, Counter> byCode;

    GatewayMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.accepted = meters.counter("tepati.gateway.events", "result", "accepted");
        this.repeated = meters.counter("tepati.gateway.events", "result", "repeated");
        this.rejected = meters.counter("tepati.gateway.events", "result", "rejected");
        this.bytes = meters.counter("tepati.gateway.bytes");
        this.byCode = Stream.of(RejectCode.values())
                .map(RejectCode::wireName)
                .collect(Collectors.toMap(
                        Function.identity(), code -> meters.counter("tepati.gateway.rejected", "code", code)));
    }

    /** Counts what Kafka has acknowledged. */
    void took(Intake.Answer answer) {
        accepted.increment(answer.accepted());
        repeated.increment(answer.repeated());
        rejected.increment(answer.rejected().size());
        for (RefusedEvent event : answer.rejected()) {
            Counter counter = byCode.get(event.code());
            if (counter != null) {
                counter.increment();
            }
        }
    }

    void read(int size) {
        bytes.increment(size);
    }

    Timer.Sample start() {
        return Timer.start(meters);
    }

    void answered(Timer.Sample sample, int status) {
        sample.stop(meters.timer("tepati.gateway.requests", "status", Integer.toString(status)));
    }
}
