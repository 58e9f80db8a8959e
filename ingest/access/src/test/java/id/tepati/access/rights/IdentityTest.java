package id.tepati.access.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.tepati.rules.UnitId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what in a city of two kecamatan with two kelurahan each. */
final class IdentityTest {
    private static final Map<String, String> ABOVE = Map.of(
            "kec-mawar", "kota",
            "kec-anggrek", "kota",
            "kel-melati", "kec-mawar",
            "kel-kenanga", "kec-mawar",
            "kel-dahlia", "kec-anggrek",
            "kel-teratai", "kec-anggrek");
    private static final UnitParents TREE =
            unit -> Optional.ofNullable(ABOVE.get(unit.value())).map(UnitId::new);

    private static Identity person(String grants) {
        return new Identity(
                "ani",
                Identity.Kind.PERSON,
                Stream.of(grants.split(" ")).map(Grant::parse).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "viewer:kec-mawar,          SEE_FIGURES,         kec-mawar,   true",
        "viewer:kec-mawar,          SEE_FIGURES,         kel-melati,  true",
        "viewer:kec-mawar,          SEE_FIGURES,         kel-dahlia,  false",
        "viewer:kec-mawar,          SEE_FIGURES,         kota,        false",
        "viewer:kec-mawar,          SEE_FIGURES,         kel-baru,    false",
        "viewer,                    SEE_FIGURES,         kel-baru,    true",
        "viewer,                    SEE_FLAGS,           kel-melati,  false",
        "unit-head:kel-melati,      SEE_CASES,           kel-melati,  true",
        "unit-head:kel-melati,      ACKNOWLEDGE_ALERTS,  kel-melati,  true",
        "unit-head:kel-melati,      ACKNOWLEDGE_ALERTS,  kel-kenanga, false",
        "unit-head:kel-melati,      REVIEW_FLAGS,        kel-melati,  true",
        "unit-head:kel-melati,      SEE_LEVY_FLAGS,      kel-melati,  false",
        "unit-head,                 SEE_LEVY_FLAGS,      kel-melati,  false",
        "inspector:kec-mawar,       SEE_LEVY_FLAGS,      kel-melati,  true",
        "inspector:kec-mawar,       REVIEW_LEVY_FLAGS,   kel-dahlia,  false",
        "operator,                  SEE_LEVY_FLAGS,      kel-melati,  false",
        "operator,                  SEE_CASES,           kel-melati,  true",
        "operator:kec-mawar,        SEE_DEAD_LETTERS,    kel-melati,  true",
        "operator:kec-mawar,        SEE_CATALOGUE,       kel-dahlia,  true",
        "auditor:kec-mawar,         SEE_CASES,           kel-melati,  true",
        "auditor:kec-mawar,         SEE_CASES,           kel-dahlia,  false",
        "viewer unit-head:kel-dahlia, REVIEW_FLAGS,      kel-dahlia,  true",
        "viewer unit-head:kel-dahlia, REVIEW_FLAGS,      kel-melati,  false",
        "viewer unit-head:kel-dahlia, SEE_CASES,         kel-melati,  true",
    })
    void ofAUnit(String grants, Permission permission, String unit, boolean may) {
        assertThat(person(grants).may(permission, new UnitId(unit), TREE)).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({
        "operator,           MANAGE_PEOPLE,    true",
        "operator,           SEE_METRICS,      true",
        "operator,           SEE_CHANGES,      false",
        "operator:kec-mawar, MANAGE_PEOPLE,    false",
        "operator:kec-mawar, CHANGE_CATALOGUE, false",
        "operator:kec-mawar, SEE_SYSTEM,       false",
        "viewer,             SEE_METRICS,      true",
        "viewer:kec-mawar,   SEE_METRICS,      false",
        "viewer,             MANAGE_PEOPLE,    false",
        "auditor,            SEE_CHANGES,      true",
        "auditor:kec-mawar,  SEE_CHANGES,      true",
    })
    void ofTheWhole(String grants, Permission permission, boolean may) {
        assertThat(person(grants).may(permission)).isEqualTo(may);
        assertThat(person(grants).scope(permission)).isEqualTo(may ? UnitScope.EVERYWHERE : UnitScope.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void whileNobodyIsConfiguredEverythingIsOpen(Permission permission) {
        assertThat(Identity.OPEN.scope(permission)).isEqualTo(UnitScope.EVERYWHERE);
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void aProducerMayNothingButSend(Permission permission) {
        assertThat(Identity.producer("loket").may(permission)).isFalse();
        assertThat(new Identity("nobody", Identity.Kind.PERSON, List.of()).may(permission))
                .isFalse();
    }

    @Test
    void aTreeThatBitesItsTailIsNoWayUp() {
        UnitParents circle = unit -> Optional.of(new UnitId(unit.value().equals("a") ? "b" : "a"));

        assertThat(person("viewer:kota").may(Permission.SEE_CASES, new UnitId("a"), circle))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "unit-head:kel-melati", "inspector:kota"})
    void grantsAreReadAsTheyAreWritten(String text) {
        assertThat(Grant.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "boss", "viewer:", "viewer:Kel Melati", ":kota", "viewer:a:b"})
    void whatIsNoGrantIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Grant.parse(text));
    }
}
