package id.tepati.contract.event;

/** The answer to one event. */
public sealed interface Checked {
    /** It passed all checks. */
    record Accepted(IncomingEvent event) implements Checked {}

    /** It failed a check; {@code seen} is what could be made out of it. */
    record Rejected(Rejection rejection, RefusedEventDetails seen) implements Checked {}
}
