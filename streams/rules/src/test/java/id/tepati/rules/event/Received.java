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
            file = file.add(event).accept(new After(file));
        }
        return file;
    }

    private record After(CaseFile before) implements Addition.Visitor<CaseFile> {
        @Override
        public CaseFile duplicate(CaseFile file) {
            return file;
        }

        @Override
        public CaseFile added(CaseFile file) {
            return file;
        }

        @Override
        public CaseFile replaced(CaseFile file, CaseEvent loser) {
            return file;
        }

        @Override
        public CaseFile outranked() {
            return before;
        }

        @Override
        public CaseFile overflowed(CaseFile file, CaseEvent dropped) {
            return file;
        }

        @Override
        public CaseFile tooLong() {
            return before;
        }
    }
}
