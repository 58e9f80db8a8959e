package id.tepati.importer;

import id.tepati.rules.event.Digest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What each case has said so far by events that come once per case. Holds a digest for each, not the event. */
final class OncePerCaseEvents {
    private record Key(int rule, String caseId) {}

    private record Said(long line, Digest digest) {}

    /** An event that its case had not said before. */
    record Entry(int rule, String caseId, long line, Digest digest) {}

    private final Map<Key, Said> said = new HashMap<>();

    /** Empty where another row of the case said exactly this; refused where one said something else. */
    Optional<Entry> check(int rule, ImportEvent event) throws RowRefused {
        Digest digest = digest(event);
        Said before = said.get(new Key(rule, event.caseId()));
        if (before == null) {
            return Optional.of(new Entry(rule, event.caseId(), event.line(), digest));
        }
        if (before.digest().equals(digest)) {
            return Optional.empty();
        }
        throw new RowRefused(
                "case-disagrees",
                "says of " + event.type().shortName() + " something else than line " + before.line()
                        + ", another row of the same case",
                "make the rows of the case agree, or drop `once: case`");
    }

    private static Digest digest(ImportEvent event) {
        try {
            return Digest.ofBytes(MessageDigest.getInstance("SHA-256").digest(EventJson.write("", event.unnumbered())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    void remember(Entry entry) {
        said.put(new Key(entry.rule(), entry.caseId()), new Said(entry.line(), entry.digest()));
    }
}
