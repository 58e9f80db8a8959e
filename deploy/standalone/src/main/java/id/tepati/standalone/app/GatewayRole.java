package id.tepati.standalone.app;

import id.tepati.contract.catalogue.feed.CatalogueFeed;
import id.tepati.contract.catalogue.feed.CatalogueFeedException;
import id.tepati.contract.catalogue.feed.CataloguePublisher;
import id.tepati.contract.topic.Topics;
import id.tepati.dashboard.http.Health;
import id.tepati.gateway.http.Gateway;
import id.tepati.gateway.http.GatewayProducer;
import id.tepati.gateway.http.GatewaySettings;
import io.javalin.config.JavalinConfig;
import java.util.Optional;

/** Takes events and the catalogue. */
record GatewayRole(Gateway gateway, CatalogueFeed feed) implements RunningRole {
    static GatewayRole start(Shared shared) {
        Closing closing = shared.closing();
        Gateway gateway = new Gateway(
                closing.add("producer", GatewayProducer.open(shared.client())),
                shared.feed(),
                () -> CataloguePublisher.open(shared.client(), Topics.CATALOG, shared.clock()),
                shared.clock(),
                shared.meters(),
                GatewaySettings.standard(shared.settings().partitions()));
        return new GatewayRole(closing.add("gateway", gateway), shared.feed());
    }

    @Override
    public void addTo(JavalinConfig config) {
        gateway.addTo(config);
    }

    @Override
    public Health health() {
        return new Health(this::whyWithoutCatalogue, this::whyWithoutCatalogue);
    }

    private Optional<String> whyWithoutCatalogue() {
        try {
            feed.readUpTo();
            return Optional.empty();
        } catch (CatalogueFeedException failed) {
            return Optional.of("The catalogue is read no more (" + failed.getMessage() + "): restart the process.");
        }
    }
}
