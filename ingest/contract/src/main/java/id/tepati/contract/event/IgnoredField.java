package id.tepati.contract.event;

import id.tepati.contract.text.Nearest;
import java.util.Optional;
import java.util.Set;

/**
 * A field of an accepted event that is not read, since the contract does not name it there.
 *
 * @param pointer JSON pointer to it in a structured event, personal data in its name masked
 * @param name its own name, masked and cut
 * @param known the names that the contract has there
 */
public record IgnoredField(String pointer, String name, Set<String> known) {
    /** Takes a copy of the names. */
    public IgnoredField {
        known = Set.copyOf(known);
    }

    /** The known name that was probably meant. */
    public Optional<String> nearest() {
        return Nearest.among(name, known);
    }
}
