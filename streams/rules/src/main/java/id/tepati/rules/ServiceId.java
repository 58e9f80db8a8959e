package id.tepati.rules;

/** A kind of service, such as the issue of a KTP-el. The id matches {@link Ids#CATALOGUE_ID}. */
public record ServiceId(String value) implements Comparable<ServiceId> {
    /** Refuses text that is not a catalogue id. */
    public ServiceId {
        Ids.requireCatalogueId(value, "service id");
    }

    @Override
    public int compareTo(ServiceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
