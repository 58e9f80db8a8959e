package id.tepati.importer;

import id.tepati.client.ClientException;
import id.tepati.client.PublicationResult;
import id.tepati.client.TepatiClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** The catalogue that a file implies, shown, written down or published as the plan says. */
final class DerivedCatalogue {
    private final ImportPlan plan;
    private final Mapping mapping;
    private final UnitsAndServices named;
    private final ImportProgress progress;
    private final String yaml;

    DerivedCatalogue(ImportPlan plan, Mapping mapping, UnitsAndServices named, ImportProgress progress) {
        this.plan = plan;
        this.mapping = mapping;
        this.named = named;
        this.progress = progress;
        this.yaml = new CatalogueDraft(mapping, named).yaml();
    }

    /** Writes it where the plan says so, and tells how large it is with the files that go beside it. */
    void show() {
        write();
        if (plan.deriveCatalogue()) {
            int beside = mapping.catalogue().texts(plan.mapping()).size();
            progress.say(String.format(
                    Locale.ROOT,
                    "derived catalogue: %,d bytes of YAML with %,d units below %s, and %d files beside it",
                    yaml.getBytes(StandardCharsets.UTF_8).length,
                    named.units().count(),
                    mapping.root().id(),
                    beside));
        }
    }

    /** Writes it where the plan says so; publishes it where the plan says so, and waits until it is known. */
    void publish(TepatiClient gateway, ImportLimits pace) {
        write();
        if (!plan.deriveCatalogue()) {
            return;
        }
        PublicationResult answer = publish(gateway);
        progress.say(String.format(
                Locale.ROOT,
                "derived catalogue: added %,d, changed %,d, unchanged %,d",
                answer.added(),
                answer.changed(),
                answer.unchanged()));
        Instant knownFrom = answer.knownFrom();
        if (knownFrom != null) {
            awaitKnown(gateway, knownFrom, pace);
        }
    }

    private void write() {
        Path derived = plan.derived();
        if (derived == null) {
            return;
        }
        try {
            Files.writeString(derived, yaml);
        } catch (IOException e) {
            throw new ImportException(
                    ImportExit.FILE, derived + " cannot be written; give another path to --derived", e);
        }
        progress.say("derived catalogue: written to " + derived);
    }

    private PublicationResult publish(TepatiClient gateway) {
        Map<String, String> files = mapping.catalogue().texts(plan.mapping());
        files.put(CatalogueDraft.FILE, yaml);
        try {
            return gateway.publish(files);
        } catch (ClientException e) {
            throw ImportException.of(e, ImportExit.CATALOGUE);
        }
    }

    /** An event older than the publication of its unit would be unknown to it, so nothing is sent before. */
    private static void awaitKnown(TepatiClient gateway, Instant knownFrom, ImportLimits pace) {
        StatusPoll poll = new StatusPoll(pace.waitAfter(), pace.poll());
        while (gateway.status().now().isBefore(knownFrom)) {
            if (!poll.again()) {
                throw new ImportException(
                        ImportExit.CATALOGUE,
                        "the derived catalogue is known only from " + knownFrom + "; run the import again after that");
            }
        }
    }
}
