package id.tepati.contract.event;

import id.tepati.rules.event.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of {@code data} as one event type takes it.
 *
 * @param choices the words it may hold, in the order of the contract; empty unless a {@link ValueKind#CHOICE}
 */
public record DataField(Field field, ValueKind kind, Need need, List<String> choices) {
    /** Whether the field must be there. */
    public enum Need {
        REQUIRED,
        OPTIONAL,
        /** Required as soon as the object that holds it is there. */
        WITH_ITS_OBJECT
    }

    /** Takes a copy of the choices. */
    public DataField {
        choices = List.copyOf(choices);
    }

    static DataField required(Field field, ValueKind kind) {
        return new DataField(field, kind, Need.REQUIRED, List.of());
    }

    static DataField optional(Field field, ValueKind kind) {
        return new DataField(field, kind, Need.OPTIONAL, List.of());
    }

    static DataField withItsObject(Field field, ValueKind kind) {
        return new DataField(field, kind, Need.WITH_ITS_OBJECT, List.of());
    }

    static DataField choice(Field field, String... words) {
        return new DataField(field, ValueKind.CHOICE, Need.REQUIRED, List.of(words));
    }

    static DataField choiceWithItsObject(Field field, String... words) {
        return new DataField(field, ValueKind.CHOICE, Need.WITH_ITS_OBJECT, List.of(words));
    }

    /** JSON pointer to it in a structured event. */
    public String pointer() {
        return "/data/" + field.wireName().replace('.', '/');
    }

    /** The kind in words, with the choices. */
    public String description() {
        return choices.isEmpty() ? kind.description() : kind.description() + " " + String.join(", ", choices);
    }

    /** The name of the object in {@code data} that holds it, null where {@code data} itself does. */
    @Nullable
    String object() {
        int dot = field.wireName().indexOf('.');
        return dot < 0 ? null : field.wireName().substring(0, dot);
    }

    /** Its name in the object that holds it. */
    String member() {
        return field.wireName().substring(field.wireName().indexOf('.') + 1);
    }
}
