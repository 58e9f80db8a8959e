package id.tepati.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Prints the figures of a unit and everything below it as a table. */
final class FigureTable {
    private static final double PERCENT = 100;

    private final ApiClient api;

    FigureTable(ApiClient api) {
        this.api = api;
    }

    void print(String unit, PrintStream out) {
        String path = "/api/v1/compliance?unit=" + URLEncoder.encode(unit, StandardCharsets.UTF_8) + "&subtree=true";
        JsonNode answer = api.get(path).body();
        out.println();
        out.printf(
                Locale.ROOT,
                "%-16s %7s %7s %9s %10s %10s %8s%n",
                "promise",
                "on time",
                "late",
                "late open",
                "no promise",
                "attainment",
                "all open");
        for (JsonNode row : answer.path("rows")) {
            out.printf(
                    Locale.ROOT,
                    "%-16s %7d %7d %9d %10d %10s %8d%n",
                    row.path("promise").asText(),
                    row.path("onTime").asLong(),
                    row.path("late").asLong(),
                    row.path("lateOpen").asLong(),
                    row.path("noPromise").asLong(),
                    attainment(row.path("attainment")),
                    row.path("open").asLong());
        }
        out.println("as of " + answer.path("asOf").asText() + ", from " + path);
    }

    private static String attainment(JsonNode share) {
        return share.isNumber() ? String.format(Locale.ROOT, "%.1f %%", share.asDouble() * PERCENT) : "no data";
    }
}
