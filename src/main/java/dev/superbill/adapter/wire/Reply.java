package dev.superbill.adapter.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.superbill.adapter.wire.Problem.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The answer to a call: a status, headers and UTF-8 JSON.
public final class Reply {
    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String RETRY_SECONDS = "5";
    private static final int FIRST_ERROR = 400;
    private static final int FIRST_FAILURE = 500;

    private final int status;
    private final String contentType;
    private final Map<String, String> headers;
    private final byte[] body;

    Reply(int status, String contentType, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /// An answer.
    ///
    /// @param status the HTTP status
    /// @param answer what is written as JSON
    public static Reply of(int status, Object answer) {
        return ofJson(status, Json.write(answer));
    }

    /// An answer that is written already.
    ///
    /// @param status the HTTP status
    /// @param json the answer as JSON in UTF-8
    public static Reply ofJson(int status, byte[] json) {
        return new Reply(status, JSON, Map.of(), json);
    }

    /// A problem.
    public static Reply of(Problem problem) {
        var headers =
                problem.status() == Kind.UNAVAILABLE.status()
                        ? Map.of("Retry-After", RETRY_SECONDS)
                        : Map.<String, String>of();
        return new Reply(problem.status(), PROBLEM_JSON, headers, Json.write(problem));
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// Whether this is an answer and no problem.
    public boolean successful() {
        return status < FIRST_ERROR;
    }

    /// Whether the fault is on this side, so that the same call may succeed later.
    public boolean failed() {
        return status >= FIRST_FAILURE;
    }

    /// `application/json` or `application/problem+json`.
    public String contentType() {
        return contentType;
    }

    /// Headers besides the content type.
    public Map<String, String> headers() {
        return headers;
    }

    /// The bytes to send.
    public byte[] body() {
        return body.clone();
    }

    /// The bytes to send, as text.
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// The body as the value that it was written from.
    public <T> T read(Class<T> type) {
        try {
            return Json.read(text(), type);
        } catch (JsonProcessingException _) {
            throw new IllegalStateException("the reply is no " + type.getSimpleName());
        }
    }

    @Override
    public String toString() {
        return "Reply[" + status + ", " + body.length + " bytes]";
    }
}
