package dev.superbill.infra;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a gateway notes of a call: who, when, which route, what came of it. No path as sent, no
/// query, no header and no body, since all of these can hold something of a patient.
final class AccessLog {
    private static final List<String> COMMON =
            List.of(
                    "requestId",
                    "requestTimeEpoch",
                    "stage",
                    "httpMethod",
                    "status",
                    "protocol",
                    "responseLength",
                    "responseLatency",
                    "integration.status",
                    "integration.latency",
                    "error.responseType",
                    "identity.sourceIp",
                    "identity.userArn");

    private AccessLog() {}

    /// The REST API's.
    static String rest() {
        return format(
                List.of(
                        "extendedRequestId",
                        "resourcePath",
                        "identity.apiKeyId",
                        "xrayTraceId",
                        "wafResponseCode"));
    }

    /// The HTTP API's.
    static String http() {
        return format(List.of("routeKey", "authorizer.claims.sub"));
    }

    private static String format(List<String> own) {
        return Stream.concat(COMMON.stream(), own.stream())
                .map(name -> "\"" + name + "\":\"$context." + name + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
