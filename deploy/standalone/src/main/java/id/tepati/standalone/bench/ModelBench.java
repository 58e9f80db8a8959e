package id.tepati.standalone.bench;

import id.tepati.contract.topic.TopicSetup;
import id.tepati.contract.topic.Topics;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * The read model of a dashboard with many open cases: how fast it reads what the pipeline wrote, how soon it is ready
 * again, how much it takes, how long it takes to answer. What the pipeline would write is put into the topics directly,
 * but where the pipeline itself is part of what is measured.
 */
public final class ModelBench {
    private static final int SERVICES = 10;
    private static final int PROMISED_MINUTES = 25 * 24 * 60;
    private static final int TALLIED_DAYS = 40;
    private static final int PROVINCE_SERVICES = 2;
    private static final int PROVINCE_DAYS = 30;
    private static final int CHANGES_A_SECOND = 1_000;
    private static final int EVENTS_AT_ONCE = 5_000;
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final double MILLIS_A_SECOND = 1_000;
    private static final long MEGA = 1_000_000;

    private final Plan plan;
    private final Class<?> main;
    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();

    /**
     * How much is measured with.
     *
     * @param cases open ones in the model
     * @param units of the city that they are of
     * @param provinceUnits of a second model, which holds tallies only
     * @param dues open cases with one due
     * @param requests how often each question is asked
     * @param whole whether a whole server is started again as well, with as many cases sent to it
     * @param database options of the command line that say where the model lies; empty for a file
     */
    public record Plan(
            int cases, int units, int provinceUnits, int dues, int requests, boolean whole, List<String> database) {
        /** Takes a copy. */
        public Plan {
            database = List.copyOf(database);
        }
    }

    /**
     * A benchmark that says what it finds.
     *
     * @param main where the jar starts: each server is a process of its own
     */
    public ModelBench(Plan plan, Class<?> main, PrintStream out) {
        this.plan = plan;
        this.main = main;
        this.out = out;
    }

    /** Runs it on an empty directory. */
    public void run(Path directory) {
        city(directory.resolve("city"));
        province(directory.resolve("province"));
        new SharedDue(plan.dues, clock, out).run(main, directory.resolve("dues"), plan.database);
        if (plan.whole) {
            whole(directory.resolve("whole"));
        }
    }

    /** The arguments of a whole server. */
    static String[] up(Path data, List<String> options) {
        return arguments(List.of("up", "--port", "0", "--data", data.toString()), options);
    }

    private static String[] arguments(List<String> some, List<String> options) {
        return Stream.concat(some.stream(), options.stream()).toArray(String[]::new);
    }

    private void city(Path directory) {
        ModelCity city = new ModelCity(plan.units, SERVICES, PROMISED_MINUTES);
        ModelRows rows = new ModelRows(city, clock.instant());
        try (BrokerProcess broker = broker(directory);
                OutputTopics topics = new OutputTopics(broker.address(), Topics.DEFAULT_PARTITIONS)) {
            topics.publish(city.entries(clock.instant()));
            out.printf(
                    Locale.ROOT,
                    "Writing %,d open cases and %,d tallies of %,d units, %d services, %d days ...%n",
                    plan.cases,
                    plan.units * SERVICES * TALLIED_DAYS,
                    plan.units,
                    SERVICES,
                    TALLIED_DAYS);
            writeTallies(topics, rows, city, TALLIED_DAYS);
            for (int number = 0; number < plan.cases; number++) {
                topics.send(Topics.CASES, rows.open(number));
            }
            topics.mark(clock.instant());
            topics.flush();
            measure(() -> dashboard(broker, directory), directory, topics, rows, city);
        }
    }

    private BrokerProcess broker(Path directory) {
        BrokerProcess broker = BrokerProcess.start(directory.resolve("broker"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            TopicSetup.ensure(admin, Topics.DEFAULT_PARTITIONS, (short) 1);
        }
        return broker;
    }

    private void writeTallies(OutputTopics topics, ModelRows rows, ModelCity city, int days) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (int unit = 0; unit < city.units(); unit++) {
            for (int service = 0; service < city.services(); service++) {
                for (int before = 0; before < days; before++) {
                    topics.send(
                            Topics.TALLIES,
                            rows.tally(city.unit(unit), city.service(service), today.minusDays(before)));
                }
            }
        }
    }

    private ModelServer dashboard(BrokerProcess broker, Path directory) {
        return ModelServer.start(
                main,
                arguments(
                        List.of(
                                "dashboard",
                                "--port",
                                "0",
                                "--kafka",
                                broker.address(),
                                "--data",
                                directory.resolve("data").toString()),
                        plan.database));
    }

    /** Starts a server on the data that are there. */
    @FunctionalInterface
    private interface Start {
        ModelServer server();
    }

    private void measure(Start start, Path directory, OutputTopics topics, ModelRows rows, ModelCity city) {
        try (ModelServer first = start.server()) {
            reportCatchUp(first);
        }
        try (ModelServer stopped = start.server()) {
            reportStart("dashboard stopped, ready again", stopped);
            stopped.process().kill();
        }
        try (ModelServer killed = start.server()) {
            reportStart("dashboard killed, ready again", killed);
            questions(killed, topics, rows, city);
            reportMemory(killed);
        }
        say(
                "files of the model",
                String.format(Locale.ROOT, "%,d MB", DiskUse.of(directory.resolve("data/model"), file -> true) / MEGA));
    }

