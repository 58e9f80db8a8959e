package id.tepati.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tepati.client.ServerAddress;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stands in for gateway and pipeline at the HTTP contract: keeps events by id, of two with one id the one with the
 * larger sequence, refuses channel {@code bad}, and lets the figures lag behind the clock. Its clock ticks a second with
 * each look at the status.
 */
final class FakeGateway implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    final List<Integer> batchSizes = new ArrayList<>();
    final List<String> catalogues = new ArrayList<>();
    final List<String> contentTypes = new ArrayList<>();
    final List<String> batches = new ArrayList<>();
    final List<String> batchTotals = new ArrayList<>();
    int busyAnswers;
    int statusesBehind;
    int catalogueStatus = 200;
    int eventStatus;
    boolean standsStill;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, JsonNode> known = new LinkedHashMap<>();
    private final List<ObjectNode> letters = new ArrayList<>();
    private final Javalin server;
    private int looks;
    private int looksBeforeLastBatch;
    private int received;
    private int duplicate;
    private int dead;

    FakeGateway() {
        server = Javalin.create(config -> {
                    config.routes.post("/api/v1/events", this::events);
                    config.routes.post("/api/v1/catalog", this::catalogue);
                    config.routes.get("/api/v1/status", this::status);
                    config.routes.get("/api/v1/dead-letters", this::deadLetters);
                })
                .start("127.0.0.1", 0);
    }

    ServerAddress address() {
        return ServerAddress.parse("http://127.0.0.1:" + server.port()).orElseThrow();
    }

    private synchronized void events(Context context) throws IOException {
        if (busyAnswers > 0) {
            busyAnswers--;
            context.status(503);
            return;
        }
        if (eventStatus != 0) {
            problem(context, eventStatus, "no-key", "send a key");
            return;
        }
        JsonNode batch = mapper.readTree(context.bodyAsBytes());
        boolean validating = "true".equals(context.queryParam("validate"));
        if (!validating) {
            note(context, batch);
        }
        ObjectNode answer = mapper.createObjectNode();
        ArrayNode rejected = answer.putArray("rejected");
        for (int i = 0; i < batch.size(); i++) {
            if (isRefused(batch.get(i))) {
                refuse(batch.get(i), i, rejected);
            } else if (!validating) {
                take(batch.get(i));
            }
        }
        int accepted = batch.size() - rejected.size();
        answer.put("accepted", accepted).put("repeated", 0);
        context.status(accepted > 0 ? 202 : 422).contentType("application/json").result(answer.toString());
    }

    private void note(Context context, JsonNode batch) {
        looksBeforeLastBatch = looks;
        contentTypes.add(context.contentType());
        batches.add(context.header("Tepati-Batch"));
        batchTotals.add(context.header("Tepati-Batch-Total"));
        batchSizes.add(batch.size());
    }

    private static boolean isRefused(JsonNode event) {
        return event.path("data").path("channel").asText().equals("bad");
    }

    private static void refuse(JsonNode event, int index, ArrayNode rejected) {
        rejected.addObject()
                .put("index", index)
                .put("id", event.path("id").asText())
                .put("code", "invalid-value")
                .put("pointer", "/data/channel")
                .put("cure", "send another");
    }

    private void take(JsonNode event) {
        received++;
        String id = event.path("id").asText();
        JsonNode before = known.putIfAbsent(id, event);
        if (before == null) {
            return;
        }
        if (content(before).equals(content(event))) {
            duplicate++;
            known.merge(id, event, (old, copy) -> sequence(copy) > sequence(old) ? copy : old);
        } else if (sequence(event) > sequence(before)) {
            known.put(id, event);
            bury(before).put("at", START.toString());
        } else {
            bury(event).put("payload", event.toString());
        }
    }

    private static String content(JsonNode event) {
        return event.path("time").asText() + event.path("data");
    }

    private static long sequence(JsonNode event) {
        return event.path("sequence").asLong(-1);
    }

    private ObjectNode bury(JsonNode event) {
        dead++;
        ObjectNode letter = mapper.createObjectNode()
                .put("code", "id-conflict")
                .put("cure", "give it its own id")
                .put("at", START.plusSeconds(looks).toString())
                .put("where", "tepati.complaints.v1/0/" + dead)
                .put("unit", event.path("data").path("unit").asText())
                .put("type", event.path("type").asText());
        letters.add(0, letter);
        return letter;
    }

    private synchronized void deadLetters(Context context) {
        letters.sort(
                Comparator.comparing((ObjectNode letter) -> letter.path("at").asText())
                        .reversed());
        ArrayNode found = mapper.createArrayNode();
        letters.stream()
                .filter(letter -> "import/test".equals(context.queryParam("source")))
                .forEach(found::add);
        context.contentType("application/json")
                .result(mapper.createObjectNode().set("deadLetters", found).toString());
    }

    /** When an event happened that counts. */
    synchronized String timeOf(String id) {
        return known.get(id).path("time").asText();
    }

    /** The ids of all events that count, in the order in which they came. */
    synchronized List<String> ids() {
        return List.copyOf(known.keySet());
    }

    private synchronized void catalogue(Context context) throws IOException {
        JsonNode request = mapper.readTree(context.bodyAsBytes());
        StringBuilder catalogue = new StringBuilder(context.queryString());
        for (JsonNode file : request.get("files")) {
            catalogue
                    .append(' ')
                    .append(file.get("name").asText())
                    .append('\n')
                    .append(file.get("text").asText());
        }
        catalogues.add(catalogue.toString());
        if (catalogueStatus != 200) {
            problem(context, catalogueStatus, "catalog-invalid", "mend it");
            return;
        }
        context.result("{\"added\":5,\"changed\":0,\"unchanged\":1,\"knownFrom\":\"" + START.plusSeconds(3) + "\"}");
    }

    private void problem(Context context, int status, String code, String cure) {
        ObjectNode problem = mapper.createObjectNode()
                .put("type", "urn:tepati:problem:" + code)
                .put("title", code)
                .put("status", status)
                .put("code", code)
                .put("cure", cure);
        context.status(status).contentType("application/problem+json").result(problem.toString());
    }

    private synchronized void status(Context context) {
        Instant now = START.plusSeconds(looks++);
        ObjectNode answer = mapper.createObjectNode().put("now", now.toString());
        if (!standsStill) {
            answer.put("asOf", now.minusSeconds(statusesBehind).toString());
        }
        ArrayNode sources = answer.putArray("sources");
        addSource(sources, "kota", "import/other", 1000, 1000, 7, 3);
        addSource(sources, "kota", "import/test", received - received / 2, known.size(), duplicate, dead);
        addSource(sources, "kota.pu", "import/test", received / 2, 0, 0, 0);
        context.contentType("application/json").result(answer.toString());
    }

    private static void addSource(
            ArrayNode sources, String unit, String source, int received, int counted, int twice, int dead) {
        sources.addObject()
                .put("unit", unit)
                .put("source", source)
                .put("received", received)
                .put("counted", counted)
                .put("duplicate", twice)
                .put("dead", dead);
    }

    synchronized int looks() {
        return looks;
    }

    synchronized int looksAfterLastBatch() {
        return looks - looksBeforeLastBatch;
    }

    @Override
    public void close() {
        server.stop();
    }
}
