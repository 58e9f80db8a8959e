package id.tepati.contract.catalogue;

import org.snakeyaml.engine.v2.nodes.Node;

/** Where something stands: file, line from 1 and path within the file. */
record FilePosition(String file, int line, String path) {
    static FilePosition of(String file) {
        return new FilePosition(file, 0, "");
    }

    /** A part of what stands here. */
    FilePosition field(String name, Node node) {
        return new FilePosition(file, lineOf(node), path.isEmpty() ? name : path + "." + name);
    }

    /** An element of the list that stands here. */
    FilePosition element(String name, Node node) {
        return new FilePosition(file, lineOf(node), path + "[" + name + "]");
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
