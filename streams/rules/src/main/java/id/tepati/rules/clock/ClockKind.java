package id.tepati.rules.clock;

import id.tepati.rules.event.EventFamily;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a promise is about: the stretch of a case's life that it limits. */
public enum ClockKind {
    /** Waktu tunggu: from coming, or taking a number, to the first call; one for each stage. */
    WAITING("waiting", EventFamily.TICKET),
    /** Waktu tunggu ulang: from being sent back or on to the next call; one for each stage. */
    RE_WAITING("re-waiting", EventFamily.TICKET),
    /** Waktu layan: from the call to the end of service; one for each stage. */
    SERVING("serving", EventFamily.TICKET),
    /** Kunjungan: from the first waiting to the end of the last stage. */
    VISIT("visit", EventFamily.TICKET),
    /** Pemeriksaan berkas: from handing in to the answer whether the file is complete. */
    FILE_CHECK("file-check", EventFamily.APPLICATION),
    /** Penyelesaian: from the complete file to the decision. */
    COMPLETION("completion", EventFamily.APPLICATION),
    /** Verifikasi pengaduan. */
    VERIFICATION("verification", EventFamily.COMPLAINT),
    /** Tanggapan pertama atas pengaduan. */
    FIRST_RESPONSE("first-response", EventFamily.COMPLAINT),
    /** Penyelesaian pengaduan. */
    RESOLUTION("resolution", EventFamily.COMPLAINT);

    private static final Map<String, ClockKind> BY_ID =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(ClockKind::id, Function.identity()));

    private final String id;
    private final EventFamily family;

    ClockKind(String id, EventFamily family) {
        this.id = id;
        this.family = family;
    }

    /** The clock with the given id. */
    public static Optional<ClockKind> ofId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** Its id in catalogue, keys and API, for instance {@code first-response}. */
    public String id() {
        return id;
    }

    /** The life cycle whose events drive it. */
    public EventFamily family() {
        return family;
    }

    /**
     * Whether a service without any standard owes a promise here all the same: it counts as {@code noPromise}, since
     * a service without a standard is itself a finding (UU 25/2009, articles 20 to 22).
     */
    public boolean missedWithoutStandard() {
        return this == WAITING || this == COMPLETION || this == RESOLUTION;
    }

    /** Whether each stage of a visit has a clock of its own of this kind. */
    public boolean isStaged() {
        return family == EventFamily.TICKET && this != VISIT;
    }
}
