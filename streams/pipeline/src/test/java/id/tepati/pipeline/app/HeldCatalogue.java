package id.tepati.pipeline.app;

import id.tepati.pipeline.catalogue.PublishedCatalogue;
import id.tepati.rules.catalogue.Catalogue;
import java.time.Instant;

/** A catalogue that is whole from the start; a test may publish another one. */
public final class HeldCatalogue implements PublishedCatalogue {
    private volatile Edition edition;

    public HeldCatalogue(Catalogue catalogue) {
        publish(catalogue, 1);
    }

    public void publish(Catalogue catalogue, long entries) {
        edition = new Edition(catalogue, entries);
    }

    @Override
    public Edition newest() {
        return edition;
    }

    @Override
    public Edition reaching(Instant recordTime) {
        return edition;
    }
}
