package id.tepati.rules.event;

/** The life cycles that one case can have side by side; each has its own opening and terminal events. */
public enum EventFamily {
    /** Antrean: a visit to a counter, with its number. */
    TICKET,
    /** Berkas: a file handed in for a decision. */
    APPLICATION,
    /** Pengaduan: a complaint to be answered. */
    COMPLAINT,
    /** Events about other events or about a source; they open and end nothing. */
    NONE
}
