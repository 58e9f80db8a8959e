package id.tepati.pipeline.judge;

import id.tepati.rules.CaseId;
import id.tepati.rules.CaseKey;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.NumberHolders;
import id.tepati.rules.event.TicketNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which events a case is judged by, with one case about to change: its own, and those that came under a ticket number
 * while it held it, as soon as one of these is of a ticket. A case claims the numbers that were issued to it, and holds
 * them unless it is claimed itself; several share what came as {@link NumberHolders} says. The answer depends on what
 * came, never on the order. Confined to one call.
 */
final class TicketAliases {
    private final Function<CaseKey, CaseFile> stored;
    private final NumberClaims numbers;
    private final CaseKey changed;
    private final CaseFile before;
    private final CaseFile file;
    private final Map<CaseKey, NavigableSet<CaseId>> claims = new HashMap<>();
    /** The numbers of which an issue to the case comes, goes or changes. */
    private final Set<CaseKey> reissued = new LinkedHashSet<>();

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
        Stream.concat(former.stream(), next.stream())
                .filter(id -> !TicketNumber.issues(id, before).equals(TicketNumber.issues(id, file)))
                .forEach(id -> reissued.add(of(id)));
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

    /** The cases among which what came under a number is shared. */
    private Set<CaseId> holders(CaseKey number) {
        Set<CaseId> holders = new LinkedHashSet<>();
        for (CaseId claimant : claimants(number)) {
            if (claimants(of(claimant)).isEmpty()) {
                holders.add(claimant);
            }
        }
        return holders;
    }

    /** What a case is judged by; empty where its events belong to others. */
    CaseFile judged(CaseKey key) {
        CaseFile own = fileOf(key);
        if (!own.hasTicket()) {
            return own;
        }
        if (!holders(key).isEmpty()) {
            return CaseFile.EMPTY;
        }
        List<CaseFile> files = new ArrayList<>();
        files.add(own);
        for (CaseId id : TicketNumber.issuedTo(key.id(), own)) {
            CaseKey number = of(id);
            CaseFile underNumber = fileOf(number);
            Set<CaseId> holders = holders(number);
            if (underNumber.hasTicket() && holders.contains(key.id())) {
                files.add(share(number, underNumber, key.id(), holders));
            }
        }
        return files.size() == 1 ? own : CaseFile.joining(files);
    }

    private CaseFile share(CaseKey number, CaseFile underNumber, CaseId holder, Set<CaseId> holders) {
        if (holders.size() == 1) {
            return underNumber;
        }
        Map<CaseId, CaseFile> files = new HashMap<>();
        holders.forEach(id -> files.put(id, fileOf(of(id))));
        return NumberHolders.of(number.id(), files).share(holder, underNumber);
    }

    /** The other cases that may be judged by other events than before. */
    Set<CaseKey> affected() {
        Set<CaseKey> others = new LinkedHashSet<>();
        if (file.hasTicket() || before.hasTicket()) {
            holders(changed).forEach(holder -> others.add(of(holder)));
        }
        for (CaseKey number : reissued) {
            boolean claimed = claims.containsKey(number);
            if (claimed || claimants(number).size() > 1) {
                others.addAll(sharing(number));
            }
            if (claimed) {
                // a case that is claimed itself holds no number
                TicketNumber.issuedTo(number.id(), fileOf(number)).forEach(inner -> others.addAll(sharing(of(inner))));
            }
        }
        others.remove(changed);
        return others;
    }

    /** A number and the cases that claim it. */
    private List<CaseKey> sharing(CaseKey number) {
        return Stream.concat(Stream.of(number), claimants(number).stream().map(this::of))
                .toList();
    }

    private NavigableSet<CaseId> claimants(CaseKey number) {
        NavigableSet<CaseId> pending = claims.get(number);
        return pending != null ? pending : asked.computeIfAbsent(number, numbers::claimants);
    }

    private CaseFile fileOf(CaseKey key) {
        return key.equals(changed) ? file : stored.apply(key);
    }
}
