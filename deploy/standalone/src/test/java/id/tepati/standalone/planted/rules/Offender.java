package id.tepati.standalone.planted.rules;

import id.tepati.standalone.planted.contract.Twin;
import org.apache.kafka.metadata.BrokerState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Depends on what stands above it, on more than Java, and on what the broker keeps to itself. */
public final class Offender {
    /** Upwards. */
    public final Twin above = new Twin();
    /** Not plain Java. */
    public final Logger log = LoggerFactory.getLogger(Offender.class);
    /** Not published. */
    public final BrokerState state = BrokerState.NOT_RUNNING;
}
