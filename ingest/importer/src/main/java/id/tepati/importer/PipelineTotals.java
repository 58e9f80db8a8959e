package id.tepati.importer;

/**
 * What became of the events of an import in the pipeline.
 *
 * @param counted how many events count more than before
 * @param refused events of the import that it laid among the dead letters
 * @param replaced events known before that no longer count, since one of the import takes their place
 */
record PipelineTotals(long received, long counted, long duplicate, long refused, long replaced) {
    static final PipelineTotals NONE = new PipelineTotals(0, 0, 0, 0, 0);
}
