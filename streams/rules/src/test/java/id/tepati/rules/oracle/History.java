package id.tepati.rules.oracle;

import id.tepati.rules.event.CaseEvent;
import java.time.Instant;
import java.util.List;

/**
 * A world and what was received about one case in it.
 *
 * @param received in order of arrival, duplicates and conflicts included
 * @param moments instants at which to ask: near events, dues, publications and midnights
 */
public record History(World world, List<CaseEvent> received, List<Instant> moments) {
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("unit zone " + world.zone() + "\n");
        world.units().forEach(v -> text.append(v).append('\n'));
        world.services().forEach(v -> text.append(v).append('\n'));
        world.standards().forEach(v -> text.append(v).append('\n'));
        world.calendars().forEach(v -> text.append(v).append('\n'));
        for (CaseEvent e : received) {
            text.append(e.time() + " " + e.type().shortName() + " " + e.identity() + " seq "
                    + e.sequence().value() + " " + e.content() + " " + e.service() + " "
                    + e.details().values() + "\n");
        }
        return text.append(moments).toString();
    }
}
