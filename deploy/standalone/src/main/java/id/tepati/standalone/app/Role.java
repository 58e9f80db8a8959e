package id.tepati.standalone.app;

/** What a process may do, in the order in which it starts. */
public enum Role {
    /** Judges the events, together with other processes of this role. */
    PIPELINE,
    /** Reads the figures and answers questions. */
    DASHBOARD,
    /** Takes events and the catalogue. */
    GATEWAY
}
