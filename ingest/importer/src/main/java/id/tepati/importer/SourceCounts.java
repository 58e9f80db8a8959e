package id.tepati.importer;

/**
 * What the pipeline has done so far with the events of one source, summed over units.
 *
 * @param dead events among the dead letters: refused when they came, or replaced later
 */
record SourceCounts(long received, long counted, long duplicate, long dead) {
    static final SourceCounts NONE = new SourceCounts(0, 0, 0, 0);

    SourceCounts plus(SourceCounts other) {
        return new SourceCounts(
                received + other.received, counted + other.counted, duplicate + other.duplicate, dead + other.dead);
    }

    /** What they say of an import of whose events so many were refused; the other dead letters were replaced by it. */
    PipelineTotals withRefused(long refused) {
        return new PipelineTotals(received, counted, duplicate, refused, Math.max(0, dead - refused));
    }

    SourceCounts minus(SourceCounts earlier) {
        return new SourceCounts(
                received - earlier.received,
                counted - earlier.counted,
                duplicate - earlier.duplicate,
                dead - earlier.dead);
    }
}
