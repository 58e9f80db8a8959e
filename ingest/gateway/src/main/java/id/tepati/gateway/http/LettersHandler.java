package id.tepati.gateway.http;

import id.tepati.access.http.ChangeNotes;
import id.tepati.gateway.replay.ReplayResult;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/dead-letters/replay} and {@code /dismiss}. Thread-safe. */
final class LettersHandler implements Handler {
    private final RequestGate gate;
    private final String action;
    private final ChangeNotes notes;
    private final Function<List<String>, List<ReplayResult>> work;
    private final Executor oneByOne;
    private final FailureResponses trouble;

    /**
     * A handler.
     *
     * @param action what the change log calls it
     * @param work what is done about the letters with these ids
     * @param oneByOne runs one task at a time
     */
    LettersHandler(
            RequestGate gate,
            String action,
            ChangeNotes notes,
            Function<List<String>, List<ReplayResult>> work,
            Executor oneByOne,
            FailureResponses trouble) {
        this.gate = gate;
        this.action = action;
        this.notes = notes;
        this.work = work;
        this.oneByOne = oneByOne;
        this.trouble = trouble;
    }

    /** The body of the answer. */
    private record Answer(List<ReplayResult> letters) {}

    @Override
    public void handle(Context ctx) {
        gate.pass(ctx, GatewayLimits.BYTES_A_REQUEST, place -> take(ctx));
    }

    private @Nullable CompletableFuture<Void> take(Context ctx) throws IOException {
        if (!Query.isEmpty(ctx)) {
            return null;
        }
        if (!BodyForm.isJson(ctx.header("Content-Type"))) {
            GatewayProblem.LETTERS_MEDIA_TYPE.answer(ctx);
            return null;
        }
        Optional<byte[]> body = BodyReader.read(ctx.req(), GatewayLimits.BYTES_A_REQUEST);
        if (body.isEmpty()) {
            GatewayProblem.TOO_LARGE.answer(ctx);
            return null;
        }
        Optional<PostedIds> ids = PostedIds.of(body.get());
        if (ids.isEmpty()) {
            GatewayProblem.LETTERS_MALFORMED.answer(ctx);
            return null;
        }
        return run(ctx, ids.get().ids());
    }

    private @Nullable CompletableFuture<Void> run(Context ctx, List<String> ids) {
        try {
            ChangeNotes.Note note = notes.of(ctx);
            return CompletableFuture.supplyAsync(
                            () -> {
                                note.write(action, "dead-letters", Map.of("ids", ids));
                                return work.apply(ids);
                            },
                            oneByOne)
                    .handle((done, failed) -> {
                        if (failed == null) {
                            ctx.status(200).contentType("application/json").result(AnswerJson.write(new Answer(done)));
                        } else if (failed instanceof CompletionException
                                && failed.getCause() instanceof KafkaException) {
                            trouble.notAcknowledged(ctx, failed);
                        } else {
                            trouble.answer(ctx, failed);
                        }
                        return null;
                    });
        } catch (RejectedExecutionException tooManyWait) {
            GatewayProblem.TOO_MANY_REQUESTS.answer(ctx);
            return null;
        }
    }
}
