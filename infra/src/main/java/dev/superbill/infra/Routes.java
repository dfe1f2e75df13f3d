package dev.superbill.infra;

import java.util.List;

/// The calls that the function answers, which are those of both gateways: nothing else reaches it.
final class Routes {
    static final String SUGGESTIONS = "/v1/suggestions";
    static final String CLAIMS = "/v1/claims/validate";
    static final String SEARCH = "/v1/codes";
    static final String CODE = "/v1/codes/{system}/{code}";
    static final String RELEASES = "/v1/releases";

    static final List<Route> ALL =
            List.of(
                    new Route("POST", SUGGESTIONS),
                    new Route("POST", CLAIMS),
                    new Route("GET", SEARCH),
                    new Route("GET", CODE),
                    new Route("GET", RELEASES));

    private Routes() {}

    /// A call.
    record Route(String method, String path) {}
}
