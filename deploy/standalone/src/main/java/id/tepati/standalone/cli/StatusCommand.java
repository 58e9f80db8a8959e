package id.tepati.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.standalone.cli.ApiClient.Answer;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how a running Tepati is and what its sources sent. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Shows how a running Tepati is.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private UrlOption url = new UrlOption();

    @Override
    public Integer call() {
        Answer answer = new ApiClient(url.address).get("/api/v1/status");
        JsonNode body = answer.body();
        if (!answer.isGood()) {
            System.err.println("tepati: " + body.path("detail").asText());
            return Exit.REFUSED;
        }
        System.out.println("as of " + body.path("asOf").asText("unknown") + ", "
                + body.path("freshness").asText("?") + " s ago");
        JsonNode model = body.path("model");
        System.out.println("cases " + model.path("cases").asLong() + ", tallies "
                + model.path("tallies").asLong() + ", dead letters "
                + model.path("deadLetters").asLong());
        System.out.printf(
                Locale.ROOT,
                "%-40s %-30s %9s %9s %9s %6s %9s  %s%n",
                "unit",
                "source",
                "received",
                "counted",
                "duplicate",
                "dead",
                "misplaced",
                "last seen");
        body.path("sources").forEach(StatusCommand::print);
        return Exit.OK;
    }

    private static void print(JsonNode source) {
        System.out.printf(
                Locale.ROOT,
                "%-40s %-30s %9d %9d %9d %6d %9d  %s%n",
                source.path("unit").asText(),
                source.path("source").asText(),
                source.path("received").asLong(),
                source.path("counted").asLong(),
                source.path("duplicate").asLong(),
                source.path("dead").asLong(),
                source.path("misplaced").asLong(),
                source.path("lastSeen").asText());
    }
}
