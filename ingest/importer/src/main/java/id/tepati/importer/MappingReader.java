package id.tepati.importer;

import id.tepati.rules.Ids;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.clock.ClockKind;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a mapping; every mistake is an {@link ImportException} that names file, line and cure. */
final class MappingReader {
    private static final String CLOCKS =
            Arrays.stream(ClockKind.values()).map(ClockKind::id).collect(Collectors.joining(", "));

    private MappingReader() {}

    static Mapping read(Path path) {
        try {
            return read(path.getFileName().toString(), Files.readString(path));
        } catch (MalformedInputException e) {
            throw new ImportException(ImportExit.MAPPING, path + " is not UTF-8; save it as UTF-8 text", e);
        } catch (IOException e) {
            throw new ImportException(ImportExit.MAPPING, path + " cannot be read; check the path of --mapping", e);
        }
    }

    static Mapping read(String file, String text) {
        YamlMap yaml = YamlMap.read(file, text)
                .allowOnly(
                        "source", "root", "zone", "dates", "separator", "unit", "service", "case", "promise", "events");
        ZoneId zone = zone(yaml);
        return new Mapping(
                file,
                yaml.text("source"),
                root(yaml.map("root")),
                zone,
                dates(yaml, zone),
                separator(yaml),
                path(yaml),
                service(yaml.map("service")),
                template(yaml, "case"),
                promise(yaml),
                events(yaml));
    }

    private static Mapping.Root root(YamlMap yaml) {
        yaml.allowOnly("id", "name", "type");
        return new Mapping.Root(new UnitId(id(yaml, "id")), yaml.text("name"), id(yaml, "type"));
    }

    private static String id(YamlMap yaml, String key) {
        String text = yaml.text(key);
        if (!Ids.isCatalogueId(text)) {
            throw yaml.error(
                    key,
                    "`" + text + "` is no id",
                    "use lower case letters, digits, dots, hyphens: " + suggestion(text));
        }
        return text;
    }

    private static String suggestion(String text) {
        String slug = Slugs.of(text, Slugs.ELEMENT);
        return slug.isEmpty() ? "kota-1" : slug;
    }

    private static ZoneId zone(YamlMap yaml) {
        String text = yaml.text("zone");
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw yaml.error("zone", "`" + text + "` is no time zone", "write it like Asia/Jakarta");
        }
    }

    private static Dates dates(YamlMap yaml, ZoneId zone) {
        List<DateTimeFormatter> formats = new ArrayList<>();
        for (YamlMap.Located pattern : yaml.texts("dates")) {
            try {
                formats.add(Dates.format(pattern.text()));
            } catch (IllegalArgumentException e) {
                throw yaml.error(
                        pattern.line(),
                        "`" + pattern.text() + "` is no pattern of dates",
                        "write it like dd/MM/uuuu HH:mm:ss, or uuuu-MM-dd HH:mm:ssxxx with an offset");
            }
        }
        if (formats.isEmpty()) {
            throw yaml.error("dates", "`dates` is empty", "add a pattern like dd/MM/uuuu HH:mm:ss");
        }
        return new Dates(zone, formats);
    }

    private static char separator(YamlMap yaml) {
        String text = yaml.optionalText("separator").orElse(",");
        if (text.length() != 1 || text.equals("\"")) {
            throw yaml.error("separator", "`separator` must be one character", "write separator: \";\"");
        }
        return text.charAt(0);
    }

    private static List<Mapping.Level> path(YamlMap yaml) {
        if (!yaml.has("unit")) {
            return List.of();
        }
        return yaml.maps("unit").stream()
                .map(level -> level.allowOnly("column", "type"))
                .map(level -> new Mapping.Level(column(level, "column"), id(level, "type")))
                .toList();
    }

    private static Mapping.ServiceRule service(YamlMap yaml) {
        if (yaml.has("column")) {
            yaml.allowOnly("column");
            return new Mapping.ServiceRule.Column(column(yaml, "column"));
        }
        yaml.allowOnly("id", "name");
        return new Mapping.ServiceRule.Constant(new ServiceId(id(yaml, "id")), yaml.text("name"));
    }

    private static List<ClockKind> promise(YamlMap yaml) {
        return yaml.has("promise")
                ? yaml.texts("promise").stream()
                        .map(text -> clock(yaml, text))
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
    }

    private static ClockKind clock(YamlMap yaml, YamlMap.Located text) {
        return ClockKind.ofId(text.text())
                .orElseThrow(() ->
                        yaml.error(text.line(), "`" + text.text() + "` is no clock", "use one or more of " + CLOCKS));
    }

    private static List<EventRule> events(YamlMap yaml) {
        List<EventRule> events =
                yaml.maps("events").stream().map(EventRuleReader::read).toList();
        if (events.isEmpty()) {
            throw yaml.error("events", "`events` is empty", "say which events a row yields, see docs/import.md");
        }
        return events;
    }

    static ColumnRef column(YamlMap yaml, String key) {
        return new ColumnRef(yaml.text(key).strip(), yaml.lineOf(key));
    }

    static Template template(YamlMap yaml, String key) {
        String text = yaml.text(key).strip();
        Template template = Template.of(text, yaml.lineOf(key));
        if (!template.isWellFormed()) {
            throw yaml.error(
                    key,
                    "`" + text + "` names no column, or has a brace without its partner",
                    "write a column, or text with columns in braces like \"{CASE}/closed\"");
        }
        return template;
    }
}
