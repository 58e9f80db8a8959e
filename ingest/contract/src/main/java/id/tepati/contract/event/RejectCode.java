package id.tepati.contract.event;

import id.tepati.rules.WireName;

/** Why an event was refused; part of the public contract, so a code is never renamed. */
public enum RejectCode {
    MALFORMED("Send one CloudEvents 1.0 event as a JSON object in UTF-8 without repeated keys."),
    MISSING_FIELD("Add the field at the pointer."),
    INVALID_VALUE("Send a value of the kind that the contract names for this field."),
    UNKNOWN_TYPE("Send one of the event types that the contract lists."),
    UNKNOWN_UNIT("Publish the unit in the catalogue before its first event, or correct its id."),
    UNKNOWN_SERVICE("Publish the service in the catalogue before its first event, or correct its id."),
    NOT_THIS_PRODUCER("Send it with a key that is for its unit, type and source, or ask the operator for one."),
    TIME_AHEAD("Correct the clock of the sender: an event cannot lie in the future."),
    TIME_TOO_EARLY("Correct the year: nothing before 2000-01-01T00:00:00Z is taken."),
    PERSONAL_DATA_IN_IDENTIFIER("Use an identifier that holds no NIK and no phone number, and send the event again."),
    KEY_MISMATCH("Give the topics the number of partitions back that they were created with, and rebuild."),
    ID_CONFLICT("Give every event an id of its own; to correct an event send it with a larger sequence."),
    CASE_TOO_LONG("A case holds at most 500 events; open a new case for further ones."),
    TEXT_TOO_LONG("Keep every text below 8 KiB."),
    INTERNAL_ERROR("The event could not be processed through no fault of its own; an operator can replay it.");

    private final String wireName = WireName.of(this);
    private final String cure;

    RejectCode(String cure) {
        this.cure = cure;
    }

    /** Its name on the wire, for instance {@code unknown-unit}. */
    public String wireName() {
        return wireName;
    }

    /** What to do about it where nothing more precise is known: one sentence. */
    public String cure() {
        return cure;
    }
}
