package id.tepati.access.oidc;

import id.tepati.access.rights.Grant;

/**
 * What a value of the provider's claim of roles gives.
 *
 * @param value as the provider writes it, such as the name of a group
 */
public record RoleRule(String value, Grant grant) {}
