package id.tepati.rules.tally;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.Received;
import id.tepati.rules.judge.Judgement;
import id.tepati.rules.oracle.Histories;
import id.tepati.rules.oracle.History;
import id.tepati.rules.oracle.TicketHistories;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tallies end in the same figures however the cases came to be what they are. */
class TakeBackTest {

    @Provide
    Arbitrary<List<History>> cases() {
        return Arbitraries.oneOf(Histories.ofUpTo(8), TicketHistories.ofUpTo(8))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(tries = 100)
    void theSumIsThatOfTheLastContributions(@ForAll("cases") List<History> cases, @ForAll Random random) {
        SortedMap<Slot, Tally> tallies = new TreeMap<>();
        List<Integer> turns = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            for (int event = 0; event < cases.get(i).received().size(); event++) {
                turns.add(i);
            }
        }
        java.util.Collections.shuffle(turns, random);
        int[] taken = new int[cases.size()];
        for (int turn : turns) {
            History history = cases.get(turn);
            take(tallies, contribution(history, taken[turn]++), contribution(history, taken[turn]));
        }

        SortedMap<Slot, Tally> expected = new TreeMap<>();
        for (History history : cases) {
            history.world()
                    .oracle()
                    .contribution(
                            history.world().unit(),
                            history.received(),
                            history.moments().get(0))
                    .forEach((slot, tally) -> expected.merge(slot, tally, Tally::plus));
        }
        assertThat(tallies).isEqualTo(expected);
    }

    /** What a case adds when so many of its events have come. */
    private static Contribution contribution(History history, int events) {
        CaseFile file = Received.file(history.received().subList(0, events));
        return Contribution.of(Judgement.of(
                file,
                history.world().unit(),
                history.world().catalogue(),
                history.moments().get(0)));
    }

    private static void take(SortedMap<Slot, Tally> tallies, Contribution before, Contribution after) {
        before.parts().forEach((slot, tally) -> tallies.merge(slot, tally, Tally::minus));
        after.parts().forEach((slot, tally) -> tallies.merge(slot, tally, Tally::plus));
        tallies.values().removeIf(Tally::isZero);
    }
}
