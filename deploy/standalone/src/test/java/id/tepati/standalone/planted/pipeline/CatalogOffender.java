package id.tepati.standalone.planted.pipeline;

/** Spells the catalogue otherwise. */
public final class CatalogOffender {}
