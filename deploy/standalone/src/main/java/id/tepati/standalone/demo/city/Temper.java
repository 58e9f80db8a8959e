package id.tepati.standalone.demo.city;

/** How an office keeps its promises. */
public enum Temper {
    /** Nearly always in time. */
    GOOD(0.38, 0.004),
    /** Around its target. */
    FAIR(0.55, 0.01),
    /** Far from it, and files are left lying. */
    POOR(0.95, 0.05);

    private final double usualShare;
    private final double leftLying;

    Temper(double usualShare, double leftLying) {
        this.usualShare = usualShare;
        this.leftLying = leftLying;
    }

    /** The share of the promised time that half of the work takes. */
    double usualShare() {
        return usualShare;
    }

    /** How probably a file is left lying. */
    double leftLying() {
        return leftLying;
    }
}
