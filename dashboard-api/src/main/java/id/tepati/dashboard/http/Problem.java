package id.tepati.dashboard.http;

import org.jspecify.annotations.Nullable;

/**
 * Problem details (RFC 9457) with a code for machines and a cure for people.
 *
 * @param parameter the query or path parameter that is to blame; absent where none is
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String parameter,
        String cure) {}
