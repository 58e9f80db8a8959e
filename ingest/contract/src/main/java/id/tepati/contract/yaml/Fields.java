package id.tepati.contract.yaml;

import id.tepati.contract.text.BadText;
import id.tepati.contract.text.Nearest;
import id.tepati.contract.text.TextParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One YAML mapping whose keys are known beforehand. Every method reports what is wrong and then answers null or an
 * empty list, so that one pass finds all problems. Not thread-safe.
 */
public final class Fields {
    private final FilePosition place;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Fields(FilePosition place, Problems problems) {
        this.place = place;
        this.problems = problems;
    }

    /** Reads a mapping and reports unknown and repeated keys. */
    public static @Nullable Fields of(Node node, FilePosition place, Problems problems, Collection<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            problems.add(
                    place, "is not a mapping", "write it as key: value, with these keys: " + String.join(", ", known));
            return null;
        }
        Fields fields = new Fields(place, problems);
        mapping.getValue().forEach(tuple -> fields.take(tuple, known));
        return fields;
    }

    private void take(NodeTuple tuple, Collection<String> known) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        FilePosition at = place.field(key, tuple.getKeyNode());
        if (!known.contains(key)) {
            problems.add(at, "is an unknown key", Nearest.advice(key, known));
        } else if (values.containsKey(key)) {
            problems.add(at, "is given twice", "keep one of the two");
        } else if (!isEmpty(tuple.getValueNode())) {
            values.put(key, tuple.getValueNode());
        }
    }

    /** Where the mapping stands. */
    public FilePosition place() {
        return place;
    }

    /** Where the value of a key stands; the mapping itself where the key is absent. */
    public FilePosition at(String key) {
        Node node = values.get(key);
        return node == null ? place : place.field(key, node);
    }

    /** Whether a key has a value. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The value of a key as it stands, null where there is none. */
    public @Nullable Node node(String key) {
        return values.get(key);
    }

    /** The text of a scalar as it stands, null where there is none. */
    public @Nullable String text(String key) {
        return values.get(key) instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    /** Every key that has a value, in the order written. */
    public Collection<String> keys() {
        return values.keySet();
    }

    /** The value of a key that may be absent. */
    public <T> @Nullable T optional(String key, TextParser<T> parser) {
        Node node = values.get(key);
        return node == null ? null : parse(node, at(key), parser, problems);
    }

    /** The value of a key that must be there. */
    public <T> @Nullable T required(String key, TextParser<T> parser) {
        return requireKey(key) ? optional(key, parser) : null;
    }

    /** The value of a key that may be absent, or what its absence means. */
    public <T> T orElse(String key, TextParser<T> parser, T absent) {
        T value = optional(key, parser);
        return value == null ? absent : value;
    }

    /** The elements of a list, empty where the key is absent. */
    public List<Node> list(String key) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problems.add(at(key), "is not a list", "begin each element with a dash");
        return List.of();
    }

    /** The mapping that a key holds; null where the key is absent or, and then reported, holds something else. */
    public @Nullable Fields map(String key, Collection<String> known) {
        Node node = values.get(key);
        return node == null ? null : of(node, at(key), problems, known);
    }

    /** The mappings of a list, named by their numbers from 1; what is none is reported and left out. */
    public List<Fields> maps(String key, Collection<String> known) {
        List<Fields> maps = new ArrayList<>();
        int number = 0;
        for (Node node : list(key)) {
            Fields map = of(node, at(key).element(String.valueOf(++number), node), problems, known);
            if (map != null) {
                maps.add(map);
            }
        }
        return maps;
    }

    /** The values of a list of texts, where one text stands for a list of one; what does not parse is left out. */
    public <T> List<T> texts(String key, TextParser<T> parser) {
        if (text(key) != null) {
            T only = optional(key, parser);
            return only == null ? List.of() : List.of(only);
        }
        List<T> texts = new ArrayList<>();
        int number = 0;
        for (Node node : list(key)) {
            T value = parse(node, at(key).element(String.valueOf(++number), node), parser, problems);
            if (value != null) {
                texts.add(value);
            }
        }
        return texts;
    }

    /** Whether a key holds a list without elements. */
    public boolean isEmptyList(String key) {
        return values.get(key) instanceof SequenceNode sequence
                && sequence.getValue().isEmpty();
    }

    /** Reports something about the value of a key; about the mapping itself where the key is absent. */
    public void report(String key, String what, String cure) {
        problems.add(at(key), what, cure);
    }

    /** Reports a missing key. */
    public boolean requireKey(String key) {
        if (!has(key)) {
            problems.add(place, "has no " + key, "add the key " + key);
        }
        return has(key);
    }

    /** The value of a scalar; null, and reported, where it is none or does not parse. */
    public static <T> @Nullable T parse(Node node, FilePosition at, TextParser<T> parser, Problems problems) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(at, "is a list or a mapping", "write one value");
            return null;
        }
        try {
            return parser.parse(scalar.getValue());
        } catch (BadText bad) {
            problems.add(at, bad.what(), bad.cure());
            return null;
        }
    }

    private static boolean isEmpty(Node node) {
        return node.getTag().equals(Tag.NULL);
    }
}
