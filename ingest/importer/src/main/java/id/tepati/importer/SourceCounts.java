package id.tepati.importer;

/** What the pipeline has done so far with the events of one source, summed over units. */
record SourceCounts(long received, long counted, long duplicate, long dead) {
    static final SourceCounts NONE = new SourceCounts(0, 0, 0, 0);

    SourceCounts plus(SourceCounts other) {
        return new SourceCounts(
                received + other.received, counted + other.counted, duplicate + other.duplicate, dead + other.dead);
    }

    SourceCounts minus(SourceCounts earlier) {
        return new SourceCounts(
                received - earlier.received,
                counted - earlier.counted,
                duplicate - earlier.duplicate,
                dead - earlier.dead);
    }
}
