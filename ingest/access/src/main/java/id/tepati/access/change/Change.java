package id.tepati.access.change;

import id.tepati.contract.event.CanonicalJson;
import id.tepati.contract.event.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A line of the change log, chained to the one before by its hash: SHA-256 of the canonical JSON (RFC 8785) of everything
 * else in it.
 *
 * @param seq its number, from 1 on
 * @param previous hash of the line before
 * @param at when, to the millisecond
 * @param author who, and why
 * @param action what was done, such as {@code add}
 * @param subject to what, by the key of its record, such as {@code user|ani}
 * @param what {@code before} and {@code after}, as far as there are any, without secrets
 * @param hash of the rest
 */
public record Change(
        int seq,
        String previous,
        Instant at,
        Author author,
        String action,
        String subject,
        SortedMap<String, Object> what,
        String hash) {
    static final String HASH = "hash";

    /** Refuses a line that lacks something, takes a copy. */
    public Change {
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(hash, HASH);
        what = Collections.unmodifiableSortedMap(new TreeMap<>(what));
    }

    /** The line after another. */
    public static Change after(
            ChainHead last, Instant at, Author author, String action, String subject, SortedMap<String, Object> what) {
        Change unhashed = new Change(
                last.seq() + 1, last.hash(), at.truncatedTo(ChronoUnit.MILLIS), author, action, subject, what, "");
        return unhashed.withHash(hashOf(unhashed.rest()));
    }

    private Change withHash(String made) {
        return new Change(seq, previous, at, author, action, subject, what, made);
    }

    static String hashOf(SortedMap<String, Object> rest) {
        return Sha256.hex(CanonicalJson.write(rest));
    }

    private SortedMap<String, Object> rest() {
        SortedMap<String, Object> rest = new TreeMap<>();
        rest.put("seq", seq);
        rest.put("previous", previous);
        rest.put("at", at.toString());
        rest.put("who", author.who());
        rest.put("why", author.why());
        rest.put("action", action);
        rest.put("subject", subject);
        rest.put("what", what);
        return rest;
    }

    /** Where the log ends with this line. */
    public ChainHead head() {
        return new ChainHead(seq, hash);
    }

    /** Its canonical JSON, in UTF-8. */
    public byte[] toJson() {
        SortedMap<String, Object> whole = rest();
        whole.put(HASH, hash);
        return CanonicalJson.write(whole).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #toJson} wrote; whether its hash is right {@link ChainCheck} tells.
     *
     * @throws IllegalArgumentException where it is no line
     */
    public static Change fromJson(byte[] json) {
        LineMembers line = LineMembers.read(json);
        return new Change(
                line.seq(),
                line.text("previous"),
                Instant.parse(line.text("at")),
                new Author(line.text("who"), line.text("why")),
                line.text("action"),
                line.text("subject"),
                line.object("what"),
                line.text(HASH));
    }
}
