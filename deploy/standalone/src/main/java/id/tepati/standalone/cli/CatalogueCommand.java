package id.tepati.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.client.ApiAnswer;
import id.tepati.client.ServerAddress;
import id.tepati.contract.catalogue.draft.CatalogueFolder;
import id.tepati.contract.catalogue.draft.CatalogueReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a folder of catalogue files by itself, or checks, compares or publishes it by way of a running Tepati. */
@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        description = {
            "Checks, compares or publishes the catalogue.",
            "That is units, services, standards and calendars, as YAML files in a folder."
        })
final class CatalogueCommand {
    private static final String BY_ITSELF =
            "checked by itself: whether it fits what a server has published (references to"
                    + " that, a day's notice for a changed dayStart or zone) is checked with --url";

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Finds what is wrong with a folder of catalogue files.",
                "Without --url no server is asked, and the folder must be complete by itself."
            })
    int check(
            @Parameters(paramLabel = "DIR", description = "folder of YAML files") Path folder,
            @Option(
                            names = "--url",
                            paramLabel = "URL",
                            converter = ServerAddressConverter.class,
                            description = "check it against what the Tepati at this address has published")
                    @Nullable
                    ServerAddress url) {
        if (url == null) {
            return checkByItself(folder);
        }
        ApiAnswer answer = UrlOption.client(url).checkCatalogue(texts(folder));
        return answer.isGood() ? say(noProblem(answer.body().path("entries").asLong())) : complain(answer);
    }

    @Command(mixinStandardHelpOptions = true, description = "Shows what publishing a folder would change.")
    int diff(@Parameters(paramLabel = "DIR", description = "folder of YAML files") Path folder, @Mixin UrlOption url) {
        ApiAnswer answer = url.client().compareCatalogue(texts(folder));
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
        ApiAnswer answer = url.client().applyCatalogue(texts(folder));
        return answer.isGood() ? say(counts(answer.body())) : complain(answer);
    }

    private static int checkByItself(Path folder) {
        requireFiles(folder);
        CatalogueReading reading = orSay(() -> CatalogueFolder.read(folder));
        if (reading instanceof CatalogueReading.Accepted accepted) {
            say(noProblem(accepted.draft().entries().size()));
            return say(BY_ITSELF);
        }
        ((CatalogueReading.Refused) reading).problems().forEach(System.err::println);
        System.err.println("tepati: The catalogue has problems; " + BY_ITSELF);
        return Exit.REFUSED;
    }

    /** The text of each file by its name, in the order of names. */
    private static Map<String, String> texts(Path folder) {
        Map<String, String> texts = new LinkedHashMap<>();
        requireFiles(folder).forEach(file -> texts.put(folder.relativize(file).toString(), text(folder, file)));
        return texts;
    }

    private static List<Path> requireFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CommandException("There is no folder " + folder + ": check the path.", Exit.USAGE);
        }
        List<Path> files = orSay(() -> CatalogueFolder.files(folder));
        if (files.isEmpty()) {
            throw new CommandException(
                    "There is no .yaml file in " + folder + ": name the folder of the catalogue.", Exit.USAGE);
        }
        return files;
    }

    /** What was read, or one sentence where the disk does not let us. */
    private static <T> T orSay(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UncheckedIOException unreadable) {
            throw new CommandException("Tepati " + unreadable.getMessage() + ".", Exit.USAGE);
        }
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

    private static String noProblem(long entries) {
        return "no problem in " + entries + " entries";
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
