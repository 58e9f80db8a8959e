package id.tepati.contract.yaml;

import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Where something stands.
 *
 * @param file its name as the reader knows it, empty where no file is meant
 * @param line from 1; 0 where no line can be named
 * @param path the way to it within the file, for instance {@code units[kel-melati].parent}, empty for the whole file
 */
public record FilePosition(String file, int line, String path) {
    /** A file as a whole. */
    public static FilePosition of(String file) {
        return new FilePosition(file, 0, "");
    }

    /** A part of what stands here. */
    public FilePosition field(String name, Node node) {
        return new FilePosition(file, lineOf(node), path.isEmpty() ? name : path + "." + name);
    }

    /** An element of the list that stands here. */
    public FilePosition element(String name, Node node) {
        return new FilePosition(file, lineOf(node), path + "[" + name + "]");
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
