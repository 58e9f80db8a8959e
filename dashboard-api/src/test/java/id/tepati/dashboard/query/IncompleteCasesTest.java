package id.tepati.dashboard.query;

import static id.tepati.dashboard.readmodel.ModelFixture.KENANGA;
import static id.tepati.dashboard.readmodel.ModelFixture.MAWAR;
import static id.tepati.dashboard.readmodel.ModelFixture.MELATI;
import static id.tepati.dashboard.readmodel.ModelFixture.NOW;
import static id.tepati.dashboard.readmodel.ModelFixture.at;
import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.topic.Topics;
import id.tepati.dashboard.query.IncompleteCases.Item;
import id.tepati.dashboard.query.IncompleteCases.OfUnit;
import id.tepati.dashboard.readmodel.ModelFixture;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.EventType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class IncompleteCasesTest {
    private final ModelFixture city = new ModelFixture();

    private IncompleteCases.Answer answer(@Nullable UnitId unit, boolean subtree, Page.Wanted wanted) {
        return city.ask(model -> IncompleteCases.answer(model, unit, subtree, wanted, NOW));
    }

    private List<Item> all() {
        return answer(null, false, new Page.Wanted(null, 100)).cases();
    }

    private List<OfUnit> counts() {
        return city.ask(IncompleteCases::ofUnits);
    }

    @Test
    void aDecisionWithoutASubmissionIsListedUntilThatComes() {
        ModelFixture.CaseOf orphan = city.ktp(MELATI, "O-1").decided("2026-11-20T09:00");
        city.ktp(MELATI, "A-1", "2026-11-16T09:00").decided("2026-11-17T10:00");
        city.publish();

        assertThat(all()).singleElement().satisfies(item -> {
            assertThat(item.unit()).isEqualTo("kel-melati");
            assertThat(item.caseId()).isEqualTo("O-1");
            assertThat(item.events()).isEqualTo(1);
            assertThat(item.first()).isEqualTo(at("2026-11-20T09:00"));
            assertThat(item.types()).containsExactly("application.decided");
            assertThat(item.sources()).containsExactly("loket-1");
        });
        assertThat(counts()).containsExactly(new OfUnit("kel-melati", 1));

        orphan.with(EventType.APPLICATION_ACCEPTED, "2026-11-19T09:00");
        city.publish();

        assertThat(all()).isEmpty();
        assertThat(counts()).isEmpty();
    }

    /** The file is complete; that its number was called is what lacks a beginning. */
    @Test
    void onlyTheEventsThatWaitAreTold() {
        city.ktp(KENANGA, "A-1", "2026-11-16T09:00")
                .called("2026-11-16T09:10")
                .served("2026-11-16T09:20")
                .decided("2026-11-17T10:00");
        city.publish();

        assertThat(all()).singleElement().satisfies(item -> {
            assertThat(item.events()).isEqualTo(2);
            assertThat(item.first()).isEqualTo(at("2026-11-16T09:10"));
            assertThat(item.last()).isEqualTo(at("2026-11-16T09:20"));
            assertThat(item.types()).containsExactly("ticket.called", "ticket.served");
        });
    }

    @Test
    void areCountedAndAskedForByUnit() {
        city.ktp(MELATI, "O-2").decided("2026-11-20T09:00");
        city.ktp(MELATI, "O-1").withdrawn("2026-11-20T09:00");
        city.ktp(KENANGA, "O-3").decided("2026-11-20T09:00");
        city.publish();

        assertThat(counts()).containsExactly(new OfUnit("kel-kenanga", 1), new OfUnit("kel-melati", 2));
        assertThat(all()).extracting(Item::caseId).containsExactly("O-3", "O-1", "O-2");
        Page.Wanted one = new Page.Wanted(null, 1);
        assertThat(answer(MELATI, false, one).cases()).extracting(Item::caseId).containsExactly("O-1");
        assertThat(answer(MELATI, false, one).total()).isEqualTo(2);
        assertThat(answer(MELATI, false, one).next()).isNotNull();
        assertThat(answer(MAWAR, false, one).total()).isZero();
        assertThat(answer(MAWAR, true, one).total()).isEqualTo(3);
    }

    @Test
    void aCaseThatIsGoneIsNoneOfThem() {
        city.ktp(MELATI, "O-1").decided("2026-11-20T09:00");
        city.publish();
        city.put(Topics.CASES, "kel-melati|O-1", null);

        assertThat(all()).isEmpty();
        assertThat(counts()).isEmpty();
    }
}
