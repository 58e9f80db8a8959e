package id.tepati.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tepati.contract.event.ImportBatch;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Speaks to one running Tepati over HTTP. Thread-safe.
 *
 * <p>What may pass is repeated by a {@link RetryPolicy}: statuses 429, 502, 503 and 504, a connection that is refused or
 * reset, and an answer that does not come within a minute. All requests may be repeated, since none does anything twice:
 * an event that was taken already is known by its source and id and counts once, and a catalogue that was published
 * already changes nothing. Of a server that asks for a pause ({@code Retry-After}), the pause is kept.
 *
 * <p>Events are handed in with the key of its {@link Credentials}, everything else is asked with the token.
 *
 * <p>Every operation throws a {@link ClientException} where it comes to nothing.
 */
public final class TepatiClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATUS = "/api/v1/status";
    private static final String EVENTS = "/api/v1/events";
    /** A request must end within the minute after which an answer counts as lost. */
    public static final int LETTERS_AT_ONCE = 250;

    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403, 404);
    private static final String LETTERS_A_PAGE = "1000";

    private final ServerAddress address;
    private final RetryPolicy policy;
    private final Credentials credentials;
    private final HttpTransport http;

    /** A client of a server that asks nobody who they are; it repeats what may pass, by the clock of this machine. */
    public TepatiClient(ServerAddress address, RetryPolicy policy) {
        this(address, policy, Credentials.NONE);
    }

    /** A client that repeats what may pass, by the clock of this machine. */
    public TepatiClient(ServerAddress address, RetryPolicy policy, Credentials credentials) {
        this(address, policy, credentials, RetryClock.SYSTEM);
    }

    /** A client that repeats what may pass, by a clock that can be stopped. */
    public TepatiClient(ServerAddress address, RetryPolicy policy, Credentials credentials, RetryClock clock) {
        this.address = address;
        this.policy = policy;
        this.credentials = credentials;
        this.http = new HttpTransport(address, clock, credentials);
    }

    /** Where the server is. */
    public ServerAddress address() {
        return address;
    }

    /** Tries once whether a Tepati is there, so that a wrong address is told at once. A busy one is there. */
    public void requireAnswer() {
        try {
            read(http.send(http.get(STATUS).build(), RetryPolicy.ONCE));
        } catch (ClientException e) {
            if (e.code() != ClientException.Code.STAYS_BUSY) {
                throw e;
            }
        }
    }

    /** Hands in events; returns when those that were accepted are stored. */
    public EventReceipt events(EventBody events) {
        return receipt(post(events).build());
    }

    /** Hands in events of an import, which is named to the server. */
    public EventReceipt events(EventBody events, ImportBatch of) {
        HttpRequest.Builder request = post(events).header(ImportBatch.HTTP_HEADER, of.name());
        Long total = of.total();
        return receipt((total == null ? request : request.header(ImportBatch.HTTP_TOTAL, total.toString())).build());
    }

    /** Asks what would become of events; none is stored. */
    public EventReceipt validate(EventBody events) {
        return receipt(post(EVENTS + "?validate=true", events).build());
    }

    private EventReceipt receipt(HttpRequest request) {
        ApiAnswer answer = ask(request);
        return require(EventReceipt.of(answer.body()), answer, "the events", Credentials.Kind.KEY);
    }

    /** Hands in events at once, and only once; the status of the answer, of which nothing else is looked at. */
    public CompletableFuture<Integer> eventsOnce(EventBody events) {
        return http.sendOnce(post(events).build());
    }

    private HttpRequest.Builder post(EventBody events) {
        return post(EVENTS, events);
    }

    private HttpRequest.Builder post(String path, EventBody events) {
        return http.post(path, Credentials.Kind.KEY, events.type(), events.bytes());
    }

    private HttpRequest.Builder postJson(String path, ObjectNode body) {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return http.post(path, Credentials.Kind.TOKEN, "application/json", bytes);
    }

    /**
     * Finds the problems of a catalogue.
     *
     * @param files the text of each by its name, in the order in which they are to be read
     */
    public ApiAnswer checkCatalogue(Map<String, String> files) {
        return catalogue("check", files);
    }

    /** Tells what publishing a catalogue would change; see {@link #checkCatalogue}. */
    public ApiAnswer compareCatalogue(Map<String, String> files) {
        return catalogue("diff", files);
    }

    /** Publishes a catalogue, or tells its problems; see {@link #checkCatalogue}. */
    public ApiAnswer applyCatalogue(Map<String, String> files) {
        return catalogue("apply", files);
    }

    /** Publishes a catalogue that has no problems; see {@link #checkCatalogue}. */
    public PublicationResult publish(Map<String, String> files) {
        ApiAnswer answer = applyCatalogue(files);
        return require(PublicationResult.of(answer.body()), answer, "the catalogue");
    }

    private ApiAnswer catalogue(String mode, Map<String, String> files) {
        ObjectNode request = JSON.createObjectNode();
        files.forEach((name, text) ->
                request.withArray("files").addObject().put("name", name).put("text", text));
        ApiAnswer answer = ask(postJson("/api/v1/catalog?mode=" + mode, request).build());
        if (NOT_LET_IN.contains(answer.status())) {
            throw refused(answer, "the catalogue", Credentials.Kind.TOKEN);
        }
        return answer;
    }

    /** How the server is. */
    public ServerStatus status() {
        ApiAnswer answer = get(STATUS);
        return require(ServerStatus.of(answer.body()), answer, "the question for its status");
    }

    /**
     * The rows of {@code /api/v1/compliance}.
     *
     * @param query its parameters, not encoded
     */
    public JsonNode compliance(Map<String, String> query) {
        ApiAnswer answer = get("/api/v1/compliance?" + encoded(query));
        return require(
                Optional.of(answer.body().path("rows")).filter(JsonNode::isArray), answer, "the question for figures");
    }

    /**
     * What the API answers.
     *
     * @param path behind {@code /api/v1/}, encoded
     * @param query its parameters, not encoded
     */
    public JsonNode answer(String path, Map<String, String> query) {
        ApiAnswer answer = get("/api/v1/" + path + "?" + encoded(query));
        return require(Optional.of(answer.body()).filter(body -> answer.isGood()), answer, "the question");
    }

    /** Whether it is ready now; one that does not answer is not. Asks once. */
    public boolean isReady() {
        return http.sendOnce(http.get("/readyz").build())
                .handle((status, error) -> error == null && status == 200)
                .join();
    }

    private static String encoded(Map<String, String> query) {
        return query.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * The dead letters of a source, newest first.
     *
     * @param since those that were received before this instant are left out
     */
    public List<RefusedLetter> deadLetters(String source, Instant since) {
        return deadLetters(Map.of("source", source), since);
    }

    /**
     * Some dead letters, newest first.
     *
     * @param filter parameters of the question, not encoded: {@code id}, {@code source}, {@code code}, {@code unit}
     * @param since those that were refused before this instant are left out
     */
    public List<RefusedLetter> deadLetters(Map<String, String> filter, Instant since) {
        List<RefusedLetter> letters = new ArrayList<>();
        Map<String, String> query = new TreeMap<>(filter);
        query.put("limit", LETTERS_A_PAGE);
        boolean more = true;
        while (more) {
            JsonNode page = letterPage(query);
            List<RefusedLetter> found = StreamSupport.stream(
                            page.path("deadLetters").spliterator(), false)
                    .flatMap(letter -> RefusedLetter.of(letter).stream())
                    .toList();
            found.stream().filter(letter -> !letter.at().isBefore(since)).forEach(letters::add);
            more = page.path("next").isTextual()
                    && found.stream().noneMatch(letter -> letter.at().isBefore(since));
            query.put("cursor", page.path("next").asText());
        }
        return List.copyOf(letters);
    }

    private JsonNode letterPage(Map<String, String> query) {
        ApiAnswer answer = get("/api/v1/dead-letters?" + encoded(query));
        return require(
                Optional.of(answer.body())
                        .filter(body -> body.path("deadLetters").isArray()),
                answer,
                "the question for dead letters");
    }

    /** Sends dead letters again, at most {@value #LETTERS_AT_ONCE} at once; returns when what was sent is stored. */
    public List<LetterResult> replay(List<String> ids) {
        return letters("replay", ids);
    }

    /** Takes dead letters off the list, at most {@value #LETTERS_AT_ONCE} at once. */
    public List<LetterResult> dismiss(List<String> ids) {
        return letters("dismiss", ids);
    }

    private List<LetterResult> letters(String what, List<String> ids) {
        ObjectNode request = JSON.createObjectNode();
        ids.forEach(request.putArray("ids")::add);
        ApiAnswer answer = ask(postJson("/api/v1/dead-letters/" + what, request).build());
        return require(LetterResult.listOf(answer.body()), answer, "the dead letters");
    }

    /** The metrics of the server, for Prometheus. */
    public String metrics() {
        HttpResponse<byte[]> response = http.send(http.get("/metrics").build(), policy);
        if (response.statusCode() != 200) {
            throw ClientException.notTepati(address, response.statusCode());
        }
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /**
     * Follows the live updates of the page. What goes wrong ends the stream; it is not begun anew.
     *
     * @param onPiece takes what came, in pieces that need not be whole messages, one after the other on another thread
     */
    public EventStream live(Consumer<byte[]> onPiece) {
        return http.stream("/api/v1/live", onPiece);
    }

    private ApiAnswer get(String path) {
        return ask(http.get(path).build());
    }

    private ApiAnswer ask(HttpRequest request) {
        return read(http.send(request, policy));
    }

    /** What says neither what was asked for nor why not, in the way of a Tepati, is none. */
    private ApiAnswer read(HttpResponse<byte[]> response) {
        ApiAnswer answer = ApiAnswer.of(response);
        boolean ours =
                answer.isGood() || answer.problem().isPresent() || answer.body().has("rejected");
        if (!ours || !answer.body().isObject()) {
            throw ClientException.notTepati(address, answer.status());
        }
        return answer;
    }

    private <T> T require(Optional<T> read, ApiAnswer answer, String what) {
        return require(read, answer, what, Credentials.Kind.TOKEN);
    }

    private <T> T require(Optional<T> read, ApiAnswer answer, String what, Credentials.Kind with) {
        return read.orElseThrow(() -> refused(answer, what, with));
    }

    private ClientException refused(ApiAnswer answer, String what, Credentials.Kind with) {
        return answer.problem()
                .map(problem ->
                        ClientException.refused(address, what, problem, credentials.advice(with, problem.status())))
                .orElseGet(() -> ClientException.notTepati(address, answer.status()));
    }
}
