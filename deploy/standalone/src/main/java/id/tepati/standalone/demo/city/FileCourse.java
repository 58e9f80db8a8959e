package id.tepati.standalone.demo.city;

import id.tepati.rules.catalogue.Terms;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.event.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The course of a berkas: handed in, checked, perhaps given back to be completed, decided. */
final class FileCourse {
    private static final double SPREAD = 0.45;
    private static final double CHECK_SHARE = 0.12;
    private static final double CHECK_SPREAD = 0.8;
    private static final double RETURNED = 0.1;
    private static final double WITHDRAWN = 0.01;
    private static final double REJECTED = 0.04;
    private static final double LEFT_LYING_FACTOR = 8;
    private static final List<String> MISSING =
            List.of("pas-foto", "kartu-keluarga", "surat-pengantar", "buku-nikah", "tanda-tangan");

    private final City city;
    private final Office office;
    private final Demand demand;
    private final SeededRandom dice;

    FileCourse(City city, Office office, Demand demand, SeededRandom dice) {
        this.city = city;
        this.office = office;
        this.demand = demand;
        this.dice = dice;
    }

    void addTo(CaseEventLog log, Instant submitted) {
        log.add(EventType.APPLICATION_SUBMITTED, submitted);
        Instant checked = checked(submitted);
        if (dice.chance(RETURNED)) {
            log.add(EventType.APPLICATION_RETURNED, checked, Map.of("missing", dice.pick(MISSING)));
            Instant back = WorkDuration.onWorkingDay(terms(checked).calendar(), checked, dice.between(1, 6), dice);
            log.add(EventType.APPLICATION_RESUBMITTED, back);
            checked = checked(back);
        }
        if (dice.chance(WITHDRAWN)) {
            log.add(EventType.APPLICATION_WITHDRAWN, checked);
            return;
        }
        log.add(EventType.APPLICATION_ACCEPTED, checked);
        log.add(EventType.APPLICATION_DECIDED, decided(checked), Map.of("outcome", outcome()));
    }

    private Instant checked(Instant from) {
        return WorkDuration.done(
                terms(from), ClockKind.FILE_CHECK, from, CHECK_SHARE * dice.factor(CHECK_SPREAD), dice);
    }

    private Instant decided(Instant accepted) {
        double share = office.quality().usualShare() * dice.factor(SPREAD);
        boolean lies = dice.chance(office.quality().leftLying());
        return WorkDuration.done(
                terms(accepted), ClockKind.COMPLETION, accepted, lies ? share * LEFT_LYING_FACTOR : share, dice);
    }

    private String outcome() {
        return dice.chance(REJECTED) ? "rejected" : "granted";
    }

    private Terms terms(Instant at) {
        return city.terms(office, demand.service(), at);
    }
}
