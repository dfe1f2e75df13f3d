package dev.superbill.adapter.http;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Caller;
import dev.superbill.adapter.wire.Door;
import dev.superbill.adapter.wire.ProblemException;
import dev.superbill.adapter.wire.Reply;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Hands the HTTP request at hand to the interface, as bytes, and its reply back.
@Singleton
public class HttpCalls {
    private final Api api;
    private final Caller caller;
    private final Request request;
    private final UriInfo uri;
    private final HttpHeaders headers;

    /// @param api what answers
    /// @param caller who calls
    /// @param request the request at hand
    /// @param uri its address
    /// @param headers its headers
    public HttpCalls(Api api, Caller caller, Request request, UriInfo uri, HttpHeaders headers) {
        this.api = api;
        this.caller = caller;
        this.request = request;
        this.uri = uri;
        this.headers = headers;
    }

    /// Answers a request without a body.
    Response answer() {
        return response(reply(new byte[0]));
    }

    /// Answers a request.
    ///
    /// @throws IOException if the body cannot be read
    Response answer(@Nullable InputStream body) throws IOException {
        return response(reply(body == null ? new byte[0] : body.readNBytes(Api.MAX_BODY + 1)));
    }

    private Reply reply(byte[] body) {
        try {
            return api.answer(
                    new Call(
                            caller.actor(),
                            Door.HTTP,
                            request.getMethod(),
                            "/" + uri.getPath().replaceFirst("^/", ""),
                            uri.getQueryParameters(),
                            firstValues(),
                            body));
        } catch (ProblemException e) {
            return Reply.of(e.problem());
        }
    }

    private Map<String, String> firstValues() {
        var first = new HashMap<String, String>();
        headers.getRequestHeaders()
                .forEach((name, values) -> first.put(name, String.join(",", values)));
        return first;
    }

    static Response response(Reply reply) {
        var response =
                Response.status(reply.status()).type(reply.contentType()).entity(reply.body());
        reply.headers().forEach(response::header);
        return response.build();
    }
}
