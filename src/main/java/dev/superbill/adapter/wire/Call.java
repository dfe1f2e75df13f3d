package dev.superbill.adapter.wire;

import dev.superbill.adapter.wire.Problem.Kind;
import dev.superbill.audit.Actor;
import dev.superbill.audit.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One call of the interface, whatever door it came through.
public final class Call {
    private final Actor actor;
    private final Door door;
    private final String method;
    private final String path;
    private final Map<String, List<String>> query;
    private final Map<String, String> headers;
    private final byte[] body;

    /// @param actor who asks
    /// @param door where it came in
    /// @param method the HTTP method
    /// @param path the path, decoded, without query
    /// @param query the decoded query parameters
    /// @param headers the headers, under any casing
    /// @param body the body; a door need not read more than [Api#MAX_BODY] bytes and one
    public Call(
            Actor actor,
            Door door,
            String method,
            String path,
            Map<String, List<String>> query,
            Map<String, String> headers,
            byte[] body) {
        this.actor = actor;
        this.door = door;
        this.method = method.toUpperCase(Locale.ROOT);
        this.path = path;
        this.query = Map.copyOf(query);
        this.headers =
                headers.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        header -> header.getKey().toLowerCase(Locale.ROOT),
                                        Map.Entry::getValue,
                                        (first, _) -> first));
        this.body = body.clone();
    }

    /// A call that asks for suggestions.
    public static Call suggestions(Actor actor, Door door, byte[] body) {
        return new Call(actor, door, "POST", Api.SUGGESTIONS, Map.of(), Map.of(), body);
    }

    /// A call that has a claim checked.
    public static Call claim(Actor actor, Door door, byte[] body) {
        return new Call(actor, door, "POST", Api.CLAIMS, Map.of(), Map.of(), body);
    }

    /// A call that has a recorded answer given again.
    public static Call replay(Actor actor, Door door, byte[] body) {
        return new Call(actor, door, "POST", Api.AUDIT + "replay", Map.of(), Map.of(), body);
    }

    /// A call that reads.
    public static Call get(Actor actor, Door door, String path, Map<String, List<String>> query) {
        return new Call(actor, door, "GET", path, query, Map.of(), new byte[0]);
    }

    /// Who asks.
    public Actor actor() {
        return actor;
    }

    /// Where it came in.
    public Door door() {
        return door;
    }

    /// The HTTP method, in capitals.
    public String method() {
        return method;
    }

    /// The path.
    public String path() {
        return path;
    }

    /// The parameters of the query.
    public Map<String, List<String>> query() {
        return query;
    }

    /// The values of a parameter of the query.
    public List<String> query(String name) {
        return query.getOrDefault(name, List.of());
    }

    /// The value of a header, whose name is given in lower case.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// The body.
    public byte[] body() {
        return body.clone();
    }

    Call withoutLastSlash() {
        return path.length() > 1 && path.endsWith("/")
                ? new Call(
                        actor,
                        door,
                        method,
                        path.substring(0, path.length() - 1),
                        query,
                        headers,
                        body)
                : this;
    }

    /// Refuses the call unless it reads and the caller may.
    ///
    /// @param roles the caller has one of them
    /// @throws ProblemException if not
    public void requireReading(Role... roles) {
        requireMethod("GET");
        requireAcceptable();
        requireRole(roles);
    }

    /// Refuses the call unless it sends JSON and the caller may.
    ///
    /// @param roles the caller has one of them
    /// @throws ProblemException if not
    public void requireSending(Role... roles) {
        requireMethod("POST");
        requireAcceptable();
        var type = header("content-type");
        if (type.isPresent() && !MediaRanges.json(type.get())) {
            throw new ProblemException(Kind.MEDIA_TYPE.saying(Api.SEND_JSON));
        }
        requireRole(roles);
        if (body.length > Api.MAX_BODY) {
            throw new ProblemException(Kind.TOO_LARGE.saying(Api.TOO_MANY_BYTES));
        }
    }

    /// Refuses the call unless it has a method.
    ///
    /// @throws ProblemException if not
    public void requireMethod(String wanted) {
        if (!method.equals(wanted)) {
            throw new ProblemException(Kind.METHOD.saying("The path takes " + wanted + " only."));
        }
    }

    private void requireAcceptable() {
        var accept = header("accept");
        if (accept.isPresent() && !MediaRanges.accept(accept.get())) {
            throw new ProblemException(Kind.NOT_ACCEPTABLE.saying(Api.ONLY_JSON));
        }
    }

    private void requireRole(Role... roles) {
        if (!actor.hasAny(roles)) {
            throw new ProblemException(
                    Kind.FORBIDDEN.saying(
                            "The path takes callers with one of the roles "
                                    + Arrays.stream(roles)
                                            .map(Role::label)
                                            .collect(Collectors.joining(", "))
                                    + "."));
        }
    }

    @Override
    public String toString() {
        return "Call[" + door + ", " + body.length + " bytes]";
    }
}
