package id.tepati.contract.event;

/**
 * Why an event was refused, where the cause lies, and what to do. Holds nothing that the event said.
 *
 * @param pointer JSON pointer (RFC 6901) into the structured event; empty for the whole of it
 * @param cure one sentence that says what to do
 */
public record Rejection(RejectCode code, String pointer, String cure) {
    /** A rejection with the usual cure of its code. */
    public static Rejection of(RejectCode code, String pointer) {
        return new Rejection(code, pointer, code.cure());
    }
}
