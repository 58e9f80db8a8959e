package id.tepati.rules.event;

import id.tepati.rules.event.CaseFile.Addition;
import java.util.List;

/** What a case comes to as its events arrive. */
public final class Received {
    private Received() {}

    /** The file after events that came in this order: repeated, in conflict and too many as they may be. */
    public static CaseFile file(List<CaseEvent> events) {
        CaseFile file = CaseFile.EMPTY;
        for (CaseEvent event : events) {
            file = after(file, file.add(event));
        }
        return file;
    }

    private static CaseFile after(CaseFile before, Addition addition) {
        if (addition instanceof Addition.Added added) {
            return added.file();
        }
        if (addition instanceof Addition.Duplicate duplicate) {
            return duplicate.file();
        }
        if (addition instanceof Addition.Replaced replaced) {
            return replaced.file();
        }
        return addition instanceof Addition.Overflowed overflowed ? overflowed.file() : before;
    }
}
