package id.tepati.access.feed;

import id.tepati.access.change.ChainCheck;
import id.tepati.access.change.ChainFlaw;
import id.tepati.access.change.ChainHead;
import id.tepati.contract.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The change log as it lies in {@code tepati.changes.v1}.
 *
 * @param lines in the order of the topic, each as its bytes
 * @param head where it ends, as {@code tepati.access.v1} has it
 */
public record ChangeLog(List<byte[]> lines, Optional<ChainHead> head) {
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Takes a copy. */
    public ChangeLog {
        lines = List.copyOf(lines);
    }

    /**
     * Reads it. A change that is just being written may be seen in one topic before the other, so what seems to have a flaw
     * is read again before it is handed out.
     *
     * @param client settings of a Kafka client
     * @param within how long each topic may take
     * @throws AccessException where they cannot be read in time
     */
    public static ChangeLog read(Map<String, Object> client, Duration within) {
        ChangeLog log = readOnce(client, within);
        for (int again = 1; again < TRIES && log.flaw().isPresent(); again++) {
            pause();
            log = readOnce(client, within);
        }
        return log;
    }

    private static ChangeLog readOnce(Map<String, Object> client, Duration within) {
        AccessLog access = new AccessLog();
        List<byte[]> lines = new ArrayList<>();
        try (TopicReading reading = TopicReading.open(client, Topics.ACCESS, within)) {
            reading.toEnd(access::take, within);
        }
        try (TopicReading reading = TopicReading.open(client, Topics.CHANGES, within)) {
            reading.toEnd(line -> lines.add(line.value() == null ? new byte[0] : line.value()), within);
        }
        return new ChangeLog(lines, access.view().head());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AccessException("Interrupted while reading the change log.", interrupted);
        }
    }

    /** The first thing that is wrong with it, if there is one. */
    public Optional<ChainFlaw> flaw() {
        return new ChainCheck(lines).flaw(head);
    }

    /** What is wrong with it by what somebody noted of it, if anything is. */
    public Optional<ChainFlaw> flawAgainst(ChainHead noted) {
        return new ChainCheck(lines).flawAgainst(noted);
    }
}
