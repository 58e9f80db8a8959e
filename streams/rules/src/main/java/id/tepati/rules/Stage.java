package id.tepati.rules;

/** A step of a visit with a queue of its own, such as registration, poli, pharmacy. */
public record Stage(String value) implements Comparable<Stage> {
    /** The stage of tickets that name none, and of clocks that have no stages. */
    public static final Stage MAIN = new Stage("main");

    /** Refuses text that is not an id. */
    public Stage {
        Ids.requireCatalogueId(value, "stage");
    }

    @Override
    public int compareTo(Stage other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
