package id.tepati.gateway.http;

import id.tepati.access.http.ChangeNotes;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/catalog?mode=check|diff|apply}. Thread-safe. */
final class CatalogueHandler implements Handler {
    private static final String MODE = "mode";

    private final RequestGate gate;
    private final CatalogueService desk;
    private final ChangeNotes notes;
    private final Executor oneByOne;
    private final FailureResponses trouble;

    /** Applies on the given executor, which runs one task at a time. */
    CatalogueHandler(
            RequestGate gate, CatalogueService desk, ChangeNotes notes, Executor oneByOne, FailureResponses trouble) {
        this.gate = gate;
        this.notes = notes;
        this.desk = desk;
        this.oneByOne = oneByOne;
        this.trouble = trouble;
    }

    @Override
    public void handle(Context ctx) {
        gate.pass(ctx, GatewayLimits.BYTES_A_CATALOGUE, place -> take(ctx));
    }

    private @Nullable CompletableFuture<Void> take(Context ctx) throws IOException {
        if (!Query.isTaken(ctx, MODE)) {
            return null;
        }
        Optional<CatalogueMode> mode = CatalogueMode.of(ctx.queryParam(MODE));
        if (mode.isEmpty()) {
            GatewayProblem.INVALID_PARAMETER.answerFor(MODE, ctx);
            return null;
        }
        if (!BodyForm.isJson(ctx.header("Content-Type"))) {
            GatewayProblem.CATALOG_MEDIA_TYPE.answer(ctx);
            return null;
        }
        Optional<byte[]> body = BodyReader.read(ctx.req(), GatewayLimits.BYTES_A_CATALOGUE);
        if (body.isEmpty()) {
            GatewayProblem.CATALOG_TOO_LARGE.answer(ctx);
            return null;
        }
        Optional<PostedCatalogue> catalogue = PostedCatalogue.of(body.get());
        if (catalogue.isEmpty()) {
            GatewayProblem.CATALOG_MALFORMED.answer(ctx);
            return null;
        }
        return run(ctx, mode.get(), catalogue.get());
    }

    private @Nullable CompletableFuture<Void> run(Context ctx, CatalogueMode mode, PostedCatalogue catalogue) {
        switch (mode) {
            case CHECK -> answer(ctx, desk.check(catalogue));
            case DIFF -> answer(ctx, desk.diff(catalogue));
            case APPLY -> {
                return apply(ctx, catalogue);
            }
        }
        return null;
    }

    private @Nullable CompletableFuture<Void> apply(Context ctx, PostedCatalogue catalogue) {
        try {
            ChangeNotes.Note note = notes.of(ctx);
            return CompletableFuture.supplyAsync(() -> desk.apply(catalogue, note), oneByOne)
                    .handle((applied, failed) -> {
                        if (failed != null) {
                            trouble.answer(ctx, failed);
                        } else {
                            applied.ifPresentOrElse(
                                    answer -> answer(ctx, answer),
                                    () -> GatewayProblem.CATALOG_UNAVAILABLE.answer(ctx));
                        }
                        return null;
                    });
        } catch (RejectedExecutionException tooManyWait) {
            GatewayProblem.TOO_MANY_REQUESTS.answer(ctx);
            return null;
        }
    }

    private static void answer(Context ctx, CatalogueAnswer answer) {
        if (answer instanceof CatalogueAnswer.Refused refused) {
            GatewayProblem.CATALOG_INVALID.answerWith("problems", refused.problems(), ctx);
        } else {
            ctx.status(200).contentType("application/json").result(AnswerJson.write(answer));
        }
    }
}
