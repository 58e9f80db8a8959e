package id.tepati.standalone.cli;

import id.tepati.access.change.ChainFlaw;
import id.tepati.access.change.ChainHead;
import id.tepati.access.change.Change;
import id.tepati.access.feed.ChangeLog;
import id.tepati.rules.WireName;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows who changed what and why, and whether the log of it is what was written. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Shows who changed what, and whether the log is whole.",
            "Each line of the log has the hash of the one before."
        })
final class AuditCommand {
    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Finds a line that was altered, is missing, or was moved.",
                "Ends with 3 where it found one, and says where. Prints the last line as NUMBER:HASH: note that elsewhere."
            })
    int verify(
            @Option(
                            names = "--noted",
                            paramLabel = "NUMBER:HASH",
                            description = "what verify printed before; finds a log that was forged as a whole")
                    @Nullable
                    ChainHead noted,
            @Mixin AccessPlace place) {
        ChangeLog log = read(place);
        Optional<ChainFlaw> flaw = log.flaw().or(() -> noted == null ? Optional.empty() : log.flawAgainst(noted));
        if (flaw.isPresent()) {
            throw new CommandException(
                    "The change log is not what was written: "
                            + WireName.of(flaw.get().kind()) + " at line "
                            + flaw.get().line() + ". "
                            + flaw.get().what()
                            + " Keep the data as it is, and compare it with a backup.",
                    Exit.REFUSED);
        }
        System.out.println(log.lines().size() + " changes, all as they were written");
        log.head().ifPresent(System.out::println);
        return Exit.OK;
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists who changed what, when and why, the latest last.")
    int list(
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            converter = FromOne.class,
                            defaultValue = "100",
                            description = "how many at most (default: ${DEFAULT-VALUE})")
                    int limit,
            @Mixin AccessPlace place) {
        List<byte[]> lines = read(place).lines();
        lines.subList(Math.max(0, lines.size() - limit), lines.size()).forEach(AuditCommand::print);
        System.out.println(Math.min(lines.size(), limit) + " of " + lines.size() + " changes");
        return Exit.OK;
    }

    private static ChangeLog read(AccessPlace place) {
        return place.look(client -> ChangeLog.read(client, AccessPlace.WITHIN));
    }

    private static void print(byte[] line) {
        try {
            Change change = Change.fromJson(line);
            System.out.println(String.join(
                    "  ",
                    Integer.toString(change.seq()),
                    change.at().toString(),
                    change.author().who(),
                    change.action(),
                    change.subject(),
                    change.author().why()));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            System.out.println("(a line that cannot be read: tepati audit verify)");
        }
    }
}
