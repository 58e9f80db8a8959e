package id.tepati.dashboard.query;

import static id.tepati.dashboard.readmodel.ModelFixture.KENANGA;
import static id.tepati.dashboard.readmodel.ModelFixture.MAWAR;
import static id.tepati.dashboard.readmodel.ModelFixture.NOW;
import static id.tepati.dashboard.readmodel.ModelFixture.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tepati.dashboard.readmodel.ModelFixture;
import id.tepati.dashboard.store.DateBasis;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Queues at 10:00, worked out by hand. */
final class QueuesTest {
    private static final Page.Wanted ALL = new Page.Wanted(null, 100);

    private final ModelFixture city = new ModelFixture();
    private final ServedLastHour served = new ServedLastHour();

    @Test
    void countsWhoWaitsAndSinceWhen() {
        city.ticket(KENANGA, "K001", "2026-11-23T09:20");
        city.ticket(KENANGA, "K002", "2026-11-23T09:40");
        city.ticket(KENANGA, "K003", "2026-11-23T09:00").called("2026-11-23T09:30");
        Queues.Answer answer = askAt(NOW);

        assertThat(answer.waiting()).isEqualTo(2);
        assertThat(answer.oldestSince()).isEqualTo(at("2026-11-23T09:20"));
        assertThat(answer.rows())
                .extracting(Queues.Row::stage, Queues.Row::waiting, Queues.Row::oldestWait, Queues.Row::serving)
                .containsExactly(tuple("main", 2L, 2400L, 1L));
    }

    @Test
    void countsWhatWasServedInTheLastHour() {
        // 09:00 is an hour ago, which is outside
        city.ticket(KENANGA, "K001", "2026-11-23T08:30")
                .called("2026-11-23T08:40")
                .served("2026-11-23T09:00");
        city.ticket(KENANGA, "K002", "2026-11-23T08:30")
                .called("2026-11-23T08:40")
                .served("2026-11-23T09:01");
        city.ticket(KENANGA, "K003", "2026-11-23T08:30")
                .called("2026-11-23T08:40")
                .served("2026-11-23T10:00");

        assertThat(askAt(NOW).rows())
                .extracting(Queues.Row::servedLastHour, Queues.Row::waiting, Queues.Row::oldestWait)
                .containsExactly(tuple(2L, 0L, null));
    }

    /** 200 pages ask for the same lines every few seconds. */
    @Test
    void countsWhatWasServedOnceASecond() {
        city.ticket(KENANGA, "K001", "2026-11-23T08:30")
                .called("2026-11-23T08:40")
                .served("2026-11-23T09:01");
        askAt(NOW);
        city.ticket(KENANGA, "K002", "2026-11-23T08:30")
                .called("2026-11-23T08:40")
                .served("2026-11-23T09:02");

        assertThat(askAt(NOW.plusMillis(900)).rows())
                .extracting(Queues.Row::servedLastHour)
                .containsExactly(1L);
        assertThat(askAt(NOW.plusSeconds(1)).rows())
                .extracting(Queues.Row::servedLastHour)
                .containsExactly(2L);
    }

    @Test
    void letsNobodyHaveWaitedLessThanNothing() {
        // judged in a partition that is a little further than the others
        city.ticket(KENANGA, "K001", "2026-11-23T10:00");

        assertThat(askAt(NOW.minusSeconds(2)).rows())
                .extracting(Queues.Row::waiting, Queues.Row::oldestWait)
                .containsExactly(tuple(1L, 0L));
    }

    @Test
    void showsNobodyWaitingOutsideOfOpeningWindows() {
        city.ticket(KENANGA, "K001", "2026-11-23T09:20");

        assertThat(askAt(at("2026-11-23T15:59")).rows())
                .extracting(Queues.Row::open)
                .containsExactly(true);
        assertThat(askAt(at("2026-11-23T16:00")).rows())
                .extracting(Queues.Row::open, Queues.Row::waiting, Queues.Row::oldestSince)
                .containsExactly(tuple(false, null, null));
    }

    private Queues.Answer askAt(Instant asOf) {
        city.publish();
        city.asOf(asOf);
        Scope scope = new Scope(MAWAR, true, null, null, null, new Period(null, null), DateBasis.VERDICT);
        return Queues.answer(city.model(), scope, ALL, served, asOf);
    }
}
