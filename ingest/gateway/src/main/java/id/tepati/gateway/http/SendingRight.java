package id.tepati.gateway.http;

import id.tepati.access.record.ProducerAccount;
import id.tepati.access.rights.UnitParents;
import id.tepati.access.rights.UnitScope;
import id.tepati.contract.event.Register;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.event.Rejection;
import id.tepati.rules.event.CaseEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the sender of a request may send, by what is published when it comes. For one request; not thread-safe.
 *
 * @param register what is published, as far as the sender is told of it: the units of a producer's key; to it the others
 *     are as if they had never been published
 * @param producer null for a sender who needs no key
 */
record SendingRight(Register register, @Nullable ProducerAccount producer) {
    /** That of a sender who needs no key. */
    static SendingRight ofAnyone(CurrentRegister.Known published) {
        return new SendingRight(published.of(unit -> true), null);
    }

    /** That of a producer. */
    static SendingRight of(ProducerAccount producer, CurrentRegister.Known published) {
        UnitParents tree = published.tree();
        UnitScope scope = producer.scope();
        return new SendingRight(published.of(unit -> scope.covers(unit, tree)), producer);
    }

    /** Why an event of a unit that the register knows is refused all the same; empty where it may be sent. */
    Optional<Rejection> whyNot(CaseEvent event) {
        if (producer == null) {
            return Optional.empty();
        }
        if (!producer.isFor(event.type())) {
            return Optional.of(Rejection.of(RejectCode.NOT_THIS_PRODUCER, "/type"));
        }
        return producer.isFor(event.identity().source())
                ? Optional.empty()
                : Optional.of(Rejection.of(RejectCode.NOT_THIS_PRODUCER, "/source"));
    }
}
