package id.tepati.contract.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The text of a file as YAML, before anything is known about its keys. */
public final class YamlDocuments {
    private static final int LARGEST_FILE = 32 * 1024 * 1024;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(LARGEST_FILE).build();

    private YamlDocuments() {}

    /**
     * Hands out the documents of a file one by one, without the empty ones, as far as they are YAML.
     *
     * @param file its name in problems
     * @return false, and the break is reported, where the text is not YAML to its end
     */
    public static boolean read(String file, String text, Problems problems, Consumer<Node> documents) {
        try {
            for (Node document : new Compose(SETTINGS).composeAllFromString(text)) {
                if (!isEmpty(document)) {
                    documents.accept(document);
                }
            }
            return true;
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
            report(new FilePosition(file, line, ""), String.valueOf(broken.getProblem()), problems);
        } catch (YamlEngineException broken) {
            report(FilePosition.of(file), String.valueOf(broken.getMessage()), problems);
        }
        return false;
    }

    /**
     * The one mapping that a whole file is; null, and reported, where it is something else.
     *
     * @param file its name in problems
     * @param known the keys that the mapping may have
     */
    public static @Nullable Fields mapping(String file, String text, Collection<String> known, Problems problems) {
        List<Node> documents = new ArrayList<>();
        if (!read(file, text, problems, documents::add)) {
            return null;
        }
        FilePosition place = FilePosition.of(file);
        if (documents.size() != 1) {
            problems.add(
                    place,
                    documents.isEmpty() ? "is empty" : "has " + documents.size() + " documents",
                    "write one document with these keys: " + String.join(", ", known));
            return null;
        }
        return Fields.of(documents.get(0), place, problems, known);
    }

    private static boolean isEmpty(Node document) {
        return document instanceof ScalarNode scalar && scalar.getValue().isEmpty();
    }

    private static void report(FilePosition place, String what, Problems problems) {
        problems.add(place, "is not YAML: " + what, "check indentation, quotes and brackets at this line and above");
    }
}
