package id.tepati.gateway.http;

import id.tepati.contract.event.ImportBatch;
import id.tepati.contract.event.Register;
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
    private final RecordSender sender;
    private final GatewayMetrics metrics;
    private final Clock clock;
    private final FailureResponses trouble;

    EventsHandler(
            RequestGate gate,
            CurrentRegister catalogue,
            IntakeCheck check,
            RecordSender sender,
            GatewayMetrics metrics,
            Clock clock,
            FailureResponses trouble) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.check = check;
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
            return check.broken(body, broken.cure(), receivedAt);
        }
        if (split instanceof Split.Elements elements) {
            Register register = catalogue.register();
            if (place.holds(elements.events().size())) {
                return check.check(elements.events(), register, receivedAt, batch);
            }
            GatewayProblem.TOO_MANY_REQUESTS.answer(ctx);
            return null;
        }
        (split instanceof Split.TooMany ? GatewayProblem.TOO_MANY_EVENTS : GatewayProblem.MALFORMED).answer(ctx);
        return null;
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
