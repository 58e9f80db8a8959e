package id.tepati.pipeline.state;

/** Guards against state that a later release wrote. */
final class StateVersions {
    private StateVersions() {}

    static void require(int found, int newest, String what) {
        if (found < 1 || found > newest) {
            throw new IllegalStateException("The state holds a " + what + " of form " + found
                    + ", this release reads up to form " + newest
                    + ": start the newer release again, or delete the state directory to rebuild from the topics.");
        }
    }
}
