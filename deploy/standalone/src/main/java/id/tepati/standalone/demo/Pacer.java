package id.tepati.standalone.demo;

/**
 * Holds the past back while the pipeline has enough to do, so that what happens now is judged at once and the server
 * stays at hand for others. Used by one thread.
 */
final class Pacer {
    private final HttpDoor door;
    private final StoppableWait patience;
    private final long mayWait;
    private final long sentBefore;
    private final long judgedBefore;

    /**
     * Watches the server behind a door.
     *
     * @param mayWait how many events may wait to be judged while more are sent
     */
    Pacer(HttpDoor door, StoppableWait patience, long mayWait) {
        this.door = door;
        this.patience = patience;
        this.mayWait = mayWait;
        this.sentBefore = door.sent();
        this.judgedBefore = door.judged();
    }

    /** Returns when there is room for more, or when the demo is stopped. */
    void awaitRoom() {
        while (!patience.isOver() && waiting() > mayWait) {
            patience.rest();
        }
    }

    private long waiting() {
        long sent = door.sent() - sentBefore;
        return sent - (door.judged() - judgedBefore);
    }
}
