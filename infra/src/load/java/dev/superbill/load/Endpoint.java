package dev.superbill.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

/// Where the load goes: a local server, or one of the deployed doors. Secrets come by the
/// environment, since a command line is seen by others.
final class Endpoint {
    private Endpoint() {}

    static HttpProtocolBuilder protocol() {
        var url = Choices.text("url", "http://localhost:8080").replaceFirst("/$", "");
        var protocol =
                http.baseUrl(url)
                        .acceptHeader("application/json")
                        .contentTypeHeader("application/json")
                        .userAgentHeader("superbill-load")
                        .shareConnections()
                        .disableWarmUp();
        var key = System.getenv("SUPERBILL_API_KEY");
        if (key != null) {
            protocol = protocol.header("x-api-key", key);
        }
        var token = System.getenv("SUPERBILL_TOKEN");
        if (token != null) {
            protocol = protocol.authorizationHeader("Bearer " + token);
        }
        return protocol;
    }

    /// A note to code, and a whole answer to it.
    ///
    /// @param name what the report calls it
    static HttpRequestActionBuilder codeNote(String name) {
        var call =
                http(name)
                        .post("/v1/suggestions")
                        .body(StringBody("#{request}"))
                        .check(
                                status().is(200),
                                jsonPath("$.routing.outcome").in("auto", "review", "query"));
        var service = Choices.text("sign", "");
        return service.isEmpty()
                ? call
                : call.sign(new Signature(service, Choices.text("region", "us-east-1")));
    }

    /// A call that is none of the interface and has no signature: no door lets it pass to the
    /// function, so that it starts nothing there and warms the client alone.
    static HttpRequestActionBuilder refused(String name) {
        return http(name).post("/").body(StringBody("{}")).check(status().in(403, 404, 405));
    }
}
