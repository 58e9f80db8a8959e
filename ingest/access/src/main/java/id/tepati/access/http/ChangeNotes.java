package id.tepati.access.http;

import id.tepati.access.change.Author;
import id.tepati.access.feed.AccessWriter;
import id.tepati.access.rights.Identity;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Notes in the change log what somebody does to what is not a record of access, such as the catalogue: before it is done,
 * so that nothing is done without a line. Thread-safe.
 */
public final class ChangeNotes {
    /** Says why. */
    public static final String WHY = "Tepati-Why";

    private static final String NOT_SAID = "not said";

    private final AccessWriter writer;

    /** Notes by a writer. */
    public ChangeNotes(AccessWriter writer) {
        this.writer = writer;
    }

    /** What one request does. */
    @FunctionalInterface
    public interface Note {
        /**
         * Writes it, and returns when all replicas have it.
         *
         * @param what more about it, without secrets
         * @throws id.tepati.access.feed.AccessException where Kafka did not take it: then nothing is to be done
         */
        void write(String action, String subject, Map<String, Object> what);
    }

    /** That of a request; while nobody is configured nobody can be named, and nothing is noted. */
    public Note of(Context ctx) {
        Identity identity = Asker.of(ctx).identity();
        if (identity.kind() == Identity.Kind.NOBODY_CONFIGURED) {
            return (action, subject, what) -> {};
        }
        Author author = author(identity.name(), ctx.header(WHY));
        return (action, subject, what) -> writer.note(author, action, subject, new TreeMap<>(what));
    }

    private static Author author(String who, @Nullable String why) {
        try {
            return new Author(who, Optional.ofNullable(why).orElse(NOT_SAID));
        } catch (IllegalArgumentException unfit) {
            return new Author(who, NOT_SAID);
        }
    }
}
