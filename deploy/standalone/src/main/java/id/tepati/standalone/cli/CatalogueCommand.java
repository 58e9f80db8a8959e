package id.tepati.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.client.ApiAnswer;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
        ApiAnswer answer = url.client().checkCatalogue(files(folder));
        return answer.isGood()
                ? say("no problem in " + answer.body().path("entries").asLong() + " entries")
                : complain(answer);
    }

    @Command(mixinStandardHelpOptions = true, description = "Shows what publishing a folder would change.")
    int diff(@Parameters(paramLabel = "DIR", description = "folder of YAML files") Path folder, @Mixin UrlOption url) {
        ApiAnswer answer = url.client().compareCatalogue(files(folder));
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
        ApiAnswer answer = url.client().applyCatalogue(files(folder));
        return answer.isGood() ? say(counts(answer.body())) : complain(answer);
    }

    /** The text of each file by its name, in the order of names. */
    private static Map<String, String> files(Path folder) {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .forEach(file -> files.put(folder.relativize(file).toString(), text(folder, file)));
        } catch (IOException e) {
            throw new CommandException("The folder " + folder + " cannot be read: check the path.", Exit.USAGE);
        }
        if (files.isEmpty()) {
            throw new CommandException(
                    "There is no .yaml file in " + folder + ": name the folder of the catalogue.", Exit.USAGE);
        }
        return files;
    }

    private static String text(Path folder, Path file) {
        String name = folder.relativize(file).toString();
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new CommandException("The file " + name + " is not in UTF-8: save it as UTF-8.", Exit.REFUSED);
        } catch (IOException e) {
            throw new CommandException("The file " + name + " cannot be read: check its permissions.", Exit.USAGE);
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

    private static int complain(ApiAnswer answer) {
        answer.problem().ifPresent(problem -> {
            problem.findings().forEach(System.err::println);
            System.err.println("tepati: " + problem.detail());
        });
        return Exit.REFUSED;
    }
}
