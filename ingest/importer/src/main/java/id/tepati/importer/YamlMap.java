package id.tepati.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A map of a YAML file that knows its lines, so that every error names file, line and cure. */
final class YamlMap {
    private final String file;
    private final int line;
    private final Map<String, Node> entries;

    private YamlMap(String file, MappingNode node) {
        this.file = file;
        this.line = lineOf(node);
        this.entries = entries(file, node);
    }

    /** Reads the map that a whole file is. */
    static YamlMap read(String file, String text) {
        try {
            Node node = new Compose(LoadSettings.builder().setLabel(file).build())
                    .composeString(text)
                    .orElseThrow(() -> error(file, 1, "the mapping is empty", "start from docs/import.md"));
            return map(file, node, "a mapping");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw error(file, line, "this is not YAML: " + e.getProblem(), "check indentation, colons and quotes");
        } catch (YamlEngineException e) {
            throw error(file, 1, "this is not YAML: " + e.getMessage(), "check indentation, colons and quotes");
        }
    }

    private static Map<String, Node> entries(String file, MappingNode node) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw error(file, lineOf(tuple.getKeyNode()), "a key must be a word", "remove it");
            }
            if (entries.put(key.getValue(), tuple.getValueNode()) != null) {
                throw error(file, lineOf(key), "`" + key.getValue() + "` stands here twice", "keep one of them");
            }
        }
        return entries;
    }

    private static YamlMap map(String file, Node node, String what) {
        if (node instanceof MappingNode mapping) {
            return new YamlMap(file, mapping);
        }
        throw error(file, lineOf(node), what + " must be a map of `key: value`", "see docs/import.md");
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static ImportException error(String file, int line, String problem, String cure) {
        return new ImportException(ImportExit.MAPPING, file + ", line " + line + ": " + problem + "; " + cure);
    }

    /** An error at a line of this file. */
    ImportException error(int atLine, String problem, String cure) {
        return error(file, atLine, problem, cure);
    }

    /** An error about the value of a key, at its line. */
    ImportException error(String key, String problem, String cure) {
        return error(lineOf(key), problem, cure);
    }

    /** Refuses keys that nobody reads: a misspelt key must not be passed over. */
    YamlMap allowOnly(String... keys) {
        List<String> known = List.of(keys);
        for (Map.Entry<String, Node> entry : entries.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw error(
                        lineOf(entry.getValue()),
                        "`" + entry.getKey() + "` is not known here",
                        "use one of " + String.join(", ", known));
            }
        }
        return this;
    }

    Iterable<String> keys() {
        return entries.keySet();
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    int lineOf(String key) {
        Node node = entries.get(key);
        return node == null ? line : lineOf(node);
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> missing(key, "text"));
    }

    Optional<String> optionalText(String key) {
        Node node = entries.get(key);
        return node == null ? Optional.empty() : Optional.of(text(node, key));
    }

    private String text(Node node, String key) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw error(lineOf(node), "`" + key + "` must be one text", "write `" + key + ": ...` on one line");
    }

    /** Whether the value is one text, and neither map nor list. */
    boolean isScalar(String key) {
        return entries.get(key) instanceof ScalarNode;
    }

    YamlMap map(String key) {
        Node node = entries.get(key);
        if (node == null) {
            throw missing(key, "a map");
        }
        return map(file, node, "`" + key + "`");
    }

    List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node node : list(key)) {
            maps.add(map(file, node, "each entry of `" + key + "`"));
        }
        return maps;
    }

    /** The texts of a list; one text stands for a list of one. */
    List<Located> texts(String key) {
        Node node = entries.get(key);
        List<Node> nodes = node instanceof ScalarNode ? List.of(node) : list(key);
        return nodes.stream()
                .map(each -> new Located(text(each, key), lineOf(each)))
                .toList();
    }

    private List<Node> list(String key) {
        Node node = entries.get(key);
        if (node == null) {
            throw missing(key, "a list");
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw error(lineOf(node), "`" + key + "` must be a list", "start each entry with `- `");
    }

    private ImportException missing(String key, String what) {
        return error(line, "`" + key + "` is missing", "add `" + key + ":` with " + what);
    }

    /** A text and the line it stands on. */
    record Located(String text, int line) {}
}
