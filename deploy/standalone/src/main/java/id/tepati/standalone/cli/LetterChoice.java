package id.tepati.standalone.cli;

import id.tepati.client.RefusedLetter;
import id.tepati.client.TepatiClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Dead letters that something is to be done about: named by their ids, or by what they have in common. */
final class LetterChoice {
    @Parameters(paramLabel = "ID", arity = "0..*", description = "ids of dead letters, as list shows them")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--all", description = "all of them")
    private boolean all;

    @Mixin
    private LetterFilter filter = new LetterFilter();

    /** The ids, looked up where they are not given. */
    List<String> ids(TepatiClient client) {
        Map<String, String> parameters = filter.parameters();
        boolean some = !parameters.isEmpty();
        if ((ids.isEmpty() ? 0 : 1) + (all ? 1 : 0) + (some ? 1 : 0) != 1) {
            throw new CommandException(
                    "Name the dead letters by their ids, by --source, --unit and --code, or by --all, and by one of these"
                            + " only.",
                    Exit.USAGE);
        }
        return ids.isEmpty()
                ? client.deadLetters(parameters, Instant.MIN).stream()
                        .map(RefusedLetter::id)
                        .toList()
                : List.copyOf(ids);
    }

    /** Does something about letters, some at once. */
    static <T> List<T> inParts(List<String> ids, Function<List<String>, List<T>> work) {
        List<T> results = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += TepatiClient.LETTERS_AT_ONCE) {
            results.addAll(work.apply(ids.subList(from, Math.min(ids.size(), from + TepatiClient.LETTERS_AT_ONCE))));
        }
        return results;
    }
}
