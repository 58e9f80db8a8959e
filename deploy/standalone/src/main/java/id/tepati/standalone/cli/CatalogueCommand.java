package id.tepati.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.standalone.cli.ApiClient.Answer;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks, compares or publishes a folder of catalogue files by way of a running Tepati. */
@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        description = {
            "Checks, compares or publishes the catalogue.",
            "That is units, services, standards and calendars, as YAML files in a folder."
        })
final class CatalogueCommand {
    @Command(mixinStandardHelpOptions = true, description = "Finds what is wrong with a folder of catalogue files.")
    int check(@Parameters(paramLabel = "DIR", description = "folder of YAML files") Path folder, @Mixin UrlOption url) {
        Answer answer = ask("check", folder, url);
        return answer.isGood()
                ? say("no problem in " + answer.body().path("entries").asLong() + " entries")
                : complain(answer);
    }

    @Command(mixinStandardHelpOptions = true, description = "Shows what publishing a folder would change.")
    int diff(@Parameters(paramLabel = "DIR", description = "folder of YAML files") Path folder, @Mixin UrlOption url) {
        Answer answer = ask("diff", folder, url);
        if (!answer.isGood()) {
            return complain(answer);
        }
        answer.body().path("lines").forEach(line -> System.out.println(line.asText()));
        return say(counts(answer.body()));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Publishes a folder; returns when every role knows what it says.")
    int apply(@Parameters(paramLabel = "DIR", description = "folder of YAML files") Path folder, @Mixin UrlOption url) {
        Answer answer = ask("apply", folder, url);
        return answer.isGood() ? say(counts(answer.body())) : complain(answer);
    }

    private static Answer ask(String mode, Path folder, UrlOption url) {
        List<Map<String, String>> files = files(folder);
        if (files.isEmpty()) {
            throw new ApiException(
                    "There is no .yaml file in " + folder + ": name the folder of the catalogue.", Exit.USAGE);
        }
        return new ApiClient(url.address).post("/api/v1/catalog?mode=" + mode, Map.of("files", files));
    }

    private static List<Map<String, String>> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .map(file -> Map.of("name", folder.relativize(file).toString(), "text", text(folder, file)))
                    .toList();
        } catch (IOException e) {
            throw new ApiException("The folder " + folder + " cannot be read: check the path.", Exit.USAGE);
        }
    }

    private static String text(Path folder, Path file) {
        String name = folder.relativize(file).toString();
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new ApiException("The file " + name + " is not in UTF-8: save it as UTF-8.", Exit.REFUSED);
        } catch (IOException e) {
            throw new ApiException("The file " + name + " cannot be read: check its permissions.", Exit.USAGE);
        }
    }

    private static String counts(JsonNode body) {
        return "added " + body.path("added").asLong() + ", changed "
                + body.path("changed").asLong() + ", unchanged "
                + body.path("unchanged").asLong();
    }

    private static int say(String line) {
        System.out.println(line);
        return Exit.OK;
    }

    private static int complain(Answer answer) {
        JsonNode problems = answer.body().path("problems");
        problems.forEach(problem -> System.err.println(problem.path("file").asText() + ":"
                + problem.path("line").asText() + ": " + problem.path("where").asText() + " "
                + problem.path("what").asText() + "; " + problem.path("cure").asText()));
        System.err.println("tepati: "
                + answer.body()
                        .path("detail")
                        .asText(answer.body().path("title").asText()));
        return Exit.REFUSED;
    }
}
