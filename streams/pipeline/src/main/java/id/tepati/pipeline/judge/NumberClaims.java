package id.tepati.pipeline.judge;

import id.tepati.pipeline.state.ClaimsCodec;
import id.tepati.pipeline.state.Section;
import id.tepati.rules.CaseId;
import id.tepati.rules.CaseKey;
import java.util.Collections;
import java.util.NavigableSet;

/** Which cases claim the number of a ticket, by the issues that carry both. Confined to a task. */
final class NumberClaims {
    private final Section section;

    NumberClaims(Section section) {
        this.section = section;
    }

    NavigableSet<CaseId> claimants(CaseKey number) {
        return section.find(CaseKeys.bytes(number), ClaimsCodec::read).orElseGet(Collections::emptyNavigableSet);
    }

    void put(CaseKey number, NavigableSet<CaseId> claimants) {
        if (claimants.isEmpty()) {
            section.delete(CaseKeys.bytes(number));
        } else {
            section.put(CaseKeys.bytes(number), ClaimsCodec.write(claimants));
        }
    }
}
