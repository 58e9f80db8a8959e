package id.tepati.pipeline.judge;

import id.tepati.pipeline.catalogue.PublishedCatalogue;
import id.tepati.pipeline.catalogue.PublishedCatalogue.Edition;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/**
 * Judges every case again under a new edition of the catalogue, in order of keys and in turns of bounded length, so
 * that records are not kept waiting. Confined to a task.
 */
final class EditionWalk {
    private static final int CASES_A_TURN = 2_000;

    private final CaseStore cases;
    private final CaseUpdater updater;
    private final TaskMemory memory;
    private final PublishedCatalogue catalogue;

    EditionWalk(CaseStore cases, CaseUpdater updater, TaskMemory memory, PublishedCatalogue catalogue) {
        this.cases = cases;
        this.updater = updater;
        this.memory = memory;
        this.catalogue = catalogue;
    }

    /**
     * Takes a turn.
     *
     * @return whether all cases are judged under the newest edition
     */
    boolean goOn() {
        Edition edition = catalogue.newest();
        if (memory.walkedEntries() == edition.entries()) {
            return true;
        }
        if (memory.walkTarget() != edition.entries()) {
            memory.walkTarget(edition.entries());
            memory.cursor(null);
        }
        List<Bytes> next = cases.keysAfter(memory.cursor(), CASES_A_TURN);
        next.forEach(key -> updater.judgeAgain(CaseKeys.key(key), edition.catalogue()));
        if (next.size() == CASES_A_TURN) {
            memory.cursor(next.get(next.size() - 1).get());
            return false;
        }
        memory.cursor(null);
        memory.walkedEntries(edition.entries());
        return true;
    }
}
