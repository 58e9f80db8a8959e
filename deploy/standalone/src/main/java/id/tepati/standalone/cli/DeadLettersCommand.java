package id.tepati.standalone.cli;

import id.tepati.client.LetterResult;
import id.tepati.client.RefusedLetter;
import id.tepati.client.ServerStatus;
import id.tepati.client.TepatiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what was refused, and sends it again when the cause is mended. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what was refused, sends it again, or dismisses it.",
            "What is sent again counts once, however often that is done."
        })
final class DeadLettersCommand {
    private static final Duration JUDGED_WITHIN = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);
    /** By how much clocks of machines may differ. */
    private static final Duration APART = Duration.ofMinutes(1);

    @Command(mixinStandardHelpOptions = true, description = "Lists what was refused, the latest on top.")
    int list(
            @Mixin LetterFilter filter,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            converter = FromOne.class,
                            defaultValue = "100",
                            description = "how many at most (default: ${DEFAULT-VALUE})")
                    int limit,
            @Mixin UrlOption url) {
        List<RefusedLetter> letters = url.client().deadLetters(filter.parameters(), Instant.MIN);
        letters.stream().limit(limit).forEach(DeadLettersCommand::printLine);
        System.out.println(Math.min(letters.size(), limit) + " of " + letters.size() + " dead letters");
        return Exit.OK;
    }

    private static void printLine(RefusedLetter letter) {
        System.out.println(String.join(
                "  ",
                letter.id(),
                letter.at().toString(),
                letter.code(),
                letter.pointer().isEmpty() ? "-" : letter.pointer(),
                Objects.requireNonNullElse(letter.unit(), "-"),
                Objects.requireNonNullElse(letter.source(), "-")));
    }

    @Command(mixinStandardHelpOptions = true, description = "Shows all that is kept of one.")
    int show(@Parameters(paramLabel = "ID", description = "its id, as list shows it") String id, @Mixin UrlOption url) {
        List<RefusedLetter> found = url.client().deadLetters(Map.of("id", id), Instant.MIN);
        if (found.isEmpty()) {
            throw new CommandException("There is no dead letter " + id + "; it may be gone already.", Exit.REFUSED);
        }
        RefusedLetter letter = found.get(0);
        print("refused", letter.at().toString());
        print("where", letter.where());
        print("code", letter.code());
        print("pointer", letter.pointer());
        print("cure", letter.cure());
        print("unit", Objects.requireNonNullElse(letter.unit(), "could not be read"));
        print("source", Objects.requireNonNullElse(letter.source(), "could not be read"));
        print("type", Objects.requireNonNullElse(letter.type(), "could not be read"));
        print("event", Objects.requireNonNullElse(letter.payload(), "is not kept"));
        return Exit.OK;
    }

    private static void print(String name, String value) {
        System.out.println(name + " ".repeat(9 - name.length()) + value);
    }

    @Command(mixinStandardHelpOptions = true, description = "Sends them again; returns when they are judged.")
    int replay(@Mixin LetterChoice choice, @Mixin UrlOption url) {
        TepatiClient client = url.client();
        List<String> ids = choice.ids(client);
        Instant start = client.status().now().minus(APART);
        List<LetterResult> results = LetterChoice.inParts(ids, client::replay);
        results.stream().filter(result -> !result.isSent()).forEach(DeadLettersCommand::complain);
        List<LetterResult> sent = results.stream().filter(LetterResult::isSent).toList();
        boolean judged = sent.isEmpty() || awaitJudged(client);
        List<RefusedLetter> again = sent.isEmpty() ? List.of() : refusedAgain(client, sent, start);
        again.forEach(letter -> complain(letter.id(), letter.code(), letter.pointer(), letter.cure()));
        System.out.println("sent again " + sent.size() + " of " + ids.size() + ", of these refused by the pipeline "
                + again.size());
        if (!judged) {
            throw new CommandException(
                    "What was sent is stored, but not judged yet: look at `deploy/tepati status` to see whether the"
                            + " pipeline runs.",
                    Exit.NOT_PROCESSED);
        }
        return sent.size() == ids.size() && again.isEmpty() ? Exit.OK : Exit.REFUSED;
    }

    @Command(mixinStandardHelpOptions = true, description = "Takes them off the list without sending them.")
    int dismiss(@Mixin LetterChoice choice, @Mixin UrlOption url) {
        TepatiClient client = url.client();
        List<String> ids = choice.ids(client);
        List<LetterResult> results = LetterChoice.inParts(ids, client::dismiss);
        results.stream().filter(result -> !result.isGone()).forEach(DeadLettersCommand::complain);
        long gone = results.stream().filter(LetterResult::isGone).count();
        System.out.println("dismissed " + gone + " of " + ids.size());
        return gone == ids.size() ? Exit.OK : Exit.REFUSED;
    }

    /** Whether everything that was stored up to now is in the figures before long. */
    private static boolean awaitJudged(TepatiClient client) {
        Instant stored = client.status().now();
        long end = System.nanoTime() + JUDGED_WITHIN.toNanos();
        while (!covers(client.status(), stored)) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static boolean covers(ServerStatus status, Instant instant) {
        Instant asOf = status.asOf();
        return asOf != null && !asOf.isBefore(instant);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandException("Stopped; what was sent is stored.", Exit.NOT_PROCESSED);
        }
    }

    private static List<RefusedLetter> refusedAgain(TepatiClient client, List<LetterResult> sent, Instant start) {
        Set<String> possible = sent.stream().map(LetterResult::letterOfPipeline).collect(Collectors.toSet());
        return client.deadLetters(Map.of(), start).stream()
                .filter(letter -> possible.contains(letter.id()))
                .toList();
    }

    private static void complain(LetterResult result) {
        complain(
                result.id(),
                result.code().isEmpty() ? result.outcome() : result.code(),
                result.pointer(),
                result.cure());
    }

    private static void complain(String id, String why, String pointer, String cure) {
        System.err.println(id + ": " + why + (pointer.isEmpty() ? "" : " at " + pointer) + ": " + cure);
    }
}
