package id.tepati.dashboard.query;

import static id.tepati.dashboard.readmodel.ModelFixture.KENANGA;
import static id.tepati.dashboard.readmodel.ModelFixture.MAWAR;
import static id.tepati.dashboard.readmodel.ModelFixture.MELATI;
import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.output.Restatement;
import id.tepati.contract.topic.Topics;
import id.tepati.dashboard.query.RestatementList.Item;
import id.tepati.dashboard.readmodel.ModelFixture;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RestatementListTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 17);
    private static final Page.Wanted ALL = new Page.Wanted(null, 1000);

    private final ModelFixture city = new ModelFixture();

    @Test
    void showsTheLatestLearnedFirst() {
        put(MELATI, TUESDAY, "2026-11-20T02:00:00Z");
        put(KENANGA, TUESDAY.plusDays(1), "2026-11-20T05:00:00Z");
        put(MELATI, TUESDAY.minusDays(1), "2026-11-20T03:00:00Z");

        assertThat(listed(MAWAR, true, Period.ALWAYS))
                .extracting(item -> item.unit() + " " + item.day())
                .containsExactly("kel-kenanga 2026-11-18", "kel-melati 2026-11-16", "kel-melati 2026-11-17");
        assertThat(listed(MAWAR, false, Period.ALWAYS)).isEmpty();
        assertThat(listed(MELATI, false, new Period(TUESDAY, null)))
                .extracting(Item::day)
                .containsExactly(TUESDAY);
    }

    @Test
    void aGatheringThatGrowsIsStillOne() {
        put(MELATI, TUESDAY, "2026-11-20T02:00:00Z");
        put(MELATI, TUESDAY, "2026-11-20T04:00:00Z");

        assertThat(listed(MELATI, false, Period.ALWAYS))
                .extracting(Item::last)
                .containsExactly(Instant.parse("2026-11-20T04:00:00Z"));
    }

    @Test
    void followsPages() {
        put(MELATI, TUESDAY, "2026-11-20T02:00:00Z");
        put(KENANGA, TUESDAY, "2026-11-20T05:00:00Z");

        RestatementList.Answer first =
                RestatementList.answer(city.model(), MAWAR, true, Period.ALWAYS, new Page.Wanted(null, 1));
        String next = Cursor.key(first.next()).orElseThrow();
        RestatementList.Answer second =
                RestatementList.answer(city.model(), MAWAR, true, Period.ALWAYS, new Page.Wanted(next, 1));

        assertThat(first.total()).isEqualTo(2);
        assertThat(first.restatements()).extracting(Item::unit).containsExactly("kel-kenanga");
        assertThat(second.restatements()).extracting(Item::unit).containsExactly("kel-melati");
        assertThat(second.next()).isNull();
    }

    private List<Item> listed(UnitId unit, boolean subtree, Period period) {
        return RestatementList.answer(city.model(), unit, subtree, period, ALL).restatements();
    }

    private void put(UnitId unit, LocalDate day, String last) {
        Restatement restatement = new Restatement(
                Restatement.VERSION,
                unit.value(),
                day,
                "void",
                LocalDate.of(2026, 11, 20),
                Instant.parse("2026-11-20T02:00:00Z"),
                Instant.parse(last),
                1,
                List.of());
        city.put(Topics.RESTATEMENTS, restatement.key().toString(), Restatement.JSON.write(restatement));
    }
}
