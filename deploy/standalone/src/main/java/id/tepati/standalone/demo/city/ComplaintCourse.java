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

    void tell(CaseStory story, Instant received) {
        Terms terms = city.terms(office, demand.service(), received);
        story.tell(EventType.COMPLAINT_RECEIVED, received, Map.of("channel", dice.pick(CHANNELS)));
        Instant verified = Work.done(terms, ClockKind.VERIFICATION, received, share(), dice);
        story.tell(
                EventType.COMPLAINT_VERIFIED,
                verified,
                Map.of("class", demand.service().value()));
        if (dice.chance(RESOLVED_AT_THE_DESK)) {
            story.tell(EventType.COMPLAINT_CLOSED, verified, Map.of("outcome", dice.pick(OUTCOMES)));
            return;
        }
        Instant answered = Times.later(verified, Work.done(terms, ClockKind.FIRST_RESPONSE, received, share(), dice));
        story.tell(EventType.COMPLAINT_RESPONDED, answered);
        Instant known = answered;
        if (dice.chance(ASKED_BACK)) {
            known = Work.onWorkingDay(terms.calendar(), answered, dice.between(1, 4), dice);
            story.tell(EventType.COMPLAINT_AWAITING_COMPLAINANT, answered);
            story.tell(EventType.COMPLAINT_REPLIED, known);
        }
        Instant closed = Times.later(known, Work.done(terms, ClockKind.RESOLUTION, received, share(), dice));
        story.tell(EventType.COMPLAINT_RESPONDED, closed, Map.of("final", true));
        story.tell(EventType.COMPLAINT_CLOSED, closed, Map.of("outcome", "resolved"));
    }

    private double share() {
        return office.temper().usualShare() * dice.factor(SPREAD);
    }
}
