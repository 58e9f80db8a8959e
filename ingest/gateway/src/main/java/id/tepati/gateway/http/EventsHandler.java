package id.tepati.gateway.http;

import id.tepati.access.http.Asker;
import id.tepati.contract.event.ImportBatch;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/v1/events}: reads, checks, sends, and answers when Kafka has acknowledged all of it. Waits for
 * Kafka without holding a thread of the server. Thread-safe.
 */
final class EventsHandler implements Handler {
    private static final String VALIDATE = "validate";

    private final RequestGate gate;
    private final CurrentRegister catalogue;
    private final IntakeCheck check;
    private final EventRates rates;
    private final RecordSender sender;
    private final GatewayMetrics metrics;
    private final Clock clock;
    private final FailureResponses trouble;

    EventsHandler(
            RequestGate gate,
            CurrentRegister catalogue,
            IntakeCheck check,
            EventRates rates,
            RecordSender sender,
            GatewayMetrics metrics,
            Clock clock,
            FailureResponses trouble) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.check = check;
        this.rates = rates;
        this.sender = sender;
        this.metrics = metrics;
        this.clock = clock;
        this.trouble = trouble;
    }

    @Override
    public void handle(Context ctx) {
        gate.pass(ctx, GatewayLimits.BYTES_A_REQUEST, place -> take(ctx, place));
    }

    private @Nullable CompletableFuture<Void> take(Context ctx, InFlight.Place place) throws IOException {
        if (!Query.isTaken(ctx, VALIDATE)) {
            return null;
        }
        Optional<BodyForm> form = form(ctx);
        String validate = ctx.queryParam(VALIDATE);
        boolean dry = "true".equals(validate);
        Optional<ImportBatch> batch = batch(ctx);
        if (form.isEmpty() || isUnknown(batch, ctx)) {
            return null;
        }
        if (validate != null && !dry && !validate.equals("false")) {
            GatewayProblem.INVALID_PARAMETER.answerFor(VALIDATE, ctx);
            return null;
        }
        Optional<byte[]> body = BodyReader.read(ctx.req(), GatewayLimits.BYTES_A_REQUEST);
        if (body.isEmpty()) {
            GatewayProblem.TOO_LARGE.answer(ctx);
            return null;
        }
        metrics.read(body.get().length);
        Intake intake = intake(ctx, place, body.get(), form.get(), batch.orElse(null));
        if (intake == null) {
            return null;
        }
        boolean malformed = form.get() != BodyForm.LINES && intake.answer().isMalformed();
        if (dry) {
            answer(ctx, intake.answer(), malformed);
            return null;
        }
        return send(ctx, intake, malformed);
    }

    /** The form of the body; empty where it is one that is not taken, which has then been answered. */
    private static Optional<BodyForm> form(Context ctx) {
        Optional<BodyForm> form = BodyForm.of(ctx.header("Content-Type"));
        boolean named = form.isPresent() && form.get() != BodyForm.SINGLE_OR_BATCH;
        String encoding = ctx.header("Content-Encoding");
        boolean plain = encoding == null || encoding.equalsIgnoreCase("identity");
        if (!named && ctx.header("ce-specversion") != null) {
            GatewayProblem.BINARY_MODE.answer(ctx);
            return Optional.empty();
        }
        if (form.isEmpty() || !plain) {
            GatewayProblem.UNSUPPORTED_MEDIA_TYPE.answer(ctx);
            return Optional.empty();
        }
        return form;
    }

    /** The import that the request names; empty where it names none, or not as it may. */
    private static Optional<ImportBatch> batch(Context ctx) {
        return Optional.ofNullable(ctx.header(ImportBatch.HTTP_HEADER))
                .flatMap(name -> ImportBatch.of(name, ctx.header(ImportBatch.HTTP_TOTAL)));
    }

    /** Whether the request speaks of an import and does not name it as it may, which has then been answered. */
    private static boolean isUnknown(Optional<ImportBatch> batch, Context ctx) {
        boolean isSpokenOf = ctx.header(ImportBatch.HTTP_HEADER) != null || ctx.header(ImportBatch.HTTP_TOTAL) != null;
        boolean isUnknown = isSpokenOf && batch.isEmpty();
        if (isUnknown) {
            GatewayProblem.INVALID_BATCH.answer(ctx);
        }
        return isUnknown;
    }

    /** What the checks made of the body; null where there is nothing to check, which has then been answered. */
    private @Nullable Intake intake(
            Context ctx, InFlight.Place place, byte[] body, BodyForm form, @Nullable ImportBatch batch) {
        Instant receivedAt = clock.instant();
        Split split = BodySplitter.split(body, form, GatewayLimits.EVENTS_A_REQUEST);
        if (split instanceof Split.Broken broken) {
            return isSlowEnough(ctx, 1) ? check.broken(body, broken.cure(), receivedAt) : null;
        }
        if (split instanceof Split.Elements elements) {
            SendingRight right = right(ctx);
            int events = elements.events().size();
            if (!place.holds(events)) {
                GatewayProblem.TOO_MANY_REQUESTS.answer(ctx);
                return null;
            }
            return isSlowEnough(ctx, events) ? check.check(elements.events(), right, receivedAt, batch) : null;
        }
        (split instanceof Split.TooMany ? GatewayProblem.TOO_MANY_EVENTS : GatewayProblem.MALFORMED).answer(ctx);
        return null;
    }

    private SendingRight right(Context ctx) {
        CurrentRegister.Known published = catalogue.now();
        return Asker.of(ctx)
                .producer()
                .map(producer -> SendingRight.of(producer, published))
                .orElseGet(() -> SendingRight.ofAnyone(published));
    }

    /** Whether the sender keeps its rate with so many events more; where it does not, it has been answered. */
    private boolean isSlowEnough(Context ctx, int events) {
        long seconds = Asker.of(ctx)
                .producer()
                .map(producer -> rates.take(producer, events))
                .orElse(0L);
        if (seconds > 0) {
            GatewayProblem.TOO_MANY_EVENTS_A_SECOND.answerAfter(seconds, ctx);
        }
        return seconds == 0;
    }

    private CompletableFuture<Void> send(Context ctx, Intake intake, boolean malformed) {
        return sender.send(intake.records(), failed -> {
            if (failed == null) {
                metrics.took(intake.answer());
                answer(ctx, intake.answer().afterStoring(), malformed);
            } else {
                trouble.notAcknowledged(ctx, failed);
            }
        });
    }

    private static void answer(Context ctx, Intake.Answer answer, boolean malformed) {
        if (malformed) {
            GatewayProblem.MALFORMED.answerWithCure(answer.rejected().get(0).cure(), ctx);
        } else {
            ctx.status(answer.status()).contentType("application/json").result(AnswerJson.write(answer));
        }
    }
}
