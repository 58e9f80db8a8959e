package id.tepati.standalone.demo.city;

/** How the sources of an office reach Tepati. */
public enum OfficeConnection {
    /** Every event is sent when it happens. */
    ONLINE,
    /** The line comes up in the evening: the events of the day are sent then. */
    EVENING,
    /** From some day on nothing is sent any more, though work goes on. */
    SILENT
}
