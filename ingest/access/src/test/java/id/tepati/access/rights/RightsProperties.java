package id.tepati.access.rights;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rights of random grants over random trees, against an oracle that walks down from the roots instead of up. */
final class RightsProperties {
    /** The parent of unit {@code i + 1} is one of those before it. */
    @Provide
    Arbitrary<List<Integer>> trees() {
        return Arbitraries.integers().between(1, 12).flatMap(RightsProperties::treesOf);
    }

    private static Arbitrary<List<Integer>> treesOf(int units) {
        List<Arbitrary<Integer>> parents = new ArrayList<>();
        for (int unit = 1; unit < units; unit++) {
            parents.add(Arbitraries.integers().between(-1, unit - 1));
        }
        return parents.isEmpty()
                ? Arbitraries.just(List.of())
                : Combinators.combine(parents).as(List::copyOf);
    }

    @Provide
    Arbitrary<List<Grant>> grants() {
        Arbitrary<UnitId> units = Arbitraries.integers().between(0, 12).map(RightsProperties::unit);
        return Combinators.combine(Arbitraries.of(UserRole.class), units.injectNull(0.2))
                .as(Grant::new)
                .list()
                .ofMaxSize(4);
    }

    @Property(tries = 500)
    void areThoseOfTheOracle(
            @ForAll("trees") List<Integer> parents,
            @ForAll("grants") List<Grant> grants,
            @ForAll Permission permission) {
        Identity somebody = new Identity("ani", Identity.Kind.PERSON, grants);
        Set<UnitId> expected = new TreeSet<>();
        for (Grant grant : grants) {
            expected.addAll(reached(grant, permission, parents));
        }

        Set<UnitId> found = new TreeSet<>();
        for (int unit = 0; unit <= parents.size(); unit++) {
            if (somebody.may(permission, unit(unit), tree(parents))) {
                found.add(unit(unit));
            }
        }

        assertThat(found).isEqualTo(expected);
    }

    @Property(tries = 300)
    void neverShrinkByAnotherGrant(
            @ForAll("trees") List<Integer> parents,
            @ForAll("grants") List<Grant> grants,
            @ForAll Permission permission) {
        Identity all = new Identity("ani", Identity.Kind.PERSON, grants);
        for (Grant grant : grants) {
            Identity one = new Identity("ani", Identity.Kind.PERSON, List.of(grant));
            for (int unit = 0; unit <= parents.size(); unit++) {
                if (one.may(permission, unit(unit), tree(parents))) {
                    assertThat(all.may(permission, unit(unit), tree(parents))).isTrue();
                }
            }
        }
    }

    private static Set<UnitId> reached(Grant grant, Permission permission, List<Integer> parents) {
        Set<UnitId> reached = new TreeSet<>();
        boolean everywhere = permission.of(grant.role()) == Extent.EVERYWHERE
                || (permission.of(grant.role()) == Extent.SUBTREE
                        && grant.root().isEmpty());
        boolean below = permission.of(grant.role()) == Extent.SUBTREE && permission.isAboutUnits();
        for (int unit = 0; unit <= parents.size(); unit++) {
            if (everywhere || (below && grant.root().filter(unit(unit)::equals).isPresent())) {
                addDown(unit, parents, reached);
            }
        }
        return reached;
    }

    private static void addDown(int root, List<Integer> parents, Set<UnitId> reached) {
        reached.add(unit(root));
        for (int child = 1; child <= parents.size(); child++) {
            if (parents.get(child - 1) == root) {
                addDown(child, parents, reached);
            }
        }
    }

    private static UnitParents tree(List<Integer> parents) {
        return unit -> {
            int number = Integer.parseInt(unit.value().substring(1));
            int parent = number == 0 || number > parents.size() ? -1 : parents.get(number - 1);
            return parent < 0 ? Optional.empty() : Optional.of(unit(parent));
        };
    }

    private static UnitId unit(int number) {
        return new UnitId("u" + number);
    }
}
