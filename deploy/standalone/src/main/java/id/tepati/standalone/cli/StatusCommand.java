package id.tepati.standalone.cli;

import id.tepati.client.ServerStatus;
import java.util.Locale;
import java.util.Objects;
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
        ServerStatus status = url.client().status();
        System.out.println("as of " + Objects.requireNonNullElse(status.asOf(), "unknown") + ", "
                + Objects.requireNonNullElse(status.freshness(), "?") + " s ago");
        System.out.println(
                "cases " + status.cases() + ", tallies " + status.tallies() + ", dead letters " + status.deadLetters());
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
        status.sources().forEach(StatusCommand::print);
        return Exit.OK;
    }

    private static void print(ServerStatus.Source source) {
        System.out.printf(
                Locale.ROOT,
                "%-40s %-30s %9d %9d %9d %6d %9d  %s%n",
                named(source.unit()),
                named(source.source()),
                source.received(),
                source.counted(),
                source.duplicate(),
                source.dead(),
                source.misplaced(),
                source.lastSeen());
    }

    /** What could not be read from what was refused has a row all the same. */
    private static String named(String name) {
        return name.isEmpty() ? "(unreadable)" : name;
    }
}
