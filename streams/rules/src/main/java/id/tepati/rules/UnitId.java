package id.tepati.rules;

/** A public-service unit, such as a kelurahan or a puskesmas. The id matches {@link Ids#CATALOGUE_ID}. */
public record UnitId(String value) implements Comparable<UnitId> {
    /** Refuses text that is not a catalogue id. */
    public UnitId {
        Ids.requireCatalogueId(value, "unit id");
    }

    @Override
    public int compareTo(UnitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
