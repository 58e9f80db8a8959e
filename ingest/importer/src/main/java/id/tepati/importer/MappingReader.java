package id.tepati.importer;

import id.tepati.contract.text.BadText;
import id.tepati.contract.text.Parsers;
import id.tepati.contract.yaml.Fields;
import id.tepati.contract.yaml.FileProblem;
import id.tepati.contract.yaml.Problems;
import id.tepati.contract.yaml.YamlDocuments;
import id.tepati.rules.Ids;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.clock.ClockKind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a mapping. All of its mistakes are told at once, each with file, line, place and cure. */
final class MappingReader {
    private static final List<String> KEYS = List.of(
            "source",
            "root",
            "zone",
            "dates",
            "separator",
            "charset",
            "sheet",
            "unit",
            "service",
            "case",
            "sequence",
            "promise",
            "catalog",
            "events");
    private static final List<String> ROOT_KEYS = List.of("id", "name", "type");
    private static final List<String> CATALOGUE_KEYS = List.of("files", "calendar");
    private static final String DEFAULT = "default";
    private static final List<String> LEVEL_KEYS = List.of("column", "type", DEFAULT);
    private static final List<String> SERVICE_KEYS = List.of("column", "id", "name", DEFAULT);
    private static final String NO_SEPARATORS = "\"\r\n";

