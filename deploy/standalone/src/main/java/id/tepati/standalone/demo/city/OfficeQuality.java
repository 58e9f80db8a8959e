package id.tepati.standalone.demo.city;

/** How an office keeps its promises: a good, a fair or a poor (bad) office. */
public enum OfficeQuality {
    /** A good office: nearly always in time. */
    GOOD(0.38, 0.004, 3, 0.9),
    /** A fair office: around its target. */
    FAIR(0.55, 0.01, 12, 1.05),
    /** A poor, that is a bad office, far from its target: files are left lying, counters open late. */
    POOR(0.95, 0.05, 50, 1.25);

    private final double usualShare;
    private final double leftLying;
    private final double opensLate;
    private final double slowness;

    OfficeQuality(double usualShare, double leftLying, double opensLate, double slowness) {
        this.usualShare = usualShare;
        this.leftLying = leftLying;
        this.opensLate = opensLate;
        this.slowness = slowness;
    }

    /** The share of the promised time that half of the work takes. */
    double usualShare() {
        return usualShare;
    }

    /** How probably a file is left lying. */
    double leftLying() {
        return leftLying;
    }

    /** Minutes from the opening to the first call. */
    double opensLate() {
        return opensLate;
    }

    /** How much longer than usual a service takes. */
    double slowness() {
        return slowness;
    }
}
