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
    static GatewayRole start(RoleContext context) {
        Closer closer = context.closer();
        Gateway gateway = new Gateway(
                closer.add("producer", GatewayProducer.open(context.client())),
                context.client(),
                context.feed(),
                () -> CataloguePublisher.open(context.client(), Topics.CATALOG, context.clock()),
                context.clock(),
                context.meters(),
                GatewaySettings.standard(context.settings().partitions()));
        return new GatewayRole(closer.add("gateway", gateway), context.feed());
    }

    @Override
    public void addTo(JavalinConfig config) {
        gateway.addTo(config);
    }

    @Override
    public Health health() {
        return new Health(this::whyWithoutCatalogue, () -> whyWithoutCatalogue().or(gateway::whyNotTaking));
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
