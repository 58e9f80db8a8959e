package id.tepati.rules;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The name that a constant of an enum bears on the wire: {@code not-kept} for {@code NOT_KEPT}. Records, answers,
 * the catalogue and metrics all use it, so that renaming a constant changes the contract.
 */
public final class WireName {
    private WireName() {}

    /** The name of a constant. */
    public static String of(Enum<?> constant) {
        return ofConstant(constant.name());
    }

    /** The name of the constant that bears this name in the code. */
    public static String ofConstant(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** These constants by their names. */
    @SafeVarargs
    public static <E extends Enum<E>> Map<String, E> index(E... constants) {
        Map<String, E> byName = new HashMap<>();
        for (E constant : constants) {
            byName.put(of(constant), constant);
        }
        return Collections.unmodifiableMap(byName);
    }

    /**
     * The constant with a name that {@link #of} gave.
     *
     * @throws IllegalArgumentException where the enum has none of that name
     */
    public static <E extends Enum<E>> E parse(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