    private void reportCatchUp(ModelServer server) {
        double records = server.metric("tepati_read_model_records_total");
        double seconds = server.metric("tepati_read_model_load_seconds");
        say(
                "catch-up of a fresh dashboard",
                String.format(Locale.ROOT, "%,.0f records/s (%,.0f in %.1f s)", records / seconds, records, seconds));
        reportStart("ready for the first time", server);
    }

    private void reportStart(String title, ModelServer server) {
        say(
                title,
                String.format(
                        Locale.ROOT,
                        "%.1f s after its start, CPU %.1f s",
                        server.untilReady().toMillis() / MILLIS_A_SECOND,
                        server.process().cpu().toMillis() / MILLIS_A_SECOND));
    }

    private void questions(ModelServer server, OutputTopics topics, ModelRows rows, ModelCity city) {
        ModelQuestions questions = new ModelQuestions(server, plan.requests, clock, out);
        questions.compliance("compliance of the city");
        questions.overview("overview");
        questions.pages("open");
        questions.pages("overdue");
        questions.oneCase(city.unitOf(0), ModelCity.caseId(0));
        questions.metrics();
        out.printf(Locale.ROOT, "%,d changes a second come in ...%n", CHANGES_A_SECOND);
        ModelChanges changes = ModelChanges.begin(topics, rows, plan.cases, CHANGES_A_SECOND, clock);
        try {
            questions.compliance("compliance of the city");
            questions.overview("overview");
            say(
                    "records not read yet",
                    String.format(Locale.ROOT, "%,.0f", server.metric("tepati_read_model_behind_records")));
        } finally {
            changes.close();
        }
    }

    private void reportMemory(ModelServer server) {
        String resident = server.process().residentBytes().stream()
                .mapToObj(bytes -> String.format(Locale.ROOT, "%,d MB resident, ", bytes / MEGA))
                .findFirst()
                .orElse("");
        say(
                "memory of the dashboard",
                resident
                        + String.format(
                                Locale.ROOT,
                                "%,d MB live objects",
                                server.process().liveBytes() / MEGA));
    }

    private void province(Path directory) {
        ModelCity province = new ModelCity(plan.provinceUnits, PROVINCE_SERVICES, PROMISED_MINUTES);
        ModelRows rows = new ModelRows(province, clock.instant());
        try (BrokerProcess broker = broker(directory);
                OutputTopics topics = new OutputTopics(broker.address(), Topics.DEFAULT_PARTITIONS)) {
            topics.publish(province.entries(clock.instant()));
            out.printf(
                    Locale.ROOT,
                    "Writing %,d tallies of %,d units, %d services, %d days ...%n",
                    plan.provinceUnits * PROVINCE_SERVICES * PROVINCE_DAYS,
                    plan.provinceUnits,
                    PROVINCE_SERVICES,
                    PROVINCE_DAYS);
            writeTallies(topics, rows, province, PROVINCE_DAYS);
            topics.mark(clock.instant());
            topics.flush();
            try (ModelServer server = dashboard(broker, directory)) {
                reportCatchUp(server);
                ModelQuestions questions = new ModelQuestions(server, plan.requests, clock, out);
                questions.compliance("compliance of the province");
                questions.overview("overview of the province");
                reportMemory(server);
            }
        }
    }

    private void whole(Path directory) {
        ModelCity city = new ModelCity(plan.units, SERVICES, PROMISED_MINUTES);
        String[] up = up(directory, plan.database);
        try (ModelServer process = ModelServer.start(main, up)) {
            out.printf(Locale.ROOT, "Sending %,d cases to a whole server ...%n", plan.cases);
            LiveServer server = new LiveServer(process.process().address(), clock);
            server.publish(city.yaml());
            long begun = System.nanoTime();
            send(server, city);
            while (server.cases() < plan.cases) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
            double seconds =
                    (System.nanoTime() - begun) / (double) Duration.ofSeconds(1).toNanos();
            say("whole server, events counted", String.format(Locale.ROOT, "%,.0f a second", plan.cases / seconds));
        }
        try (ModelServer stopped = ModelServer.start(main, up)) {
            reportStart("whole server stopped, ready", stopped);
            stopped.process().kill();
        }
        try (ModelServer killed = ModelServer.start(main, up)) {
            reportStart("whole server killed, ready", killed);
            reportMemory(killed);
        }
    }

    private void send(LiveServer server, ModelCity city) {
        ModelRows rows = new ModelRows(city, clock.instant());
        for (int from = 0; from < plan.cases; from += EVENTS_AT_ONCE) {
            server.deliver(IntStream.range(from, Math.min(plan.cases, from + EVENTS_AT_ONCE))
                    .mapToObj(number -> city.acceptance(number, rows.acceptedAt(number)))
                    .toList());
        }
    }

    private void say(String title, String figure) {
        out.printf(Locale.ROOT, "%-31s%s%n", title, figure);
    }
}
