package id.tepati.pipeline.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.rules.Published;
import id.tepati.rules.ServiceId;
import id.tepati.rules.catalogue.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NewestEditionTest {
    private final NewestEdition newest = new NewestEdition(snapshot(1));

    @Test
    void aNewerSnapshotTakesTheOthersPlace() {
        newest.offer(snapshot(2));

        assertThat(newest.get().entries()).isEqualTo(2);
    }

    @Test
    void anOlderOneThatComesLateIsLeft() {
        newest.offer(snapshot(3));
        newest.offer(snapshot(2));

        assertThat(newest.get().entries()).isEqualTo(3);
    }

    /** The snapshot after so many publications, each of one entry. */
    private static CatalogueSnapshot snapshot(int publications) {
        List<CatalogueEntry> entries = IntStream.rangeClosed(1, publications)
                .<CatalogueEntry>mapToObj(version -> new CatalogueEntry.OfService(new Published<>(
                        version, LocalDate.MIN, Instant.MIN, new Service(new ServiceId("izin"), "Izin", null))))
                .toList();
        return new CatalogueSnapshot(entries, publications);
    }
}
