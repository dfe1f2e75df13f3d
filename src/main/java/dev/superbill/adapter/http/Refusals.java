package dev.superbill.adapter.http;

import dev.superbill.adapter.wire.Api;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Says as problems what the HTTP framework refuses by itself, and what fails in it.
public class Refusals {
    /// A path, a method or a media type that no resource takes.
    @ServerExceptionMapper
    public Response refused(WebApplicationException refusal) {
        return HttpCalls.response(Api.refused(refusal.getResponse().getStatus()));
    }

    /// A bug in the door.
    @ServerExceptionMapper
    public Response failed(Throwable bug) {
        return HttpCalls.response(Api.failed(bug));
    }
}