    private final Problems problems = new Problems();
    private final EventRuleReader events = new EventRuleReader(problems);

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
        MappingReader reader = new MappingReader();
        Fields fields = YamlDocuments.mapping(file, text, KEYS, reader.problems);
        Mapping mapping = fields == null ? null : reader.mapping(file, fields);
        if (mapping == null) {
            throw new ImportException(ImportExit.MAPPING, refusal(file, reader.problems));
        }
        return mapping;
    }

    private static String refusal(String file, Problems problems) {
        return problems.sorted().stream()
                .map(FileProblem::toString)
                .collect(Collectors.joining("\n", "The mapping " + file + " cannot be used, nothing was sent:\n", ""));
    }

    private @Nullable Mapping mapping(String file, Fields fields) {
        String source = fields.required("source", Parsers::text);
        Mapping.Root root = root(fields);
        ZoneId zone = fields.required("zone", Parsers::zone);
        List<DateFormat> dates = dates(fields);
        FileForm form = form(fields);
        List<Mapping.Level> path = path(fields);
        Mapping.ServiceRule service = service(fields);
        Template caseId = template(fields, "case");
        SequenceRule sequence = SequenceRuleReader.read(fields);
        List<ClockKind> promise = fields.texts("promise", Parsers::clock);
        CatalogueParts catalogue = catalogue(fields);
        List<EventRule> rules = events(fields);
        if (source == null || root == null || zone == null || service == null || caseId == null || sequence == null) {
            return null;
        }
        return problems.count() > 0
                ? null
                : new Mapping(
                        file,
                        source,
                        root,
                        zone,
                        new Dates(zone, dates),
                        form,
                        path,
                        service,
                        caseId,
                        sequence,
                        catalogue,
                        promise.stream().distinct().sorted().toList(),
                        rules);
    }

    private static Mapping.@Nullable Root root(Fields fields) {
        fields.requireKey("root");
        Fields root = fields.map("root", ROOT_KEYS);
        if (root == null) {
            return null;
        }
        String id = root.required("id", MappingReader::id);
        String name = root.required("name", Parsers::text);
        String type = root.required("type", MappingReader::id);
        return id == null || name == null || type == null ? null : new Mapping.Root(new UnitId(id), name, type);
    }

    private static List<DateFormat> dates(Fields fields) {
        if (fields.requireKey("dates") && fields.isEmptyList("dates")) {
            fields.report("dates", "is empty", "add a pattern like dd/MM/uuuu HH:mm:ss");
        }
        return fields.texts("dates", MappingReader::format);
    }

    private static FileForm form(Fields fields) {
        return new FileForm(
                fields.orElse("separator", MappingReader::separator, FileForm.USUAL.separator()),
                fields.orElse("charset", MappingReader::charset, FileForm.USUAL.charset()),
                fields.orElse("sheet", Parsers::text, FileForm.USUAL.sheet()));
    }

    private static List<Mapping.Level> path(Fields fields) {
        List<Mapping.Level> path = new ArrayList<>();
        for (Fields level : fields.maps("unit", LEVEL_KEYS)) {
            ColumnRef column = column(level, "column");
            String type = level.required("type", MappingReader::id);
            String absent = level.optional(DEFAULT, MappingReader::sluggable);
            if (column != null && type != null) {
                path.add(new Mapping.Level(column, type, absent));
            }
        }
        return path;
    }

    private static Mapping.@Nullable ServiceRule service(Fields fields) {
        fields.requireKey("service");
        Fields service = fields.map("service", SERVICE_KEYS);
        if (service == null) {
            return null;
        }
        return service.has("column") ? serviceOfColumn(service) : oneService(service);
    }

    private static Mapping.@Nullable ServiceRule serviceOfColumn(Fields service) {
        for (String key : service.keys()) {
            if (!key.equals("column") && !key.equals(DEFAULT)) {
                service.report(
                        key,
                        "stands beside column",
                        "keep column, or id and name where every row is about one service");
            }
        }
        ColumnRef column = column(service, "column");
        String absent = service.optional(DEFAULT, MappingReader::sluggable);
        return column == null ? null : new Mapping.ServiceRule.Column(column, absent);
    }

    private static Mapping.@Nullable ServiceRule oneService(Fields service) {
        String id = service.required("id", MappingReader::id);
        String name = service.required("name", Parsers::text);
        if (service.has(DEFAULT)) {
            service.report(DEFAULT, "stands beside id", "keep it beside column only");
        }
        return id == null || name == null ? null : new Mapping.ServiceRule.Constant(new ServiceId(id), name);
    }

    private static CatalogueParts catalogue(Fields fields) {
        Fields catalogue = fields.map("catalog", CATALOGUE_KEYS);
        return catalogue == null
                ? CatalogueParts.NONE
                : new CatalogueParts(
                        catalogue.texts("files", MappingReader::catalogueFile),
                        catalogue.optional("calendar", MappingReader::id));
    }

    private static String catalogueFile(String text) throws BadText {
        String name = Parsers.text(text);
        if (!name.endsWith(".yaml") || name.equals(CatalogueDraft.FILE)) {
            throw new BadText(
                    "is no catalogue file beside the derived one: " + name,
                    "name a file that ends in .yaml and is not called " + CatalogueDraft.FILE);
        }
        return name;
    }

    private List<EventRule> events(Fields fields) {
        if (fields.requireKey("events") && fields.isEmptyList("events")) {
            fields.report("events", "is empty", "say which events a row yields, see docs/import.md");
        }
        List<EventRule> rules = new ArrayList<>();
        for (Fields event : fields.maps("events", EventRuleReader.KEYS)) {
            EventRule rule = events.read(event);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }

    static @Nullable ColumnRef column(Fields fields, String key) {
        int line = fields.at(key).line();
        return fields.required(key, text -> new ColumnRef(Parsers.text(text), line));
    }

    static @Nullable Template template(Fields fields, String key) {
        int line = fields.at(key).line();
        return fields.required(key, text -> template(Parsers.text(text), line));
    }

    private static Template template(String text, int line) throws BadText {
        Template template = Template.of(text, line);
        if (!template.isWellFormed()) {
            throw new BadText(
                    "names no column, or has a brace without its partner: " + text,
                    "write a column, or text with columns in braces like \"{CASE}/closed\"");
        }
        return template;
    }

    /** A name of which an id can be made. */
    private static String sluggable(String text) throws BadText {
        String name = Parsers.text(text);
        if (Slugs.of(name, Slugs.ELEMENT).isEmpty()) {
            throw new BadText("has no Latin letter or digit: " + name, "write a name like Lain-lain");
        }
        return name;
    }

    private static String id(String text) throws BadText {
        if (!Ids.isCatalogueId(text)) {
            String slug = Slugs.of(text, Slugs.ELEMENT);
            throw new BadText(
                    "is not an id: " + text,
                    "use lower case letters, digits, dots, hyphens: " + (slug.isEmpty() ? "kota-1" : slug));
        }
        return text;
    }

    private static DateFormat format(String text) throws BadText {
        try {
            return Dates.format(text);
        } catch (IllegalArgumentException notAPattern) {
            throw new BadText(
                    "is not a pattern of dates: " + text,
                    "write it like dd/MM/uuuu HH:mm:ss, or uuuu-MM-dd HH:mm:ssxxx with an offset; excel for numbers of a spreadsheet");
        }
    }

    private static Charset charset(String text) throws BadText {
        try {
            Charset charset = Charset.forName(text);
            charset.newDecoder();
            return charset;
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw new BadText(
                    "is no character set: " + text, "write windows-1252, or leave the key out where files are UTF-8");
        }
    }

    private static char separator(String text) throws BadText {
        if (text.length() != 1 || NO_SEPARATORS.contains(text)) {
            throw new BadText("is not one character between cells: " + text, "write separator: \";\"");
        }
        return text.charAt(0);
    }
}
