package id.tepati.contract.catalogue.draft;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.yaml.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the entries of one kind. */
interface EntryReader {
    /** The keys that an entry of this kind may have. */
    List<String> keys();

    /** The entry, or null after everything that is wrong with it was reported. */
    @Nullable
    CatalogueEntry read(Fields fields);
}
