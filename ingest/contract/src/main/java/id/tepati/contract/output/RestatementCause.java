package id.tepati.contract.output;

import id.tepati.rules.WireName;

/** Why a figure that was final is another now. */
public enum RestatementCause {
    /** An event came that had happened long before. */
    LATE_EVENT,
    /** An event came again with other content under its id. */
    CORRECTION,
    /** An event was declared void. */
    VOID,
    /** Something was published that bears on what happened before. */
    CATALOGUE,
    /** An event had to leave a case that has too many. */
    TOO_LONG;

    /** Its name in records and answers, for instance {@code late-event}. */
    public String wireName() {
        return WireName.of(this);
    }
}
