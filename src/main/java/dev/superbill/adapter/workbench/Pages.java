package dev.superbill.adapter.workbench;

import dev.superbill.adapter.wire.Build;
import dev.superbill.adapter.wire.Caller;
import dev.superbill.adapter.wire.ProblemException;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/// Sends pages: never kept by a cache, and with a policy that lets a page load nothing but what
/// this server has.
@Singleton
class Pages {
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private final Caller caller;
    private final String version;

    Pages(Caller caller, Build build) {
        this.caller = caller;
        this.version = build.version();
    }

    Shell shell(String current) {
        return new Shell(current, caller.actor().user(), version);
    }

    Response page(TemplateInstance page) {
        return page(200, page);
    }

    Response page(int status, TemplateInstance page) {
        return headed(Response.status(status))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(page.render())
                .build();
    }

    /// A file for somebody to keep.
    Response file(String type, String name, String content) {
        return headed(Response.ok())
                .type(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .entity(content)
                .build();
    }

    Response seeOther(String path) {
        return headed(Response.seeOther(URI.create(path))).build();
    }

    static Response.ResponseBuilder headed(Response.ResponseBuilder response) {
        return response.header("Cache-Control", "no-store")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff");
    }

    /// Answers a call, and says on a page what is wrong with it.
    Response answer(HttpHeaders headers, Supplier<Response> work) {
        try {
            return work.get();
        } catch (CodingException e) {
            return failed(
                    headers,
                    status(e.fault()),
                    title(e.fault()),
                    Objects.toString(e.getMessage(), ""));
        } catch (ProblemException e) {
            return failed(headers, e.problem().status(), e.problem().title(), e.problem().detail());
        }
    }

    /// A part of a page where a script asked for one, else a page.
    private Response failed(HttpHeaders headers, int status, String title, String detail) {
        if (swaps(headers)) {
            return page(status, Templates.problem(detail.isEmpty() ? title : detail));
        }
        return page(status, Templates.failed(shell(""), status, title, detail));
    }

    /// Whether a script will put the answer into the page.
    static boolean swaps(HttpHeaders headers) {
        return "true".equals(headers.getHeaderString("HX-Request"));
    }

    static int status(Fault fault) {
        return switch (fault) {
            case INVALID_REQUEST -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND, UNKNOWN_CODE -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case NO_EDITION, KEY_REUSED -> 422;
            case CLASSIFIER_UNAVAILABLE, STORE_UNAVAILABLE -> 503;
        };
    }

    private static String title(Fault fault) {
        return switch (fault) {
            case NOT_FOUND -> "There is no such case";
            case FORBIDDEN -> "You may not do this";
            case CONFLICT -> "The case does not take this";
            case STORE_UNAVAILABLE -> "The store cannot be reached";
            case INVALID_REQUEST,
                    TOO_LARGE,
                    UNKNOWN_CODE,
                    NO_EDITION,
                    KEY_REUSED,
                    CLASSIFIER_UNAVAILABLE ->
                    fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
