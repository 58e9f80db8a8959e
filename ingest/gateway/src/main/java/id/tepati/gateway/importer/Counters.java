package id.tepati.gateway.importer;

/** What the pipeline has done so far with the events of one source, summed over units. */
record Counters(long received, long counted, long duplicate, long dead) {
    static final Counters NONE = new Counters(0, 0, 0, 0);

    Counters plus(Counters other) {
        return new Counters(
                received + other.received, counted + other.counted, duplicate + other.duplicate, dead + other.dead);
    }

    Counters minus(Counters earlier) {
        return new Counters(
                received - earlier.received,
                counted - earlier.counted,
                duplicate - earlier.duplicate,
                dead - earlier.dead);
    }
}
