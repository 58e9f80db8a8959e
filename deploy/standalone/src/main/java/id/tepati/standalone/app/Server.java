package id.tepati.standalone.app;

import id.tepati.broker.BrokerStartException;
import id.tepati.broker.EmbeddedBroker;
import id.tepati.contract.catalog.CatalogFeed;
import id.tepati.contract.catalog.CatalogPublisher;
import id.tepati.contract.topic.TopicSetup;
import id.tepati.contract.topic.Topics;
import id.tepati.dashboard.http.DashboardRoutes;
import id.tepati.dashboard.http.Health;
import id.tepati.dashboard.metrics.DashboardMetrics;
import id.tepati.dashboard.readmodel.ReadModel;
import id.tepati.gateway.http.Gateway;
import id.tepati.gateway.http.GatewayProducer;
import id.tepati.gateway.http.GatewaySettings;
import id.tepati.pipeline.app.FeedCatalogue;
import id.tepati.pipeline.app.Pipeline;
import id.tepati.pipeline.app.PipelineMetrics;
import id.tepati.pipeline.app.PipelineSettings;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/**
 * Every role in one process: broker (unless a cluster is given), gateway, pipeline and dashboard on one port.
 * Thread-safe.
 */
public final class Server implements AutoCloseable {
    private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CATALOGUE_TIMEOUT = Duration.ofSeconds(30);

    private final Closing parts = new Closing();
    private final Clock clock;
    private final ServerSettings settings;
    private Javalin http;
    private ReadModel model;
    private Pipeline pipeline;
    private String kafka;

    @SuppressWarnings("NullAway.Init")
    private Server(ServerSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Starts everything; returns when events are taken, while the read model may still be loading.
     *
     * @throws StartException where something is missing or in the way
     */
    public static Server start(ServerSettings settings, Clock clock) {
        Server server = new Server(settings, clock);
        try {
            server.startAll();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e instanceof StartException || e instanceof BrokerStartException
                    ? e
                    : new StartException(String.valueOf(e.getMessage()), e);
        }
    }

    private void startAll() {
        kafka = settings.cluster().orElseGet(this::startBroker);
        Map<String, Object> client = Map.of("bootstrap.servers", kafka);
        Admin admin = parts.add("admin client", Admin.create(client));
        requireBroker(admin);
        TopicSetup.ensure(admin, settings.partitions(), replication());
        CatalogFeed feed = parts.add("catalogue", CatalogFeed.start(client, Topics.CATALOG, clock, CATALOGUE_TIMEOUT));
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        parts.add("metrics", meters::close);
        pipeline = parts.add("pipeline", Pipeline.start(pipelineSettings(), new FeedCatalogue(feed), admin, clock));
        PipelineMetrics.bind(meters, pipeline);
        model = parts.add("read model", ReadModel.start(client, feed::snapshot, clock));
        DashboardMetrics.bind(meters, model, clock);
        Gateway gateway = parts.add(
                "gateway",
                new Gateway(
                        parts.add("producer", GatewayProducer.open(client)),
                        feed,
                        () -> CatalogPublisher.open(client, Topics.CATALOG, clock),
                        clock,
                        meters,
                        GatewaySettings.standard(settings.partitions())));
        DashboardRoutes dashboard = new DashboardRoutes(model, Health.of(model).and(ofPipeline()), meters, clock);
        http = startHttp(gateway, dashboard);
        parts.add("HTTP server", http::stop);
    }

    private void requireBroker(Admin admin) {
        DescribeClusterOptions within =
                new DescribeClusterOptions().timeoutMs(Math.toIntExact(BROKER_TIMEOUT.toMillis()));
        try {
            admin.describeCluster(within).clusterId().get();
        } catch (ExecutionException e) {
            throw new StartException(
                    "No Kafka broker answers at " + kafka + " within " + BROKER_TIMEOUT.toSeconds()
                            + " s: check that it runs and that its address is right.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted while waiting for Kafka at " + kafka + ".", e);
        }
    }

    private String startBroker() {
        EmbeddedBroker broker =
                parts.add("broker", EmbeddedBroker.start(settings.data().resolve("broker"), settings.brokerPort()));
        return broker.bootstrapServers();
    }

    /** The embedded broker is alone; a cluster keeps its own default. */
    private short replication() {
        return settings.cluster().isPresent() ? (short) -1 : 1;
    }

    private PipelineSettings pipelineSettings() {
        return new PipelineSettings(
                kafka,
                settings.data().resolve("state"),
                "standalone",
                settings.partitions(),
                settings.threads(),
                replication());
    }

    private Health ofPipeline() {
        return new Health(
                () -> pipeline.isAlive()
                        ? Optional.empty()
                        : Optional.of("The pipeline has stopped: read the log and restart the process."),
                this::whyPipelineIsUnready);
    }

    private Optional<String> whyPipelineIsUnready() {
        if (pipeline.isClockDistrusted()) {
            return Optional.of("The clock of this machine jumped, so no due date fires: set it right and restart.");
        }
        return pipeline.isRunning() ? Optional.empty() : Optional.of("The pipeline is still taking up its work.");
    }

    private Javalin startHttp(Gateway gateway, DashboardRoutes dashboard) {
        try {
            return Javalin.create(config -> {
                        config.startup.showJavalinBanner = false;
                        gateway.addTo(config);
                        dashboard.addTo(config);
                    })
                    .start(settings.listen(), settings.port());
        } catch (RuntimeException e) {
            throw new StartException(
                    "Port " + settings.port() + " of " + settings.listen()
                            + " cannot be opened: stop what uses it, or choose another one with --port.",
                    e);
        }
    }

    /** Where the API is. */
    public URI address() {
        return URI.create("http://" + settings.listen() + ":" + http.port());
    }

    /** {@code HOST:PORT} of the broker in use. */
    public String kafka() {
        return kafka;
    }

    /** Whether figures are served and events judged. */
    public boolean isReady() {
        return pipeline.isRunning() && Health.of(model).unready().get().isEmpty();
    }

    /** Why only a new start helps, if that is so. */
    public Optional<String> whyDead() {
        return Health.of(model).and(ofPipeline()).dead().get();
    }

    /** Stops everything in the opposite order of its start. */
    @Override
    public void close() {
        parts.close();
    }
}
