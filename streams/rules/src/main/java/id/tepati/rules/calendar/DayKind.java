package id.tepati.rules.calendar;

/** Why a date differs from its week. */
public enum DayKind {
    /** Public holiday (libur nasional). */
    HOLIDAY(false),
    /** Joint leave (cuti bersama). */
    JOINT_LEAVE(false),
    /** Day of an election, national or local. */
    ELECTION(false),
    /** A working day with shorter or other hours. */
    HALF_DAY(true),
    /** Open on a date that would be closed. */
    EXTRA_OPENING(true),
    /** An unplanned closure. */
    CLOSURE(false);

    private final boolean open;

    DayKind(boolean open) {
        this.open = open;
    }

    /** Whether a day of this kind has opening windows. */
    public boolean isOpen() {
        return open;
    }
}
