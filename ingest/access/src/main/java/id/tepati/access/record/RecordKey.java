package id.tepati.access.record;

import java.util.Optional;

/** The key of a record: {@code user|ani}. */
public record RecordKey(RecordKind kind, String id) {
    private static final char BETWEEN = '|';

    /** Of somebody who may sign in. */
    public static RecordKey user(AccountId id) {
        return new RecordKey(RecordKind.USER, id.value());
    }

    /** Of a machine that reads. */
    public static RecordKey token(AccountId id) {
        return new RecordKey(RecordKind.TOKEN, id.value());
    }

    /** Of a machine that sends events. */
    public static RecordKey producer(AccountId id) {
        return new RecordKey(RecordKind.PRODUCER, id.value());
    }

    /** Reads what {@link #toString} writes; empty where it is no such key. */
    public static Optional<RecordKey> parse(String text) {
        int bar = text.indexOf(BETWEEN);
        return bar < 0
                ? Optional.empty()
                : RecordKind.ofName(text.substring(0, bar)).map(kind -> new RecordKey(kind, text.substring(bar + 1)));
    }

    @Override
    public String toString() {
        return kind.toString() + BETWEEN + id;
    }
}
