package id.tepati.access.change;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.access.change.ChainFlaw.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** Whatever is done to a log, at whatever line, is found where it was done. */
final class ChainProperties {
    private static final Instant AT = Instant.parse("2026-11-23T03:00:00.123456Z");

    /** A log that grows, as it lies in its topic, and its end as it lies in the other. */
    private static final class Log {
        final List<byte[]> lines = new ArrayList<>();
        ChainHead head = ChainHead.BEFORE_ALL;

        static Log of(int lines) {
            Log log = new Log();
            for (int line = 1; line <= lines; line++) {
                log.add("Pegawai baru ke-" + line);
            }
            return log;
        }

        void add(String why) {
            Change change = next(head, why);
            lines.add(change.toJson());
            head = change.head();
        }

        static Change next(ChainHead head, String why) {
            TreeMap<String, Object> after = new TreeMap<>();
            after.put("name", "Ani \u201cMelati\u201d");
            after.put("password", true);
            after.put("grants", List.of("viewer:kel-melati"));
            TreeMap<String, Object> what = new TreeMap<>();
            what.put("after", after);
            return Change.after(head, AT, new Author("budi", why), "add", "user|ani", what);
        }

        Optional<ChainFlaw> flaw() {
            return new ChainCheck(lines).flaw(head.seq() == 0 ? Optional.empty() : Optional.of(head));
        }
    }

    @Property(tries = 50)
    void nothingIsFoundInALogThatNobodyTouched(@ForAll @IntRange(max = 20) int lines) {
        Log log = Log.of(lines);

        assertThat(log.flaw()).isEmpty();
        assertThat(new ChainCheck(log.lines).flawAgainst(log.head).isPresent()).isEqualTo(lines == 0);
    }

    @Property(tries = 200)
    void anyOtherByteIsFoundAtItsLine(
            @ForAll @IntRange(min = 1, max = 12) int lines,
            @ForAll @IntRange(max = 11) int which,
            @ForAll @IntRange(max = 10_000) int place,
            @ForAll byte other) {
        Log log = Log.of(lines);
        byte[] line = log.lines.get(which % lines);
        int at = place % line.length;
        byte before = line[at];
        line[at] = other;

        Optional<ChainFlaw> flaw = log.flaw();

        if (before == other) {
            assertThat(flaw).isEmpty();
        } else {
            assertThat(flaw).hasValueSatisfying(found -> {
                assertThat(found.kind()).isEqualTo(Kind.ALTERED);
                assertThat(found.line()).isEqualTo(which % lines + 1);
            });
        }
    }

    @Property(tries = 100)
    void aLineThatIsGoneIsFoundWhereItWas(
            @ForAll @IntRange(min = 1, max = 12) int lines, @ForAll @IntRange(max = 11) int which) {
        Log log = Log.of(lines);
        log.lines.remove(which % lines);

        assertThat(log.flaw()).hasValueSatisfying(found -> {
            assertThat(found.kind()).isEqualTo(Kind.MISSING);
            assertThat(found.line()).isEqualTo(which % lines + 1);
        });
    }

    @Property(tries = 200)
    void linesInAnotherOrderAreFoundAtTheFirstOfThem(
            @ForAll @IntRange(min = 2, max = 12) int lines,
            @ForAll @IntRange(max = 11) int one,
            @ForAll @IntRange(min = 1, max = 11) int apart) {
        Log log = Log.of(lines);
        int first = one % lines;
        int second = (first + 1 + apart % (lines - 1)) % lines;
        Collections.swap(log.lines, first, second);

        assertThat(log.flaw()).hasValueSatisfying(found -> {
            assertThat(found.kind()).isEqualTo(Kind.REORDERED);
            assertThat(found.line()).isEqualTo(Math.min(first, second) + 1);
        });
    }

    @Property(tries = 100)
    void aLineThatIsThereTwiceIsFound(
            @ForAll @IntRange(min = 1, max = 12) int lines, @ForAll @IntRange(max = 11) int which) {
        Log log = Log.of(lines);
        log.lines.add(which % lines + 1, log.lines.get(which % lines));

        assertThat(log.flaw()).hasValueSatisfying(found -> {
            assertThat(found.kind()).isEqualTo(Kind.REORDERED);
            assertThat(found.line()).isEqualTo(which % lines + 2);
        });
    }

    /** Whoever forges a line with a right hash of its own does not have the one after it say so. */
    @Property(tries = 100)
    void aLineWithANewHashIsFound(
            @ForAll @IntRange(min = 1, max = 12) int lines, @ForAll @IntRange(max = 11) int which) {
        Log log = Log.of(lines);
        int at = which % lines;
        ChainHead before = at == 0
                ? ChainHead.BEFORE_ALL
                : Change.fromJson(log.lines.get(at - 1)).head();
        log.lines.set(at, Log.next(before, "Alasan lain").toJson());

        assertThat(log.flaw()).hasValueSatisfying(found -> {
            assertThat(found.kind()).isEqualTo(Kind.ALTERED);
            assertThat(found.line()).isEqualTo(at + 1);
        });
    }

    /** Whoever forges the log from a line on, and its head too, meets only what was noted elsewhere. */
    @Property(tries = 50)
    void aLogThatWasForgedAsAWholeIsFoundByWhatWasNoted(
            @ForAll @IntRange(min = 1, max = 12) int lines, @ForAll @IntRange(max = 11) int which) {
        Log log = Log.of(lines);
        ChainHead noted = log.head;
        Log forged = Log.of(which % lines);
        while (forged.lines.size() < lines) {
            forged.add("Alasan lain");
        }

        assertThat(forged.flaw()).isEmpty();
        assertThat(new ChainCheck(forged.lines).flawAgainst(noted))
                .hasValueSatisfying(found -> assertThat(found.kind()).isEqualTo(Kind.ALTERED));
        assertThat(new ChainCheck(List.of()).flawAgainst(noted))
                .hasValueSatisfying(found -> assertThat(found.kind()).isEqualTo(Kind.MISSING));
    }

    @Property(tries = 200)
    void whatIsWrittenReadsBack(@ForAll @StringLength(min = 1, max = 40) String why) {
        String printable = "a"
                + new String(why.getBytes(UTF_8), UTF_8)
                        .codePoints()
                        .filter(character -> !Character.isISOControl(character))
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        Change change = Log.next(new ChainHead(41, "f".repeat(64)), printable);

        assertThat(Change.fromJson(change.toJson())).isEqualTo(change);
        assertThat(change.at()).isEqualTo(Instant.parse("2026-11-23T03:00:00.123Z"));
        assertThat(change.head()).isEqualTo(new ChainHead(42, change.hash()));
    }
}
