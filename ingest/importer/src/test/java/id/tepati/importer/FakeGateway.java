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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Stands in for gateway and pipeline at the HTTP contract: keeps ids, refuses channel {@code bad}, and lets the
 * figures lag behind the clock. Its clock ticks a second with each look at the status.
 */
final class FakeGateway implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    final List<Integer> batchSizes = new ArrayList<>();
    final List<String> catalogues = new ArrayList<>();
    final List<String> contentTypes = new ArrayList<>();
    final List<String> batches = new ArrayList<>();
    int busyAnswers;
    int statusesBehind;
    int catalogueStatus = 200;
    int eventStatus;
    boolean standsStill;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Set<String> known = new HashSet<>();
    private final Javalin server;
    private int looks;
    private int looksBeforeLastBatch;
    private int received;
    private int duplicate;

    FakeGateway() {
        server = Javalin.create(config -> {
                    config.routes.post("/api/v1/events", this::events);
                    config.routes.post("/api/v1/catalog", this::catalogue);
                    config.routes.get("/api/v1/status", this::status);
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
        looksBeforeLastBatch = looks;
        contentTypes.add(context.contentType());
        batches.add(context.header("Tepati-Batch"));
        JsonNode batch = mapper.readTree(context.bodyAsBytes());
        batchSizes.add(batch.size());
        ObjectNode answer = mapper.createObjectNode();
        ArrayNode rejected = answer.putArray("rejected");
        for (int i = 0; i < batch.size(); i++) {
            take(batch.get(i), i, rejected);
        }
        int accepted = batch.size() - rejected.size();
        answer.put("accepted", accepted).put("repeated", 0);
        context.status(accepted > 0 ? 202 : 422).contentType("application/json").result(answer.toString());
    }

    private void take(JsonNode event, int index, ArrayNode rejected) {
        if (event.path("data").path("channel").asText().equals("bad")) {
            rejected.addObject()
                    .put("index", index)
                    .put("id", event.path("id").asText())
                    .put("code", "invalid-value")
                    .put("pointer", "/data/channel")
                    .put("cure", "send another");
        } else {
            received++;
            if (!known.add(event.path("id").asText())) {
                duplicate++;
            }
        }
    }

    private synchronized void catalogue(Context context) throws IOException {
        JsonNode request = mapper.readTree(context.bodyAsBytes());
        catalogues.add(context.queryString() + " " + request.at("/files/0/name").asText() + "\n"
                + request.at("/files/0/text").asText());
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
        addSource(sources, "kota", "import/other", 1000, 1000, 7);
        addSource(sources, "kota", "import/test", received - received / 2, known.size(), duplicate);
        addSource(sources, "kota.pu", "import/test", received / 2, 0, 0);
        context.contentType("application/json").result(answer.toString());
    }

    private static void addSource(ArrayNode sources, String unit, String source, int received, int counted, int twice) {
        sources.addObject()
                .put("unit", unit)
                .put("source", source)
                .put("received", received)
                .put("counted", counted)
                .put("duplicate", twice)
                .put("dead", 0);
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
