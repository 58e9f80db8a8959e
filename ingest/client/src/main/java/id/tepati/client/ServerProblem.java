package id.tepati.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Why a server refused a request (RFC 9457), in the language that was asked for.
 *
 * @param code its name for programs, such as {@code not-ready}
 * @param detail one sentence
 * @param cure what to do, one sentence
 * @param findings what is wrong with a catalogue, each with file, line and cure; empty for anything else
 */
public record ServerProblem(
        String type, String title, int status, String detail, String code, String cure, List<String> findings) {
    private static final String OURS = "urn:tepati:problem:";
    private static final int FINDINGS_TOLD = 5;

    /** Takes a copy of the list. */
    public ServerProblem {
        findings = List.copyOf(findings);
    }

    /** The problem that an answer is; empty where it is none of a Tepati. */
    static Optional<ServerProblem> of(JsonNode json) {
        String type = json.path("type").asText();
        if (!type.startsWith(OURS)) {
            return Optional.empty();
        }
        return Optional.of(new ServerProblem(
                type,
                json.path("title").asText(),
                json.path("status").asInt(),
                json.path("detail").asText(json.path("title").asText()),
                json.path("code").asText(type.substring(OURS.length())),
                json.path("cure").asText(),
                findings(json.path("problems")).toList()));
    }

    private static Stream<String> findings(JsonNode problems) {
        return StreamSupport.stream(problems.spliterator(), false)
                .map(problem -> problem.path("file").asText() + ":"
                        + problem.path("line").asText() + ": "
                        + problem.path("where").asText() + " "
                        + problem.path("what").asText() + "; "
                        + problem.path("cure").asText());
    }

    /** Detail and cure, and the first findings. */
    String told() {
        return Stream.concat(Stream.of(detail, cure), findings.stream().limit(FINDINGS_TOLD))
                .filter(text -> !text.isEmpty())
                .reduce((one, next) -> one + " " + next)
                .orElse(title);
    }
}
