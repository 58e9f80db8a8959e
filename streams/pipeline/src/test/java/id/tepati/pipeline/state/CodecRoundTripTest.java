package id.tepati.pipeline.state;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.ServiceId;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.Details;
import id.tepati.rules.event.Digest;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.event.Field;
import id.tepati.rules.event.Sequence;
import id.tepati.rules.statistics.Distribution;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Contribution;
import id.tepati.rules.tally.Slot;
import id.tepati.rules.tally.Tally;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class CodecRoundTripTest {
    private static final List<Slot> SLOTS =
            List.of(slot("2026-11-20"), slot("2026-11-21"), slot("2026-11-20T01:00:00Z"), slot("1969-12-31T23:55:00Z"));

    @Property(tries = 300)
    void tallyComesBackTheSame(@ForAll("tallies") Tally tally) {
        byte[] bytes = TallyCodec.write(tally);

        assertThat(TallyCodec.read(bytes)).isEqualTo(tally);
        assertThat(TallyCodec.write(TallyCodec.read(bytes))).isEqualTo(bytes);
    }

    @Property(tries = 300)
    void caseComesBackTheSame(@ForAll("cases") CaseState state) {
        byte[] bytes = CaseStateCodec.write(state);

        assertThat(CaseStateCodec.read(bytes)).isEqualTo(state);
        assertThat(CaseStateCodec.write(CaseStateCodec.read(bytes))).isEqualTo(bytes);
    }

    @Provide
    Arbitrary<Tally> tallies() {
        Arbitrary<long[]> counts = Arbitraries.longs()
                .between(0, Long.MAX_VALUE / 2)
                .array(long[].class)
                .ofSize(7);
        return Combinators.combine(counts, distributions(), distributions())
                .as((n, duration, used) -> new Tally(n[0], n[1], n[2], n[3], n[4], n[5], n[6], duration, used));
    }

    /** Some as an old form told of them. */
    private static Arbitrary<Distribution> distributions() {
        return Arbitraries.oneOf(ofValues(), ofValues().map(known -> Distribution.of(known.sum(), known.buckets())));
    }

    private static Arbitrary<Distribution> ofValues() {
        return Arbitraries.longs()
                .between(0, 4_000_000_000L)
                .list()
                .ofMaxSize(12)
                .map(values -> {
                    Distribution all = Distribution.EMPTY;
                    for (long value : values) {
                        all = all.plus(value);
                    }
                    return all;
                });
    }

    @Provide
    Arbitrary<CaseState> cases() {
        return Combinators.combine(
                        events().list().ofMaxSize(8).uniqueElements(CaseEvent::identity),
                        Arbitraries.maps(Arbitraries.of(SLOTS), tallies()).ofMaxSize(3),
                        instants(),
                        times().injectNull(0.3),
                        origins())
                .as((events, parts, asOf, timer, origin) -> {
                    Map<EventIdentity, Origin> origins = new HashMap<>();
                    events.forEach(event -> origins.put(event.identity(), origin));
                    return new CaseState(
                            CaseFile.of(events), origins, new Contribution(new TreeMap<>(parts)), asOf, timer);
                });
    }

    private static Arbitrary<CaseEvent> events() {
        Arbitrary<Digest> digests =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(Digest::new);
        Arbitrary<EventIdentity> identities =
                Combinators.combine(texts(), digests).as(EventIdentity::new);
        Arbitrary<Details> details = Arbitraries.maps(Arbitraries.of(Field.values()), texts())
                .ofMaxSize(4)
                .map(Details::new);
        Arbitrary<ServiceId> services =
                Arbitraries.of("ktp-el", "izin-usaha").map(ServiceId::new).injectNull(0.2);
        return Combinators.combine(
                        Arbitraries.of(EventCodes.TYPES),
                        times(),
                        identities,
                        Arbitraries.of("", "1", "02", "b").map(Sequence::new),
                        digests,
                        services,
                        details)
                .as(CaseEvent::new);
    }

    private static Arbitrary<Origin> origins() {
        Arbitrary<Long> number = Arbitraries.longs().between(0, Long.MAX_VALUE);
        return Combinators.combine(
                        Arbitraries.of("tepati.applications.v1", "tepati.complaints.v1"),
                        Arbitraries.integers().between(0, 999),
                        number,
                        number)
                .as(Origin::new);
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(-62_135_596_800_000_000L, 253_402_300_799_999_999L)
                .map(StoredInstant::instant);
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.oneOf(times(), Arbitraries.just(Instant.MIN));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ascii()
                .withChars('é', '字', '\u0000')
                .ofMinLength(1)
                .ofMaxLength(40);
    }

    private static Slot slot(String bucket) {
        return new Slot(new ServiceId("ktp-el"), new PromiseName("completion"), Bucket.parse(bucket));
    }
}
