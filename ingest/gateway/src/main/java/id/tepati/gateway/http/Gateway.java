package id.tepati.gateway.http;

import id.tepati.access.feed.AccessWriter;
import id.tepati.access.http.ChangeNotes;
import id.tepati.access.http.RouteRule;
import id.tepati.access.rights.Permission;
import id.tepati.contract.catalogue.feed.CatalogueFeed;
import id.tepati.contract.catalogue.feed.CataloguePublisher;
import id.tepati.gateway.replay.LetterReplay;
import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;

/**
 * The HTTP door, to be added to a server that may have other routes. Wires its parts; owns the threads that write
 * answers, but neither the producer nor the feed. Close the server first, then the gateway, then those. Thread-safe.
 */
public final class Gateway implements AutoCloseable {
    private static final int ANSWERING_THREADS = 8;
    private static final int WAITING_AT_MOST = 8;
    private static final long CLOSE_SECONDS = 5;

    private final ExecutorService answering =
            Executors.newFixedThreadPool(ANSWERING_THREADS, daemons("gateway-answer-"));
    private final ExecutorService applying = oneByOne("gateway-catalog-");
    private final ExecutorService replaying = oneByOne("gateway-replay-");
    private final Delivery delivery = new Delivery(System::nanoTime);
    private final EventsHandler events;
    private final CatalogueHandler catalogue;
    private final LettersHandler replay;
    private final LettersHandler dismiss;

    /**
     * Wires a gateway.
     *
     * @param producer as {@link GatewayProducer} opens it
     * @param client settings of a Kafka client, by which dead letters are read and changes noted
     * @param publishers opens a publisher of the catalogue for one publication
     * @param clock tells when events are received; the one that the feed has
     */
    public Gateway(
            Producer<byte[], byte[]> producer,
            Map<String, Object> client,
            CatalogueFeed feed,
            Supplier<CataloguePublisher> publishers,
            Clock clock,
            MeterRegistry meters,
            GatewaySettings settings) {
        var trouble = new FailureResponses(clock);
        var metrics = new GatewayMetrics(meters);
        var gate = new RequestGate(new InFlight(settings.limits(), meters), metrics, trouble);
        var register = new CurrentRegister(feed);
        this.events = new EventsHandler(
                gate,
                register,
                new IntakeCheck(settings.topics(), settings.partitions()),
                new EventRates(System::nanoTime),
                new RecordSender(producer, settings.limits().acknowledgedWithin(), answering, delivery),
                metrics,
                clock,
                trouble);
        var notes = new ChangeNotes(new AccessWriter(client, clock));
        this.catalogue =
                new CatalogueHandler(gate, new CatalogueService(feed, publishers, clock), notes, applying, trouble);
        GatewayTopics topics = settings.topics();
        LetterReplay letters = new LetterReplay(
                producer,
                client,
                new LetterReplay.ReplayTopics(topics.inputs(), topics::of, topics.deadLetters(), settings.partitions()),
                register::everything,
                clock);
        this.replay = new LettersHandler(gate, "replay", notes, letters::replay, replaying, trouble);
        this.dismiss = new LettersHandler(gate, "dismiss", notes, letters::dismiss, replaying, trouble);
    }

    private static ExecutorService oneByOne(String threads) {
        return new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING_AT_MOST), daemons(threads));
    }

    /** Adds its routes to a server. */
    public void addTo(JavalinConfig server) {
        server.routes.post("/api/v1/events", events, RouteRule.PRODUCER);
        server.routes.post("/api/v1/catalog", catalogue, RouteRule.needs(Permission.CHANGE_CATALOGUE));
        RouteRule settles = RouteRule.needsEverywhere(Permission.SETTLE_DEAD_LETTERS);
        server.routes.post("/api/v1/dead-letters/replay", replay, settles);
        server.routes.post("/api/v1/dead-letters/dismiss", dismiss, settles);
    }

    /** Why events are not taken now, in a sentence; empty while they are. */
    public Optional<String> whyNotTaking() {
        return delivery.whyRefused();
    }

    /** Lets what is under way end, for a few seconds at most. */
    @Override
    public void close() {
        answering.shutdown();
        applying.shutdown();
        replaying.shutdown();
        try {
            boolean ended = answering.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)
                    && applying.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)
                    && replaying.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                applying.shutdownNow();
                replaying.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory daemons(String prefix) {
        var number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
