package id.tepati.rules.oracle;

import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.judge.Outcome;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What the oracle says of one cycle of a clock.
 *
 * @param startDay local day of the start
 * @param due the due as it stands, null where there is none
 * @param verdictAt null without a verdict
 * @param countedAt the instant whose local day and five minutes count the verdict; null without a verdict
 * @param verdictDay local day that counts the verdict
 * @param open neither stopped nor cancelled
 * @param stoppedAt the stop that stands, null while open or cancelled
 * @param durationSeconds null unless stopped
 * @param used share of the promise in ten-thousandths, null where there is none
 */
public record OracleCycle(
        ServiceId service,
        ClockKind clock,
        Stage stage,
        int number,
        Outcome outcome,
        Instant start,
        LocalDate startDay,
        Instant due,
        Instant verdictAt,
        Instant countedAt,
        LocalDate verdictDay,
        boolean open,
        Instant stoppedAt,
        LocalDate stopDay,
        Long durationSeconds,
        Long used) {}
