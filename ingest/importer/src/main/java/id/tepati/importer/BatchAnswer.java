package id.tepati.importer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the gateway said to a batch. */
record BatchAnswer(long accepted, long repeated, List<RefusedRow> refused) {
    static BatchAnswer of(JsonNode json, Batch batch) {
        List<RefusedRow> refused = new ArrayList<>();
        for (JsonNode each : json.path("rejected")) {
            int index = each.path("index").asInt(-1);
            long line = index >= 0 && index < batch.size() ? batch.lines().get(index) : 0;
            refused.add(new RefusedRow(
                    line,
                    "gateway",
                    each.path("code").asText("rejected"),
                    "the gateway refused it at " + each.path("pointer").asText("/"),
                    each.path("cure").asText("see the contract of the event")));
        }
        return new BatchAnswer(
                json.path("accepted").asLong(), json.path("repeated").asLong(), refused);
    }
}
