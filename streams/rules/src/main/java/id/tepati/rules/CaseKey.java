package id.tepati.rules;

/** Names one case everywhere: the unit that is its home, and its id there. */
public record CaseKey(UnitId unit, CaseId id) implements Comparable<CaseKey> {
    @Override
    public int compareTo(CaseKey other) {
        int byUnit = unit.compareTo(other.unit);
        return byUnit != 0 ? byUnit : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return unit + "|" + id;
    }
}
