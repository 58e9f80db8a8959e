package id.tepati.gateway.http;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes: a place among those in flight, the timer, and the catch of what goes wrong, so that no
 * stack trace is ever answered. Thread-safe.
 */
final class RequestGate {
    private final InFlight inFlight;
    private final GatewayMetrics metrics;
    private final FailureResponses trouble;

    RequestGate(InFlight inFlight, GatewayMetrics metrics, FailureResponses trouble) {
        this.inFlight = inFlight;
        this.metrics = metrics;
        this.trouble = trouble;
    }

    /** What a request does once it has its place. */
    @FunctionalInterface
    interface Work {
        /** Answers and gives null, or gives the future at whose end the answer has been written. */
        @Nullable
        CompletableFuture<Void> run(InFlight.Place place) throws IOException;
    }

    /** Lets a request in whose body may have this many bytes. */
    void pass(Context ctx, int largestBody, Work work) {
        Timer.Sample sample = metrics.start();
        long announced = ctx.req().getContentLengthLong();
        boolean bounded = announced >= 0 && announced <= largestBody;
        Optional<InFlight.Place> place = inFlight.place(bounded ? (int) announced : largestBody);
        if (place.isEmpty()) {
            GatewayProblem.TOO_MANY_REQUESTS.answer(ctx);
            metrics.answered(sample, ctx.statusCode());
            return;
        }
        CompletableFuture<Void> answered = start(ctx, place.get(), work).whenComplete((done, failed) -> {
            place.get().leave();
            metrics.answered(sample, ctx.statusCode());
        });
        if (!answered.isDone()) {
            ctx.future(() -> answered);
        }
    }

    private CompletableFuture<Void> start(Context ctx, InFlight.Place place, Work work) {
        try {
            CompletableFuture<Void> started = work.run(place);
            return started == null ? CompletableFuture.completedFuture(null) : started;
        } catch (IOException | RuntimeException failed) {
            trouble.answer(ctx, failed);
            return CompletableFuture.completedFuture(null);
        }
    }
}
