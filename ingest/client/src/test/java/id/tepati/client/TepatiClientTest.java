package id.tepati.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tepati.client.ClientException.Code;
import id.tepati.contract.event.ImportBatch;
import id.tepati.contract.event.OutgoingEvent;
import id.tepati.rules.event.EventType;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against a real HTTP server that says what a Tepati, another server or a proxy would. */
class TepatiClientTest {
    private static final RetryPolicy TEN_SECONDS =
            new RetryPolicy(Duration.ofMillis(250), Duration.ofSeconds(2), Duration.ofSeconds(10));
    private static final String STATUS = "{\"now\":\"2026-11-22T05:00:00Z\",\"sources\":[]}";
    private static final String RECEIPT = "{\"accepted\":1,\"repeated\":0,\"rejected\":[]}";
    private static final String HTML = "<html><body>Selamat datang</body></html>";
    private static final String NOT_READY = """
            {"type":"urn:tepati:problem:not-ready","title":"Still starting","status":503,"code":"not-ready",
             "detail":"The figures are still being read.","cure":"Try again in a moment."}""";
    private static final String NO_KEY = """
            {"type":"urn:tepati:problem:no-key","title":"No key","status":401,"code":"no-key",
             "detail":"The request names no key.","cure":"Send a key."}""";

    private final ManualClock clock = new ManualClock();
    private ScriptedServer server;
    private TepatiClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        client = new TepatiClient(server.address(), TEN_SECONDS, Credentials.NONE, clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static void assertFails(ThrowingCallable action, Code code, String... said) {
        assertThatThrownBy(action)
                .hasMessageContainingAll(said)
                .isInstanceOfSatisfying(
                        ClientException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void whatMayPassIsAskedAgain(int status) {
        server.then(status, "").then(status, HTML).then(200, STATUS);

        assertThat(client.status().now()).isEqualTo(Instant.parse("2026-11-22T05:00:00Z"));
        assertThat(clock.pauses).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
    }

    @Test
    void aConnectionThatBreaksOffIsTriedAgainForEventsToo() {
        server.thenBreaksOff().thenBreaksOff().then(202, RECEIPT);

        assertThat(client.events(EventBody.array("[]".getBytes())).accepted()).isEqualTo(1);
        assertThat(clock.pauses).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7000",
        "0, 250",
        "'Sun, 22 Nov 2026 05:00:04 GMT', 4000",
        "'Sun, 22 Nov 2026 04:00:00 GMT', 250",
        "soon, 250",
        "-3, 250"
    })
    void theServersPauseIsKeptWhereItIsLonger(String retryAfter, long millis) {
        server.then(503, Map.of("Retry-After", retryAfter), NOT_READY).then(200, STATUS);

        client.status();
        assertThat(clock.pauses).containsExactly(Duration.ofMillis(millis));
    }

    @Test
    void aPauseBeyondTheBudgetIsNotBegun() {
        server.then(503, Map.of("Retry-After", "3600"), NOT_READY);

        assertFails(client::status, Code.STAYS_BUSY, "not-ready");
        assertThat(clock.pauses).isEmpty();
    }

    @Test
    void pausesDoubleUpToTheLongestUntilTheBudgetIsUsedUp() {
        server.then(503, NOT_READY);

        assertFails(
                client::status,
                Code.STAYS_BUSY,
                "is busy for 9 s (not-ready): The figures are still being read. Try again in a moment.");
        assertThat(clock.pauses)
                .startsWith(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1))
                .endsWith(Duration.ofSeconds(2))
                .allMatch(pause -> pause.compareTo(Duration.ofSeconds(2)) <= 0);
    }

    @Test
    void theLastTroubleIsTheOneThatIsTold() {
        server.thenBreaksOff().then(429, "").then(503, HTML);

        assertFails(client::status, Code.NOT_TEPATI, "with status 503 is no Tepati", "look at what is in between");
    }

    @Test
    void withoutABudgetThereIsOneTry() {
        server.then(503, NOT_READY);

        assertFails(
                () -> new TepatiClient(server.address(), RetryPolicy.ONCE, Credentials.NONE, clock).status(),
                Code.STAYS_BUSY,
                "is busy (not-ready)");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void nobodyThereIsToldWithTheNextStep() {
        server.close();

        assertFails(
                client::status,
                Code.UNREACHABLE,
                "No Tepati answers at " + server.address() + " for 9 s (ConnectException)",
                "start one with `deploy/tepati up`",
                "--url");
    }

    @Test
    void nobodyThereIsToldAtOnceWhereOneAsksFirst() {
        server.close();

        assertFails(client::requireAnswer, Code.UNREACHABLE, "No Tepati answers at");
        assertThat(clock.pauses).isEmpty();
    }

    @Test
    void aBusyServerIsThereAndAnotherServerIsNot() {
        server.then(503, NOT_READY).then(200, HTML);

        client.requireAnswer();
        assertFails(client::requireAnswer, Code.NOT_TEPATI, "with status 200 is no Tepati");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|<html>Selamat datang</html>",
                "200|''",
                "200|[]",
                "200|{\"hello\":\"world\"}",
                "404|<html>Not found</html>",
                "404|{\"error\":\"no such path\"}",
                "404|{\"type\":\"about:blank\",\"title\":\"Not Found\"}",
                "301|''",
                "500|{\"message\":\"boom\"}"
            })
    void anotherServerIsTold(int status, String body) {
        server.then(status, body);

        assertFails(client::status, Code.NOT_TEPATI, server.address() + " with status " + status + " is no Tepati");
        assertFails(() -> client.events(EventBody.array("[]".getBytes())), Code.NOT_TEPATI, "is no Tepati");
        assertFails(() -> client.publish(Map.of()), Code.NOT_TEPATI, "is no Tepati");
        assertFails(() -> client.compliance(Map.of()), Code.NOT_TEPATI, "is no Tepati");
        assertThat(clock.pauses).isEmpty();
    }

    @Test
    void aProblemIsToldWithItsCure() {
        server.then(401, NO_KEY);

        assertFails(
                () -> client.events(EventBody.array("[]".getBytes())),
                Code.REFUSED,
                "refused the events with status 401 (no-key): The request names no key. Send a key.");
    }

    @Test
    void aRefusedCatalogueIsToldWithWhatIsWrong() {
        server.then(422, """
                {"type":"urn:tepati:problem:catalog-invalid","title":"Not valid","status":422,"code":"catalog-invalid",
                 "detail":"1 problem.","cure":"Mend it.","problems":[
                 {"file":"units.yaml","line":12,"where":"units[a].parent","what":"names no unit","cure":"did you mean b?"}]}""");

        assertFails(
                () -> client.publish(Map.of("units.yaml", "units: []")),
                Code.REFUSED,
                "refused the catalogue with status 422 (catalog-invalid): 1 problem. Mend it."
                        + " units.yaml:12: units[a].parent names no unit; did you mean b?");
        assertThat(client.checkCatalogue(Map.of()).problem().orElseThrow().findings())
                .hasSize(1);
    }

    @Test
    void eventsBearTheirImportAndComeBackWithWhatWasRejected() {
        server.then(422, """
                {"accepted":0,"repeated":0,"rejected":[
                 {"index":0,"id":"1","code":"invalid-value","pointer":"/data/channel","cure":"send another"}]}""");
        OutgoingEvent event = new OutgoingEvent(
                EventType.COMPLAINT_RECEIVED, "1", "loket", Instant.parse("2026-11-22T05:00:00Z"), null, Map.of());

        EventReceipt receipt = client.events(EventBody.lines(List.of(event, event)), new ImportBatch("past", 7L));

        assertThat(receipt)
                .isEqualTo(new EventReceipt(
                        0, 0, List.of(new EventReceipt.Rejected(0, "invalid-value", "/data/channel", "send another"))));
        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.line()).isEqualTo("POST /api/v1/events");
            assertThat(request.type()).isEqualTo("application/x-ndjson");
            assertThat(request.batch()).isEqualTo("past 7");
            assertThat(request.language()).isEqualTo("en");
            assertThat(request.body().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"specversion\""));
        });
    }

    @Test
    void theAddressMayHaveAPathOfItsOwn() {
        server.then(200, "{\"rows\":[{\"opened\":3}]}");
        ServerAddress behindAProxy =
                ServerAddress.parse(server.address() + "/kota//").orElseThrow();

        assertThat(new TepatiClient(behindAProxy, TEN_SECONDS, Credentials.NONE, clock)
                        .compliance(Map.of("unit", "kota & kab"))
                        .at("/0/opened")
                        .asInt())
                .isEqualTo(3);
        assertThat(server.requests().get(0).line()).isEqualTo("GET /kota/api/v1/compliance?unit=kota+%26+kab");
    }

    @Test
    void aClockThatIsStoppedEndsIt() {
        server.then(503, NOT_READY);
        clock.stop();

        assertFails(client::status, Code.INTERRUPTED, "run the same again");
        assertThat(server.requests()).hasSize(1);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void anInterruptEndsAPauseAtOnce() throws Exception {
        server.then(503, Map.of("Retry-After", "30"), NOT_READY);
        CountDownLatch pausing = new CountDownLatch(1);
        RetryClock patient = pause -> {
            pausing.countDown();
            return RetryClock.SYSTEM.pause(pause);
        };
        TepatiClient waiting = new TepatiClient(server.address(), RetryPolicy.A_MINUTE, Credentials.NONE, patient);
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                waiting.status();
            } catch (ClientException e) {
                flag.complete(
                        e.code() == Code.INTERRUPTED && Thread.currentThread().isInterrupted());
            }
        });

        thread.start();
        pausing.await();
        thread.interrupt();

        thread.join(Duration.ofSeconds(20).toMillis());
        assertThat(flag).isCompletedWithValue(true);
    }

    @Test
    void piecesOfTheLiveStreamComeAsTheyAre() {
        server.then(200, Map.of("Content-Type", "text/event-stream"), "data: {}\n\n");
        CompletableFuture<String> piece = new CompletableFuture<>();

        try (EventStream stream = client.live(bytes -> piece.complete(new String(bytes)))) {
            assertThat(piece.join()).isEqualTo("data: {}\n\n");
            assertThat(stream).isNotNull();
        }
    }

    @Test
    void asksWhatWouldBecomeOfEventsWithoutHandingThemIn() {
        server.then(200, "{\"accepted\":0,\"repeated\":0,\"rejected\":[{\"index\":0,\"code\":\"time-ahead\"}]}");

        assertThat(client.validate(EventBody.array(new byte[] {'[', ']'})).rejected())
                .map(EventReceipt.Rejected::code)
                .containsExactly("time-ahead");
        assertThat(server.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.line()).isEqualTo("POST /api/v1/events?validate=true"));
    }

    @Test
    void deadLettersAreAskedForPageByPageUntilTheyAreTooOld() {
        server.then(200, letters("2026-11-22T05:00:03Z", "2026-11-22T05:00:02Z", "p 2"))
                .then(200, letters("2026-11-22T05:00:01Z", "2026-11-22T05:00:00Z", "p 3"));

        assertThat(client.deadLetters("import/a b", Instant.parse("2026-11-22T05:00:01Z")))
                .map(letter -> letter.at().getEpochSecond() % 10)
                .containsExactly(3L, 2L, 1L);
        assertThat(server.requests())
                .map(ScriptedServer.Request::line)
                .containsExactly(
                        "GET /api/v1/dead-letters?limit=1000&source=import%2Fa+b",
                        "GET /api/v1/dead-letters?cursor=p+2&limit=1000&source=import%2Fa+b");
    }

    @Test
    void deadLettersAreReplayedByTheirIds() {
        server.then(200, """
                {"letters":[{"id":"d-1","outcome":"sent","where":"t.v1/2/17"},
                  {"id":"d-2","outcome":"refused","code":"unknown-unit","pointer":"/data/unit","cure":"Publish it."},
                  {"id":"d-3","outcome":"not-found","cure":"List them."}]}""");

        List<LetterResult> results = client.replay(List.of("d-1", "d-2", "d-3"));

        assertThat(results).map(LetterResult::isSent).containsExactly(true, false, false);
        assertThat(results.get(0).letterOfPipeline()).isEqualTo("t.v1-2-17");
        assertThat(results.get(1).cure()).isEqualTo("Publish it.");
        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.line()).isEqualTo("POST /api/v1/dead-letters/replay");
            assertThat(request.body()).isEqualTo("{\"ids\":[\"d-1\",\"d-2\",\"d-3\"]}");
        });
    }

    @Test
    void eventsComeWithTheKeyAndEverythingElseWithTheToken() {
        server.then(200, RECEIPT)
                .then(200, RECEIPT)
                .then(200, STATUS)
                .then(200, "{\"entries\":1}")
                .then(200, STATUS);
        var knows = Credentials.of(Map.of("TEPATI_KEY", " tpk-1\n", "TEPATI_TOKEN", "tpt-2", "PATH", "/bin"));
        TepatiClient known = new TepatiClient(server.address(), TEN_SECONDS, knows, clock);

        known.events(EventBody.array(new byte[] {'[', ']'}));
        known.validate(EventBody.array(new byte[] {'[', ']'}));
        known.status();
        known.checkCatalogue(Map.of());
        client.status();

        assertThat(server.requests())
                .map(ScriptedServer.Request::authorization)
                .containsExactly("Bearer tpk-1", "Bearer tpk-1", "Bearer tpt-2", "Bearer tpt-2", "null");
        assertThat(knows.toString()).doesNotContain("tp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a key", "k\u00fcnci", "k\nX-Other: 1"})
    void whatCanBeNoKeyIsSentToNobody(String text) {
        assertFails(() -> Credentials.of(Map.of("TEPATI_KEY", text)), Code.REFUSED, "TEPATI_KEY", "copy it again");
        assertThatThrownBy(() -> Credentials.of(Map.of("TEPATI_KEY", text)))
                .message()
                .doesNotContain(text);
    }

    @Test
    void whoeverIsNotLetInIsToldWhatToDo() {
        server.then(401, NO_KEY);
        assertFails(
                () -> client.events(EventBody.array(new byte[] {'[', ']'})),
                Code.REFUSED,
                "401 (no-key)",
                "Send a key.",
                "Put the key of a producer into the environment variable TEPATI_KEY; tepati producers add makes one.");
        assertFails(client::status, Code.REFUSED, "Put a token into", "TEPATI_TOKEN; tepati tokens add");
        assertFails(() -> client.checkCatalogue(Map.of()), Code.REFUSED, "the catalogue", "TEPATI_TOKEN");

        TepatiClient known = new TepatiClient(server.address(), TEN_SECONDS, new Credentials("a", "b"), clock);
        assertFails(known::status, Code.REFUSED, "TEPATI_TOKEN holds", "tepati tokens list");
    }

    @Test
    void whoeverMayNotAskIsToldThatItMayBeTheRole() {
        server.then(404, NO_KEY.replace("401", "404").replace("no-key", "unknown-path"));
        TepatiClient known = new TepatiClient(server.address(), TEN_SECONDS, new Credentials(null, "b"), clock);

        assertFails(known::status, Code.REFUSED, "Perhaps what the environment variable TEPATI_TOKEN holds may not");
        assertThatThrownBy(client::status).message().doesNotContain("TEPATI_TOKEN");
    }

    @Test
    void waitsAsLongAsAServerAsksThatHoldsItsProducersToARate() {
        server.then(429, Map.of("Retry-After", "3"), NOT_READY.replace("not-ready", "too-many-events-a-second"))
                .then(200, RECEIPT);

        assertThat(client.events(EventBody.array(new byte[] {'[', ']'})).accepted())
                .isEqualTo(1);
        assertThat(clock.pauses).containsExactly(Duration.ofSeconds(3));
    }

    private static String letters(String first, String second, String next) {
        return """
                {"total":9,"deadLetters":[
                  {"id":"d-1","code":"id-conflict","cure":"c","at":"%s","where":"t/0/1","payload":"{}"},
                  {"id":"d-2","code":"id-conflict","cure":"c","at":"%s","where":"t/0/2"}],"next":"%s"}""".formatted(first, second, next);
    }
}
