package id.tepati.pipeline.judge;

import id.tepati.pipeline.state.ClaimsCodec;
import id.tepati.pipeline.state.Section;
import id.tepati.rules.CaseId;
import id.tepati.rules.CaseKey;
import java.util.Collections;
import java.util.NavigableSet;

/** Which cases claim the number of a ticket, by the issues that carry both. Confined to a task. */
final class Numbers {
    private final Section section;

    Numbers(Section section) {
        this.section = section;
    }

    NavigableSet<CaseId> claimants(CaseKey number) {
        byte[] stored = section.get(CaseKeys.bytes(number));
        return stored == null ? Collections.emptyNavigableSet() : ClaimsCodec.read(stored);
    }

    void put(CaseKey number, NavigableSet<CaseId> claimants) {
        if (claimants.isEmpty()) {
            section.delete(CaseKeys.bytes(number));
        } else {
            section.put(CaseKeys.bytes(number), ClaimsCodec.write(claimants));
        }
    }
}
