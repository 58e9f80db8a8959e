package id.tepati.contract.event;

import id.tepati.rules.CaseId;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.CaseEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event that passed all checks.
 *
 * @param unit whose event it is, and the key of its record
 * @param caseId the case it belongs to; null only for a heartbeat
 */
public record IncomingEvent(UnitId unit, @Nullable CaseId caseId, CaseEvent event) {}
