package id.tepati.pipeline.node;

/** Names of the nodes and stores of the topology. They are part of the state: a renamed store starts empty. */
public final class NodeNames {
    public static final String EVENTS = "events";
    public static final String ADMIT = "admit";
    public static final String JUDGE = "judge";
    public static final String ACCOUNT = "account";
    public static final String HAND_OFF_OUT = "hand-off-out";
    public static final String CASES_OUT = "cases-out";
    public static final String TALLIES_OUT = "tallies-out";
    public static final String RESTATEMENTS_OUT = "restatements-out";
    public static final String SOURCES_OUT = "sources-out";
    public static final String PROGRESS_OUT = "progress-out";
    public static final String DEAD_LETTERS_OUT = "dead-letters-out";

    public static final String STATE = "state";
    public static final String BEFORE_COMMIT = "before-commit";

    private NodeNames() {}
}
