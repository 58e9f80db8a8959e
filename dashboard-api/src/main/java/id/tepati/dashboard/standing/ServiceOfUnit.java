package id.tepati.dashboard.standing;

/** A service of a unit, by their ids: whose promises a figure is made of. */
public record ServiceOfUnit(String unit, String service) {}
