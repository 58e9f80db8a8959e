package id.tepati.gateway.http;

import id.tepati.contract.catalogue.feed.CatalogueFeed;
import id.tepati.contract.catalogue.feed.CataloguePublisher;
import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
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
    private static final int WAITING_CATALOGUES = 8;
    private static final long CLOSE_SECONDS = 5;

    private final ExecutorService answering =
            Executors.newFixedThreadPool(ANSWERING_THREADS, daemons("gateway-answer-"));
    private final ExecutorService applying = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING_CATALOGUES), daemons("gateway-catalog-"));
    private final Delivery delivery = new Delivery(System::nanoTime);
    private final EventsHandler events;
    private final CatalogueHandler catalogue;

    /**
     * Wires a gateway.
     *
     * @param producer as {@link GatewayProducer} opens it
     * @param publishers opens a publisher of the catalogue for one publication
     * @param clock tells when events are received; the one that the feed has
     */
    public Gateway(
            Producer<byte[], byte[]> producer,
            CatalogueFeed feed,
            Supplier<CataloguePublisher> publishers,
            Clock clock,
            MeterRegistry meters,
            GatewaySettings settings) {
        var trouble = new FailureResponses(clock);
        var metrics = new GatewayMetrics(meters);
        var gate = new RequestGate(new InFlight(settings.limits(), meters), metrics, trouble);
        this.events = new EventsHandler(
                gate,
                new CurrentRegister(feed),
                new IntakeCheck(settings.topics(), settings.partitions()),
                new RecordSender(producer, settings.limits().acknowledgedWithin(), answering, delivery),
                metrics,
                clock,
                trouble);
        this.catalogue = new CatalogueHandler(gate, new CatalogueService(feed, publishers, clock), applying, trouble);
    }

    /** Adds {@code POST /api/v1/events} and {@code POST /api/v1/catalog} to a server. */
    public void addTo(JavalinConfig server) {
        server.routes.post("/api/v1/events", events);
        server.routes.post("/api/v1/catalog", catalogue);
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
        try {
            boolean ended = answering.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)
                    && applying.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                applying.shutdownNow();
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
