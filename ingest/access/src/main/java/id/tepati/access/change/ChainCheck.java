package id.tepati.access.change;

import id.tepati.contract.event.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks whether the change log is what was written. A chain alone shows what was done before its last line; what was done
 * to its end shows against the {@link ChainHead}, and a log that was forged as a whole against a head that somebody
 * noted elsewhere.
 */
public final class ChainCheck {
    private final List<Line> lines;

    /** A line as far as it can be read: 0 and nothing where it cannot. */
    private record Line(int seq, String previous, String hash, boolean isWhole) {
        static Line read(byte[] json) {
            try {
                LineMembers line = LineMembers.read(json);
                return new Line(line.seq(), line.text("previous"), line.text(Change.HASH), isWhole(line, json));
            } catch (IllegalArgumentException unreadable) {
                return new Line(0, "", "", false);
            }
        }

        private static boolean isWhole(LineMembers line, byte[] json) {
            SortedMap<String, Object> rest = new TreeMap<>(line.members());
            rest.remove(Change.HASH);
            byte[] canonical = CanonicalJson.write(line.members()).getBytes(StandardCharsets.UTF_8);
            return Arrays.equals(canonical, json) && Change.hashOf(rest).equals(line.text(Change.HASH));
        }

        ChainHead head() {
            return new ChainHead(seq, hash);
        }
    }

    /** Takes the lines in the order of the topic. */
    public ChainCheck(List<byte[]> lines) {
        this.lines = lines.stream().map(Line::read).toList();
    }

    /**
     * The first flaw, if there is one.
     *
     * @param head where the log ends by the record that is kept apart from it
     */
    public Optional<ChainFlaw> flaw(Optional<ChainHead> head) {
        ChainHead last = ChainHead.BEFORE_ALL;
        for (int at = 1; at <= lines.size(); at++) {
            Line line = lines.get(at - 1);
            Optional<ChainFlaw> flaw = flaw(at, line, last);
            if (flaw.isPresent()) {
                return flaw;
            }
            last = line.head();
        }
        return flawAtEnd(last, head);
    }

    private Optional<ChainFlaw> flaw(int at, Line line, ChainHead last) {
        int expected = last.seq() + 1;
        if (!line.isWhole()) {
            return altered(at, "Line " + at + " was altered: it is not what its hash says.");
        }
        if (line.seq() != expected) {
            boolean elsewhere = lines.stream().anyMatch(other -> other.seq() == expected);
            return line.seq() > expected && !elsewhere
                    ? missing(at, "Change " + expected + " is missing: line " + at + " is change " + line.seq() + ".")
                    : reordered(at, "Line " + at + " is change " + line.seq() + " where " + expected + " belongs.");
        }
        if (!line.previous().equals(last.hash())) {
            int before = Math.max(1, at - 1);
            return altered(
                    before,
                    "Line " + before + " or the one after it was altered and given a new hash: change " + line.seq()
                            + " was written after another one.");
        }
        return Optional.empty();
    }

    private Optional<ChainFlaw> flawAtEnd(ChainHead last, Optional<ChainHead> head) {
        int end = lines.size();
        if (head.isEmpty()) {
            return end == 0
                    ? Optional.empty()
                    : missing(end, "The record " + ChainHead.KEY + " is missing, which says where the log ends.");
        }
        return against(last, head.get(), end);
    }

    private Optional<ChainFlaw> against(ChainHead last, ChainHead head, int end) {
        if (last.equals(head)) {
            return Optional.empty();
        }
        return last.seq() < head.seq()
                ? missing(
                        end + 1, "Changes from " + (last.seq() + 1) + " to " + head.seq() + " are missing at the end.")
                : altered(end, "Line " + end + " was altered, or is not the last that Tepati wrote.");
    }

    /**
     * Whether the log has the change that somebody noted, as {@code audit verify} printed it.
     *
     * @return the flaw where it has not
     */
    public Optional<ChainFlaw> flawAgainst(ChainHead noted) {
        for (int at = 1; at <= lines.size(); at++) {
            Line line = lines.get(at - 1);
            if (line.seq() == noted.seq()) {
                return line.hash().equals(noted.hash())
                        ? Optional.empty()
                        : altered(at, "Change " + noted.seq() + " is another than the one that was noted.");
            }
        }
        return missing(lines.size() + 1, "Change " + noted.seq() + ", which was noted, is missing.");
    }

    private static Optional<ChainFlaw> altered(int line, String what) {
        return Optional.of(new ChainFlaw(ChainFlaw.Kind.ALTERED, line, what));
    }

    private static Optional<ChainFlaw> missing(int line, String what) {
        return Optional.of(new ChainFlaw(ChainFlaw.Kind.MISSING, line, what));
    }

    private static Optional<ChainFlaw> reordered(int line, String what) {
        return Optional.of(new ChainFlaw(ChainFlaw.Kind.REORDERED, line, what));
    }
}
