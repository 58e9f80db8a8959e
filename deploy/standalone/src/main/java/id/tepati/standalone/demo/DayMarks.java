package id.tepati.standalone.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which city the data directory holds and up to when the events of each date were sent, so that the next start goes on
 * from there. Kept in the file {@code demo.json}. Thread-safe.
 */
final class DayMarks {
    private static final String FILE = "demo.json";
    private static final String BROKER = "broker";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final long seed;
    private final LocalDate founded;
    private final Map<LocalDate, Instant> marks;
    private final Set<LocalDate> current = new TreeSet<>();

    private DayMarks(Path file, long seed, LocalDate founded, Map<LocalDate, Instant> marks) {
        this.file = file;
        this.seed = seed;
        this.founded = founded;
        this.marks = marks;
    }

    /**
     * Reads the marks of a data directory, or begins new ones where it is empty.
     *
     * @param wanted the seed that was asked for; null takes the one of the data, or {@code usual}
     * @param today the local date on which a new city is founded
     * @throws DemoException where the directory holds another city, or no city
     */
    static DayMarks open(Path data, @Nullable Long wanted, long usual, LocalDate today) {
        Path file = data.resolve(FILE);
        if (Files.exists(file)) {
            DayMarks known = read(file);
            if (wanted != null && wanted != known.seed) {
                throw new DemoException("The data in " + data + " is of the city with seed " + known.seed
                        + ": leave --seed out to go on with it, or name another directory with --data.");
            }
            return known;
        }
        if (Files.exists(data.resolve(BROKER))) {
            throw new DemoException("The data in " + data
                    + " is not of a demo: name another directory with --data, so that invented events do not get into"
                    + " it.");
        }
        return new DayMarks(file, wanted == null ? usual : wanted, today, new TreeMap<>());
    }

    private static DayMarks read(Path file) {
        try {
            JsonNode json = JSON.readTree(file.toFile());
            Map<LocalDate, Instant> marks = new TreeMap<>();
            json.path("sent")
                    .properties()
                    .forEach(day -> marks.put(
                            LocalDate.parse(day.getKey()),
                            Instant.parse(day.getValue().asText())));
            return new DayMarks(
                    file,
                    json.required("seed").asLong(),
                    LocalDate.parse(json.required("founded").asText()),
                    marks);
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw new DemoException(
                    "The file " + file + " cannot be read: delete its directory to begin anew, or name another one"
                            + " with --data.",
                    e);
        }
    }

    long seed() {
        return seed;
    }

    LocalDate founded() {
        return founded;
    }

    /** Up to when the events of a date were sent, if they were sent at all. */
    synchronized Optional<Instant> sent(LocalDate date) {
        return Optional.ofNullable(marks.get(date));
    }

    /** The events of a date were sent up to an instant; from now on those that are upcoming are in {@link UpcomingEvents}. */
    synchronized void sent(LocalDate date, Instant upTo) {
        marks.put(date, upTo);
        current.add(date);
    }

    /** Every upcoming event was sent up to an instant. */
    synchronized void live(Instant upTo) {
        current.forEach(date -> marks.put(date, upTo));
    }

    /** The dates before one of which anything was sent, ascending. */
    synchronized List<LocalDate> before(LocalDate first) {
        return marks.keySet().stream().filter(date -> date.isBefore(first)).toList();
    }

    /** Forgets a date of which nothing is left to send. */
    synchronized void forget(LocalDate date) {
        marks.remove(date);
        current.remove(date);
    }

    /** Writes the file, whole or not at all. */
    synchronized void save() {
        ObjectNode json = JSON.createObjectNode();
        json.put("v", 1).put("seed", seed).put("founded", founded.toString());
        ObjectNode sent = json.putObject("sent");
        marks.forEach((date, upTo) -> sent.put(date.toString(), upTo.toString()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(FILE + ".new");
            Files.writeString(fresh, pretty(json));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DemoException("The file " + file + " cannot be written: check the disk and its permissions.", e);
        }
    }

    private static String pretty(ObjectNode json) throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }
}
