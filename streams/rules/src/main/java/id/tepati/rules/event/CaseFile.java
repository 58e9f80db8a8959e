package id.tepati.rules.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The events of one case: a set with one event per identity, sorted by {@link CaseEvent#CASE_ORDER}. Whatever the
 * order of arrival, the same events make the same file. Immutable and thread-safe.
 */
public final class CaseFile {
    /** A case has at most so many events; of more, the first ones in case order count. */
    public static final int MAX_EVENTS = 500;

    /** A case of which nothing is known yet. */
    public static final CaseFile EMPTY = new CaseFile(List.of());

    private final List<CaseEvent> events;

    private CaseFile(List<CaseEvent> sorted) {
        this.events = Collections.unmodifiableList(sorted);
    }

    /** What became of an event that was added. */
    public sealed interface Addition {
        /** Asks the visitor about what became of the event. */
        <R> R accept(Visitor<R> visitor);

        /** What is to be done for each thing that can become of an event. */
        interface Visitor<R> {
            /** For {@link Duplicate}. */
            R duplicate(CaseFile file);

            /** For {@link Added}. */
            R added(CaseFile file);

            /** For {@link Replaced}. */
            R replaced(CaseFile file, CaseEvent loser);

            /** For {@link Outranked}. */
            R outranked();

            /** For {@link Overflowed}. */
            R overflowed(CaseFile file, CaseEvent dropped);

            /** For {@link TooLong}. */
            R tooLong();
        }

        /** The very same event was there already; {@code file} has it with the larger sequence of both. */
        record Duplicate(CaseFile file) implements Addition {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.duplicate(file);
            }
        }

        /** It is part of the case now. */
        record Added(CaseFile file) implements Addition {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.added(file);
            }
        }

        /** It is part of the case now, in place of {@code loser}, which has the same identity and other content. */
        record Replaced(CaseFile file, CaseEvent loser) implements Addition {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.replaced(file, loser);
            }
        }

        /** Another event with its identity takes precedence. */
        record Outranked() implements Addition {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.outranked();
            }
        }

        /** It is part of the case now, and {@code dropped} no longer is: the case is too long. */
        record Overflowed(CaseFile file, CaseEvent dropped) implements Addition {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.overflowed(file, dropped);
            }
        }

        /** It would be the last of too many. */
        record TooLong() implements Addition {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.tooLong();
            }
        }
    }

    /** The file with exactly these events, of which no two may share an identity. */
    public static CaseFile of(List<CaseEvent> events) {
        List<CaseEvent> sorted = new ArrayList<>(events);
        sorted.sort(CaseEvent.CASE_ORDER);
        return new CaseFile(sorted);
    }

    /**
     * The events of several files as one: of an identity that more than one has, the event that takes precedence; of
     * too many events the first in case order.
     */
    public static CaseFile joining(List<CaseFile> files) {
        Map<EventIdentity, CaseEvent> byIdentity = new HashMap<>();
        for (CaseFile file : files) {
            for (CaseEvent event : file.events) {
                byIdentity.merge(event.identity(), event, BinaryOperator.maxBy(CaseEvent.PRECEDENCE));
            }
        }
        return of(byIdentity.values().stream()
                .sorted(CaseEvent.CASE_ORDER)
                .limit(MAX_EVENTS)
                .toList());
    }

    /** Adds an event. */
    public Addition add(CaseEvent event) {
        Optional<CaseEvent> present = withIdentity(event.identity());
        if (present.isPresent()) {
            return settle(present.get(), event);
        }
        if (events.size() < MAX_EVENTS) {
            return new Addition.Added(replacing(null, event));
        }
        CaseEvent last = events.get(events.size() - 1);
        return CaseEvent.CASE_ORDER.compare(event, last) > 0
                ? new Addition.TooLong()
                : new Addition.Overflowed(replacing(last, event), last);
    }

    private Addition settle(CaseEvent present, CaseEvent incoming) {
        if (present.content().equals(incoming.content())) {
            boolean outranks = CaseEvent.PRECEDENCE.compare(incoming, present) > 0;
            return new Addition.Duplicate(outranks ? replacing(present, incoming) : this);
        }
        return CaseEvent.PRECEDENCE.compare(incoming, present) > 0
                ? new Addition.Replaced(replacing(present, incoming), present)
                : new Addition.Outranked();
    }

    private CaseFile replacing(@Nullable CaseEvent old, CaseEvent event) {
        List<CaseEvent> next = new ArrayList<>(events.size() + 1);
        next.addAll(events);
        if (old != null) {
            next.remove(old);
        }
        next.add(event);
        next.sort(CaseEvent.CASE_ORDER);
        return new CaseFile(next);
    }

    private Optional<CaseEvent> withIdentity(EventIdentity identity) {
        for (CaseEvent event : events) {
            if (event.identity().equals(identity)) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    /** All events in case order, voids and voided ones included. */
    public List<CaseEvent> events() {
        return events;
    }

    /** The events that stand: neither voids nor voided, in case order. */
    public List<CaseEvent> standing() {
        Set<EventIdentity> voided = new HashSet<>();
        boolean hasVoid = false;
        for (CaseEvent event : events) {
            if (event.type() == EventType.EVENT_VOIDED) {
                hasVoid = true;
                event.voids().ifPresent(voided::add);
            }
        }
        if (voided.isEmpty() && !hasVoid) {
            return events;
        }
        return events.stream()
                .filter(event -> event.type() != EventType.EVENT_VOIDED)
                .filter(event -> !voided.contains(event.identity()))
                .toList();
    }

    /** Whether any event is of a ticket. */
    public boolean hasTicket() {
        for (CaseEvent event : events) {
            if (event.type().family() == EventFamily.TICKET) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing is known of the case. */
    public boolean isEmpty() {
        return events.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaseFile file && events.equals(file.events);
    }

    @Override
    public int hashCode() {
        return events.hashCode();
    }
}
