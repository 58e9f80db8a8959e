package id.tepati.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Sends requests to one server, and those that may pass again. Thread-safe. */
final class HttpTransport {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(1);

    /** What we tell at a console is English. */
    private static final String LANGUAGE = "en";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final ServerAddress address;
    private final RetryClock clock;
    private final Credentials credentials;

    HttpTransport(ServerAddress address, RetryClock clock, Credentials credentials) {
        this.address = address;
        this.clock = clock;
        this.credentials = credentials;
    }

    HttpRequest.Builder get(String path) {
        return request(path, Credentials.Kind.TOKEN).timeout(ANSWER).header("Accept-Language", LANGUAGE);
    }

    HttpRequest.Builder post(String path, Credentials.Kind with, String type, byte[] body) {
        return request(path, with)
                .timeout(ANSWER)
                .header("Accept-Language", LANGUAGE)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private HttpRequest.Builder request(String path, Credentials.Kind with) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.at(path));
        credentials.of(with).ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    /**
     * The answer to a request that does no harm when it comes twice.
     *
     * @throws ClientException where none came that is worth reading; tells of the last try
     */
    HttpResponse<byte[]> send(HttpRequest request, RetryPolicy policy) {
        Backoff backoff = new Backoff(policy, clock);
        try {
            while (true) {
                PassingTrouble trouble;
                try {
                    HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
                    if (!PassingTrouble.Busy.is(response.statusCode())) {
                        return response;
                    }
                    trouble = PassingTrouble.Busy.of(response, clock.now());
                } catch (IOException e) {
                    trouble = new PassingTrouble.NoAnswer(e);
                }
                pause(backoff, trouble);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ClientException.interrupted(address);
        }
    }

    private void pause(Backoff backoff, PassingTrouble trouble) throws InterruptedException {
        Duration pause = backoff.next(trouble.asked()).orElseThrow(() -> trouble.givenUp(address, backoff.spent()));
        if (!clock.pause(pause)) {
            throw ClientException.interrupted(address);
        }
    }

    /** The status of the answer to the only try. */
    CompletableFuture<Integer> sendOnce(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    /** Reads an answer without end, in pieces as they come. */
    EventStream stream(String path, Consumer<byte[]> onPiece) {
        HttpRequest request = request(path, Credentials.Kind.TOKEN)
                .header("Accept", "text/event-stream")
                .build();
        return new EventStream(
                http.sendAsync(request, BodyHandlers.ofByteArrayConsumer(piece -> piece.ifPresent(onPiece))));
    }
}
