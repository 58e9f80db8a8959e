package id.tepati.pipeline.judge;

import id.tepati.rules.CaseId;
import id.tepati.rules.CaseKey;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.TicketNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which events a case is judged by, with one case about to change: its own, and those that came under a ticket number
 * that was issued to it, as soon as one of these is of a ticket. A number belongs to a case if that one alone claims it
 * and is not itself claimed. The answer depends on what came, never on the order. Confined to one call.
 */
final class TicketAliases {
    private final Function<CaseKey, CaseFile> stored;
    private final NumberClaims numbers;
    private final CaseKey changed;
    private final CaseFile before;
    private final CaseFile file;
    private final Map<CaseKey, NavigableSet<CaseId>> claims = new HashMap<>();
    private final Map<CaseKey, NavigableSet<CaseId>> asked = new HashMap<>();

    /** The aliases once {@code changed} has {@code file} instead of {@code before}. */
    TicketAliases(
            Function<CaseKey, CaseFile> stored, NumberClaims numbers, CaseKey changed, CaseFile before, CaseFile file) {
        this.stored = stored;
        this.numbers = numbers;
        this.changed = changed;
        this.before = before;
        this.file = file;
        NavigableSet<CaseId> former = TicketNumber.issuedTo(changed.id(), before);
        NavigableSet<CaseId> next = TicketNumber.issuedTo(changed.id(), file);
        former.stream().filter(id -> !next.contains(id)).forEach(id -> change(id, false));
        next.stream().filter(id -> !former.contains(id)).forEach(id -> change(id, true));
    }

    private void change(CaseId id, boolean claim) {
        CaseKey number = of(id);
        NavigableSet<CaseId> claimants = new TreeSet<>(numbers.claimants(number));
        if (claim) {
            claimants.add(changed.id());
        } else {
            claimants.remove(changed.id());
        }
        claims.put(number, claimants);
    }

    private CaseKey of(CaseId id) {
        return new CaseKey(changed.unit(), id);
    }

    /** The claims that change with the case, by number. */
    Map<CaseKey, NavigableSet<CaseId>> changedClaims() {
        return claims;
    }

    /** The case that a number belongs to. */
    Optional<CaseKey> homeOf(CaseKey number) {
        NavigableSet<CaseId> claimants = claimants(number);
        return claimants.size() == 1
                ? Optional.of(of(claimants.first()))
                        .filter(home -> claimants(home).isEmpty())
                : Optional.empty();
    }

    /** What a case is judged by; empty where its events belong to another. */
    CaseFile judged(CaseKey key) {
        CaseFile own = fileOf(key);
        if (!own.hasTicket()) {
            return own;
        }
        if (homeOf(key).isPresent()) {
            return CaseFile.EMPTY;
        }
        List<CaseFile> files = new ArrayList<>();
        files.add(own);
        for (CaseId id : TicketNumber.issuedTo(key.id(), own)) {
            CaseKey number = of(id);
            CaseFile other = fileOf(number);
            if (other.hasTicket() && homeOf(number).filter(key::equals).isPresent()) {
                files.add(other);
            }
        }
        return files.size() == 1 ? own : CaseFile.joining(files);
    }

    /** The other cases that may be judged by other events than before. */
    Set<CaseKey> affected() {
        Set<CaseKey> others = new LinkedHashSet<>();
        if (file.hasTicket() || before.hasTicket()) {
            homeOf(changed).ifPresent(others::add);
        }
        claims.forEach((number, claimants) -> {
            others.add(number);
            claimants.forEach(claimant -> others.add(of(claimant)));
            TicketNumber.issuedTo(number.id(), fileOf(number)).forEach(inner -> others.add(of(inner)));
        });
        others.remove(changed);
        return others;
    }

    private NavigableSet<CaseId> claimants(CaseKey number) {
        NavigableSet<CaseId> pending = claims.get(number);
        return pending != null ? pending : asked.computeIfAbsent(number, numbers::claimants);
    }

    private CaseFile fileOf(CaseKey key) {
        return key.equals(changed) ? file : stored.apply(key);
    }
}
