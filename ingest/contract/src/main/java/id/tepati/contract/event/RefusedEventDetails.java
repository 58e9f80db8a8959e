package id.tepati.contract.event;

import id.tepati.rules.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What could be made out of a refused event, so that its sender finds it again. Whoever makes one may give what the
 * event said: what is kept of it holds no personal data, but for the id.
 *
 * @param id as sent, for the answer to the sender only: never keep or log it
 * @param unit null where it is missing, not an id, or holds personal data
 * @param source masked
 * @param type masked
 */
public record RefusedEventDetails(
        @Nullable String id,
        @Nullable UnitId unit,
        @Nullable String source,
        @Nullable String type) {
    /** Nothing could be made out. */
    public static final RefusedEventDetails NOTHING = new RefusedEventDetails(null, null, null, null);

    /** Leaves out and masks. */
    public RefusedEventDetails {
        unit = unit != null && PersonalData.isIn(unit.value()) ? null : unit;
        source = source == null ? null : Masking.mask(source);
        type = type == null ? null : Masking.mask(type);
    }
}
