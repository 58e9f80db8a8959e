package id.tepati.standalone.demo;

/**
 * Holds the past back while the pipeline has enough to do, so that what happens now is judged at once and the server
 * stays at hand for others. Used by one thread.
 */
final class Pacer {
    private final HttpEventSender sender;
    private final StoppableWait stop;
    private final long mayWait;
    private final long sentBefore;
    private final long judgedBefore;

    /**
     * Watches the server behind a sender.
     *
     * @param mayWait how many events may wait to be judged while more are sent
     */
    Pacer(HttpEventSender sender, StoppableWait stop, long mayWait) {
        this.sender = sender;
        this.stop = stop;
        this.mayWait = mayWait;
        this.sentBefore = sender.sent();
        this.judgedBefore = sender.judged();
    }

    /** Returns when there is room for more, or when the demo is stopped. */
    void awaitRoom() {
        while (!stop.isOver() && waiting() > mayWait) {
            stop.rest();
        }
    }

    private long waiting() {
        long sent = sender.sent() - sentBefore;
        return sent - (sender.judged() - judgedBefore);
    }
}
