package id.tepati.standalone.app;

import id.tepati.access.feed.AccessFeed;
import id.tepati.access.feed.AccessWriter;
import id.tepati.access.feed.SessionWriter;
import id.tepati.access.http.ChangeList;
import id.tepati.access.http.Gate;
import id.tepati.access.http.SignIn;
import id.tepati.access.record.AccessView;
import id.tepati.broker.BrokerStartException;
import id.tepati.broker.EmbeddedBroker;
import id.tepati.contract.catalogue.feed.CatalogueFeed;
import id.tepati.contract.topic.TopicSetup;
import id.tepati.contract.topic.Topics;
import id.tepati.dashboard.http.Health;
import id.tepati.dashboard.http.OperatorRoutes;
import id.tepati.dashboard.metrics.DashboardMetrics;
import id.tepati.standalone.tls.ServerCertificate;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * The roles of one process on one port, and the broker unless a cluster is given. Thread-safe once started.
 */
public final class Server implements AutoCloseable {
    private static final Duration CATALOGUE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration ACCESS_TIMEOUT = Duration.ofSeconds(30);

    private final Closer parts = new Closer(Closer.Limits.OF_A_PROCESS);
    private final List<RunningRole> roles = new ArrayList<>();
    private final List<Health> watched = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private final ServerSettings settings;
    private Javalin http;
    private AccessFeed access;
    private KafkaCluster kafka;

    /** Prepares a server. */
    @SuppressWarnings("NullAway.Init")
    public Server(ServerSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Starts everything; returns when requests are taken, while the read model may still be loading.
     *
     * @throws StartException where something is missing or in the way; nothing stays behind
     */
    public void start() {
        try {
            startAll();
        } catch (RuntimeException e) {
            close();
            throw explained(e);
        }
    }

    private RuntimeException explained(RuntimeException refused) {
        Optional<String> full = whyFull();
        if (full.isPresent()) {
            return new FullDiskException(full.get(), refused);
        }
        return refused instanceof StartException || refused instanceof BrokerStartException
                ? refused
                : new StartException(String.valueOf(refused.getMessage()), refused);
    }

    private void startAll() {
        requireAddress();
        requirePort();
        requireSpace();
        Optional<ServerCertificate> certificate = certificate();
        if (settings.keepsData()) {
            ServerLog.begin(settings.data(), settings.logLevel());
        }
        kafka = settings.cluster().orElseGet(() -> KafkaCluster.open(startBroker()));
        Map<String, Object> client = kafka.client();
        Admin admin = parts.add("admin client", KafkaClients.admin(kafka));
        KafkaClients.requireAnswer(admin, kafka);
        TopicSetup.ensure(admin, settings.partitions(), settings.replication());
        CatalogueFeed feed =
                parts.add("catalogue", CatalogueFeed.start(client, Topics.CATALOG, clock, CATALOGUE_TIMEOUT));
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        parts.add("metrics", meters::close);
        DashboardMetrics.bindJvm(meters);
        HeapUse.bind(meters);
        access = parts.add("access", AccessFeed.start(client, ACCESS_TIMEOUT));
        requireSignIn(access.view());
        BrokerWatch broker = parts.add("watch over the broker", BrokerWatch.start(admin, settings.partitions()));
        RoleContext context = new RoleContext(settings, clock, client, admin, feed, access::view, meters, parts);
        new TreeSet<>(settings.roles()).forEach(role -> roles.add(start(role, context)));
        watch(broker);
        Gate gate = new Gate(
                access::view, !settings.isOpenToOthers(), settings.listening().oidc() != null, clock);
        SignIn signIn = new SignIn(
                gate,
                access,
                parts.add("sessions", SessionWriter.open(client)),
                new AccessWriter(client, clock),
                clock,
                settings.listening().oidc());
        http = startHttp(meters, new Entrance(gate, signIn, new ChangeList(access, client)), certificate);
        parts.add("HTTP server", http::stop);
    }

    private RunningRole start(Role role, RoleContext context) {
        return switch (role) {
            case PIPELINE -> PipelineRole.start(context);
            case DASHBOARD -> DashboardRole.start(context, health());
            case GATEWAY -> GatewayRole.start(context);
        };
    }

    /** That of all roles, asked when it is looked at. */
    private Health health() {
        return new Health(() -> first(Health::dead), () -> first(Health::unready));
    }

    private Optional<String> first(Function<Health, Supplier<Optional<String>>> reason) {
        return Stream.concat(watched.stream(), roles.stream().map(RunningRole::health))
                .map(health -> reason.apply(health).get())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What a role cannot see of itself: that nothing moves any more. */
    private void watch(BrokerWatch broker) {
        Standstill.Bounds bounds = settings.cluster().isPresent() ? Standstill.Bounds.FOREIGN : Standstill.Bounds.OWN;
        watched.add(new Standstill(broker::answers, System::nanoTime)
                .health("Kafka at " + kafka + " has not answered for the inputs", bounds));
        for (RunningRole role : roles) {
            watched.add(new Standstill(() -> broker.isAnswered() ? role.positions(roles) : Map.of(), System::nanoTime)
                    .health(role.standing(), Standstill.Bounds.OWN));
        }
    }

    private Optional<ServerCertificate> certificate() {
        return Optional.ofNullable(settings.listening().tls())
                .map(files -> parts.add("certificate", ServerCertificate.watch(files, clock)));
    }

    private void requireSpace() {
        whyFull().ifPresent(full -> {
            throw new FullDiskException(full, null);
        });
    }

    /** Asked first, like the port: what is started later leaves traces in the data. */
    private void requireAddress() {
        try {
            tryListening(0);
        } catch (IOException e) {
            throw new StartException(
                    settings.listening().host() + " is no address of this machine: name another one with --listen,"
                            + " 127.0.0.1 for this machine only or 0.0.0.0 for all of its addresses.",
                    e);
        }
    }

    private void requirePort() {
        try {
            tryListening(settings.listening().port());
        } catch (IOException | IllegalArgumentException e) {
            throw portRefused(e);
        }
    }

    private void tryListening(int port) throws IOException {
        new ServerSocket(port, 1, InetAddress.getByName(settings.listening().host())).close();
    }

    private StartException portRefused(Exception cause) {
        return new StartException(
                "Port " + settings.listening().port() + " of "
                        + settings.listening().host()
                        + " cannot be opened: stop what uses it, or choose another one with --port.",
                cause);
    }

    private String startBroker() {
        EmbeddedBroker broker =
                parts.add("broker", EmbeddedBroker.start(settings.data().resolve("broker"), settings.brokerPort()));
        return broker.bootstrapServers();
    }

    /** What other machines reach is open to nobody who did not sign in, so somebody has to be able to. */
    private void requireSignIn(AccessView known) {
        if (settings.isOpenToOthers()
                && known.hasNobody()
                && settings.listening().oidc() == null) {
            throw new StartException(
                    "Other machines reach " + settings.listening().host()
                            + ", and nobody can sign in yet. Add somebody with"
                            + " `tepati users add ID --grant operator`, or name a provider with --oidc-config, and start"
                            + " again; or start without --listen, and"
                            + " only this machine reaches it.",
                    null);
        }
    }

    /** What everybody passes, and what is said of access itself. */
    private record Entrance(Gate gate, SignIn signIn, ChangeList changes) {
        void addTo(JavalinConfig config) {
            gate.guard(config);
            signIn.addTo(config);
            changes.addTo(config);
        }
    }

    private Javalin startHttp(
            PrometheusMeterRegistry meters, Entrance entrance, Optional<ServerCertificate> certificate) {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            certificate.ifPresent(shown -> config.jetty.addConnector((jetty, with) -> shown.connector(
                    jetty,
                    with,
                    settings.listening().host(),
                    settings.listening().port())));
            entrance.addTo(config);
            roles.forEach(role -> role.addTo(config));
            if (!settings.roles().contains(Role.DASHBOARD)) {
                new OperatorRoutes(health(), meters).addTo(config);
            }
        });
        entrance.gate().requireRules(server);
        try {
            return server.start(
                    settings.listening().host(), settings.listening().port());
        } catch (RuntimeException e) {
            throw portRefused(e);
        }
    }

