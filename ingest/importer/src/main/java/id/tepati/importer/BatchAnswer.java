package id.tepati.importer;

import id.tepati.client.EventReceipt;
import id.tepati.client.TepatiClient;
import id.tepati.contract.event.ImportBatch;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the gateway said to a batch. */
record BatchAnswer(GatewayTotals totals, List<RefusedRow> refused) {
    BatchAnswer {
        refused = List.copyOf(refused);
    }

    /** Asks first what the gateway would refuse, and hands in the rows of which it would refuse nothing. */
    static BatchAnswer of(TepatiClient gateway, ImportBatch of, Batch batch) {
        List<RefusedRow> foreseen = refusals(gateway.validate(batch.body()), batch);
        Set<Long> lines = foreseen.stream().map(RefusedRow::line).collect(Collectors.toSet());
        Batch rest = batch.without(lines);
        GatewayTotals withheld = new GatewayTotals(0, 0, 0, lines.size(), batch.size() - rest.size());
        if (rest.size() == 0) {
            return new BatchAnswer(withheld, foreseen);
        }
        EventReceipt receipt = gateway.events(rest.body(), of);
        List<RefusedRow> late = refusals(receipt, rest);
        GatewayTotals sent = new GatewayTotals(rest.size(), receipt.repeated(), late.size(), 0, 0);
        return new BatchAnswer(
                sent.plus(withheld),
                Stream.concat(foreseen.stream(), late.stream()).toList());
    }

    private static List<RefusedRow> refusals(EventReceipt receipt, Batch batch) {
        return receipt.rejected().stream()
                .map(event -> new RefusedRow(
                        batch.lineOf(event.index()),
                        RefusedRow.GATEWAY,
                        event.code(),
                        "the gateway refused it at " + event.pointer(),
                        event.cure()))
                .toList();
    }
}
