package id.tepati.gateway.http;

import id.tepati.access.feed.AccessException;
import id.tepati.contract.catalogue.feed.CatalogueFeedException;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CompletionException;

/** Answers what went wrong on our side, and logs it without what was sent. Thread-safe. */
final class FailureResponses {
    private final QuietLog log;

    FailureResponses(Clock clock) {
        this.log = new QuietLog(clock);
    }

    /** Kafka has not acknowledged a request, or not in time. */
    void notAcknowledged(Context ctx, Throwable failed) {
        log.warn("kafka did not acknowledge, requests answered 503", cause(failed));
        GatewayProblem.NOT_ACKNOWLEDGED.answer(ctx);
    }

    /** Anything else. */
    void answer(Context ctx, Throwable failed) {
        Throwable cause = cause(failed);
        if (cause instanceof CatalogueFeedException) {
            log.warn("catalogue cannot be read or written, requests answered 503", cause);
            GatewayProblem.CATALOG_UNAVAILABLE.answer(ctx);
        } else if (cause instanceof AccessException) {
            log.warn("the change log cannot be written, requests answered 503", cause);
            GatewayProblem.NOT_ACKNOWLEDGED.answer(ctx);
        } else if (cause instanceof IOException) {
            log.warn("sender broke off, nothing taken", cause);
            GatewayProblem.MALFORMED.answer(ctx);
        } else {
            log.error("request failed, which is a defect", cause);
            GatewayProblem.INTERNAL_ERROR.answer(ctx);
        }
    }

    private static Throwable cause(Throwable failed) {
        Throwable cause = failed.getCause();
        return failed instanceof CompletionException && cause != null ? cause : failed;
    }
}
