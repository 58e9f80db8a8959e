package id.tepati.standalone.demo.city;

import id.tepati.rules.Times;
import id.tepati.rules.catalogue.Terms;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.event.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The course of a pengaduan: received, verified, answered, perhaps after a question back, closed. */
final class ComplaintCourse {
    private static final double SPREAD = 0.5;
    private static final double RESOLVED_AT_THE_DESK = 0.1;
    private static final double ASKED_BACK = 0.15;
    private static final List<String> CHANNELS = List.of("sp4n-lapor", "sp4n-lapor", "wa", "telepon", "loket");
    private static final List<String> OUTCOMES = List.of(
            "resolved", "resolved", "resolved", "resolved", "resolved", "rejected", "outside-authority", "duplicate");

    private final City city;
    private final Office office;
    private final Demand demand;
    private final SeededRandom dice;

    ComplaintCourse(City city, Office office, Demand demand, SeededRandom dice) {
        this.city = city;
        this.office = office;
        this.demand = demand;
        this.dice = dice;
    }

    void addTo(CaseEventLog log, Instant received) {
        Terms terms = city.terms(office, demand.service(), received);
        log.add(EventType.COMPLAINT_RECEIVED, received, Map.of("channel", dice.pick(CHANNELS)));
        Instant verified = WorkDuration.done(terms, ClockKind.VERIFICATION, received, share(), dice);
        log.add(
                EventType.COMPLAINT_VERIFIED,
                verified,
                Map.of("class", demand.service().value()));
        if (dice.chance(RESOLVED_AT_THE_DESK)) {
            log.add(EventType.COMPLAINT_CLOSED, verified, Map.of("outcome", dice.pick(OUTCOMES)));
            return;
        }
        Instant answered =
                Times.later(verified, WorkDuration.done(terms, ClockKind.FIRST_RESPONSE, received, share(), dice));
        log.add(EventType.COMPLAINT_RESPONDED, answered);
        Instant known = answered;
        if (dice.chance(ASKED_BACK)) {
            known = WorkDuration.onWorkingDay(terms.calendar(), answered, dice.between(1, 4), dice);
            log.add(EventType.COMPLAINT_AWAITING_COMPLAINANT, answered);
            log.add(EventType.COMPLAINT_REPLIED, known);
        }
        Instant closed = Times.later(known, WorkDuration.done(terms, ClockKind.RESOLUTION, received, share(), dice));
        log.add(EventType.COMPLAINT_RESPONDED, closed, Map.of("final", true));
        log.add(EventType.COMPLAINT_CLOSED, closed, Map.of("outcome", "resolved"));
    }

    private double share() {
        return office.quality().usualShare() * dice.factor(SPREAD);
    }
}
