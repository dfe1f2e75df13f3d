package dev.superbill.adapter.wire;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One call of the interface, whatever door it came through.
public final class Call {
    private final Door door;
    private final String method;
    private final String path;
    private final Map<String, List<String>> query;
    private final Map<String, String> headers;
    private final byte[] body;

    /// @param door where it came in
    /// @param method the HTTP method
    /// @param path the path, decoded, without query
    /// @param query the decoded query parameters
    /// @param headers the headers, under any casing
    /// @param body the body; a door need not read more than [Api#MAX_BODY] bytes and one
    public Call(
            Door door,
            String method,
            String path,
            Map<String, List<String>> query,
            Map<String, String> headers,
            byte[] body) {
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
    public static Call suggestions(Door door, byte[] body) {
        return new Call(door, "POST", Api.SUGGESTIONS, Map.of(), Map.of(), body);
    }

    /// A call that has a claim checked.
    public static Call claim(Door door, byte[] body) {
        return new Call(door, "POST", Api.CLAIMS, Map.of(), Map.of(), body);
    }

    /// A call that reads.
    public static Call get(Door door, String path, Map<String, List<String>> query) {
        return new Call(door, "GET", path, query, Map.of(), new byte[0]);
    }

    Door door() {
        return door;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    List<String> query(String name) {
        return query.getOrDefault(name, List.of());
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return "Call[" + door + ", " + body.length + " bytes]";
    }
}
