package id.tepati.importer;

import id.tepati.client.EventReceipt;
import java.util.List;

/** What the gateway said to a batch. */
record BatchAnswer(long accepted, long repeated, List<RefusedRow> refused) {
    static BatchAnswer of(EventReceipt receipt, Batch batch) {
        List<RefusedRow> refused = receipt.rejected().stream()
                .map(event -> new RefusedRow(
                        batch.lineOf(event.index()),
                        "gateway",
                        event.code(),
                        "the gateway refused it at " + event.pointer(),
                        event.cure()))
                .toList();
        return new BatchAnswer(receipt.accepted(), receipt.repeated(), refused);
    }
}
