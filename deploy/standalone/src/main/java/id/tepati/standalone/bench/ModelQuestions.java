package id.tepati.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.rules.CaseId;
import id.tepati.rules.UnitId;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Asks one thing after the other, each some hundred times, and says how long the answers took. */
final class ModelQuestions {
    private static final int DAYS = 30;
    private static final int PAGE = 100;
    private static final Map<String, String> ALL = Map.of("unit", ModelCity.TOP, "subtree", "true");

    private final ModelServer server;
    private final int requests;
    private final Clock clock;
    private final PrintStream out;

    /** Each question is asked so many times and, before that, half as often without being measured. */
    ModelQuestions(ModelServer server, int requests, Clock clock, PrintStream out) {
        this.server = server;
        this.requests = requests;
        this.clock = clock;
        this.out = out;
    }

    /** How the promises of all units were kept in the last thirty days. */
    void compliance(String title) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<String, String> query =
                with(Map.of("from", today.minusDays(DAYS - 1L).toString(), "to", today.toString()));
        time(title, () -> server.answer("compliance", query));
    }

    void overview(String title) {
        time(title, () -> server.answer("overview", Map.of()));
    }

    void oneCase(UnitId unit, CaseId id) {
        time("one case", () -> server.answer("cases/" + unit + "/" + id, Map.of()));
    }

    void metrics() {
        time("/metrics", server::metrics);
    }

    /**
     * The first and the hundredth page of the cases that stand so.
     *
     * @param state {@code open} or {@code overdue}
     */
    void pages(String state) {
        Map<String, String> first = with(Map.of("state", state, "limit", Integer.toString(PAGE)));
        time(state + " cases, page 1", () -> server.answer("cases", first));
        Map<String, String> query = new TreeMap<>(first);
        for (int page = 2; page <= PAGE; page++) {
            Optional<String> next = next(server.answer("cases", query));
            if (next.isEmpty()) {
                out.printf(Locale.ROOT, "%-31s%s%n", state + " cases, page " + PAGE, "there are fewer pages");
                return;
            }
            query.put("cursor", next.get());
        }
        time(state + " cases, page " + PAGE, () -> server.answer("cases", query));
    }

    private static Optional<String> next(JsonNode page) {
        return Optional.of(page.path("next")).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> query = new TreeMap<>(ALL);
        query.putAll(more);
        return query;
    }

    private void time(String title, Runnable question) {
        for (int i = 0; i < requests / 2; i++) {
            question.run();
        }
        Latencies latencies = new Latencies(clock.instant());
        Duration cpuBefore = server.process().cpu();
        for (int i = 0; i < requests; i++) {
            Instant asked = clock.instant();
            question.run();
            latencies.add(asked, clock.instant());
        }
        Duration cpu = server.process().cpu().minus(cpuBefore);
        out.printf(
                Locale.ROOT,
                "%-31s%s, CPU of the server %.1f ms each%n",
                title,
                latencies.told(),
                cpu.toMillis() / (double) requests);
    }
}
