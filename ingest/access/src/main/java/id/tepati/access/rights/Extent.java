package id.tepati.access.rights;

/** A cell of the table of rights: where a role gives a permission. */
public enum Extent {
    /** Nowhere. */
    NOTHING,
    /** In the subtree that the role was given for. What is not about units: where that is the whole tree. */
    SUBTREE,
    /** Everywhere, whatever subtree the role was given for. */
    EVERYWHERE
}