    /** Where the API is. */
    public URI address() {
        return URI.create(
                settings.listening().scheme() + "://" + settings.listening().host() + ":" + http.port());
    }

    /** {@code HOST:PORT} of the broker in use. */
    public String kafka() {
        return kafka.address();
    }

    /** Whether every role is at work. */
    public boolean isReady() {
        return health().unready().get().isEmpty();
    }

    /** Why only a new start helps, if that is so. */
    public Optional<String> whyDead() {
        return health().dead().get();
    }

    /** That the disk of the data is full, if it is: the server has to stop while there is some room left. */
    public Optional<String> whyFull() {
        return settings.keepsData() ? settings.space().whyTooLittle() : Optional.empty();
    }

    /** Where to read what happened; empty where nothing is kept. */
    public Optional<Path> log() {
        return settings.keepsData() ? Optional.of(ServerLog.file(settings.data())) : Optional.empty();
    }

    /** The parts that had not ended when the time for closing was over; the process has to be cut short. */
    public List<String> leftAlone() {
        return parts.leftAlone();
    }

    /**
     * Has something closed before everything that was started by then.
     *
     * @param name for messages
     */
    public void closeFirst(String name, AutoCloseable part) {
        parts.add(name, part);
    }

    /** Stops everything in the opposite order of its start, within ten seconds; may be called while it starts. */
    @Override
    public void close() {
        parts.close();
    }
}
