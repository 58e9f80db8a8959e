package id.tepati.importer;

import id.tepati.client.ClientException;
import id.tepati.client.TepatiClient;
import id.tepati.contract.event.ImportBatch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Gathers rows into batches and keeps a few of them under way. Answers are taken in the order in which the batches
 * were sent, so that refusals come by line. Used by one thread; closing it waits for nothing.
 */
final class BatchSender implements AutoCloseable {
    private final TepatiClient gateway;
    private final String source;
    private final ImportBatch of;
    private final RefusalReport report;
    private final int inFlight;
    private final ExecutorService workers;
    private final Batch.Builder batch;
    private final Deque<Future<BatchAnswer>> underWay = new ArrayDeque<>();
    private GatewayTotals totals = GatewayTotals.NONE;

    /** Sends as one import, by this name. */
    BatchSender(TepatiClient gateway, String source, ImportBatch of, ImportLimits pace, RefusalReport report) {
        this.gateway = gateway;
        this.source = source;
        this.of = of;
        this.report = report;
        this.inFlight = pace.inFlight();
        this.workers = Executors.newFixedThreadPool(inFlight);
        this.batch = new Batch.Builder(pace);
    }

    void add(RowEvents row) {
        List<Batch.Entry> entries = row.events().stream()
                .map(event -> new Batch.Entry(event.line(), EventJson.write(source, event)))
                .toList();
        if (!batch.hasRoomFor(entries)) {
            send();
        }
        batch.add(entries);
    }

    /** Sends what is left and waits until every batch is acknowledged. */
    void finish() {
        if (!batch.isEmpty()) {
            send();
        }
        while (!underWay.isEmpty()) {
            takeAnswer();
        }
    }

    private void send() {
        Batch next = batch.take();
        underWay.add(workers.submit(() -> BatchAnswer.of(gateway, of, next)));
        if (underWay.size() >= inFlight) {
            takeAnswer();
        }
    }

    private void takeAnswer() {
        try {
            BatchAnswer answer = underWay.removeFirst().get();
            totals = totals.plus(answer.totals());
            answer.refused().forEach(report::add);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ImportException.interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ClientException known) {
                throw known;
            }
            throw new IllegalStateException("a batch could not be sent", e);
        }
    }

    GatewayTotals delivery() {
        return totals;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
