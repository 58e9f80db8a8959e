package id.tepati.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.catalogue.draft.CatalogueFolder;
import id.tepati.contract.catalogue.draft.CatalogueReading;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The files of a catalogue that was sent, by name. */
record PostedCatalogue(SortedMap<String, String> files) {
    /** Relative paths that are the same on every system and lead nowhere else. */
    private static final Pattern NAME =
            Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9 ._-]{0,99}/){0,8}[A-Za-z0-9_-][A-Za-z0-9 ._-]{0,99}\\.ya?ml");

    private static final ObjectReader READER = new ObjectMapper()
            .reader()
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Reads {@code {"files":[{"name":...,"text":...}]}}; empty if the body is anything else. */
    static Optional<PostedCatalogue> of(byte[] body) throws IOException {
        try {
            JsonNode list = READER.readTree(body).path("files");
            if (!list.isArray() || list.isEmpty() || list.size() > GatewayLimits.FILES_A_CATALOGUE) {
                return Optional.empty();
            }
            SortedMap<String, String> files = new TreeMap<>();
            for (JsonNode file : list) {
                String name = file.path("name").asText();
                JsonNode text = file.path("text");
                if (!NAME.matcher(name).matches() || !text.isTextual() || files.put(name, text.textValue()) != null) {
                    return Optional.empty();
                }
            }
            return Optional.of(new PostedCatalogue(files));
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    /** Reads them as one folder. */
    CatalogueReading read(CatalogueSnapshot published, Instant now) {
        return CatalogueFolder.read(files, published, now);
    }
}
