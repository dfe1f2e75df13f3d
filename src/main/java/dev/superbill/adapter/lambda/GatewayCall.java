package dev.superbill.adapter.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Door;
import dev.superbill.audit.Actor;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the call out of a gateway's event.
final class GatewayCall {
    /// No valid UTF-8, so that the interface refuses it as such.
    private static final byte[] NOT_UTF_8 = {(byte) 0xFF};

    private GatewayCall() {}

    /// The call of a REST API event; empty where the event contradicts itself.
    ///
    /// @throws dev.superbill.adapter.wire.ProblemException if the caller's claims name no tenant
    static Optional<Call> ofRestApi(JsonNode event, Callers callers) {
        var claims = event.path("requestContext").path("authorizer").path("claims");
        return call(
                callers.of(claims),
                event.path("httpMethod").asText(),
                event.path("path").asText(),
                restQuery(event),
                event);
    }

    /// The call of an HTTP API or Function URL event; empty where the event contradicts itself.
    ///
    /// @throws dev.superbill.adapter.wire.ProblemException if the caller's claims name no tenant
    static Optional<Call> ofHttpApi(JsonNode event, Callers callers) {
        var actor =
                callers.of(
                        event.path("requestContext").path("authorizer").path("jwt").path("claims"));
        var context = event.path("requestContext");
        var path = event.path("rawPath").asText("/");
        var stage = "/" + context.path("stage").asText("$default");
        if (!stage.equals("/$default") && path.startsWith(stage + "/")) {
            path = path.substring(stage.length());
        }
        try {
            return call(
                    actor,
                    context.path("http").path("method").asText(),
                    decode(path.replace("+", "%2B")),
                    rawQuery(event.path("rawQueryString").asText("")),
                    event);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Call> call(
            Actor actor,
            String method,
            String path,
            Map<String, List<String>> query,
            JsonNode event) {
        try {
            return Optional.of(
                    new Call(actor, Door.LAMBDA, method, path, query, headers(event), body(event)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Map<String, String> headers(JsonNode event) {
        var headers = new HashMap<String, String>();
        event.path("multiValueHeaders")
                .properties()
                .forEach(header ->
                        headers.put(header.getKey(), header.getValue().path(0).asText("")));
        event.path("headers")
                .properties()
                .forEach(header -> headers.put(header.getKey(), header.getValue().asText("")));
        return headers;
    }

    private static Map<String, List<String>> restQuery(JsonNode event) {
        var query = new HashMap<String, List<String>>();
        event.path("queryStringParameters")
                .properties()
                .forEach(parameter ->
                        query.put(parameter.getKey(), List.of(parameter.getValue().asText(""))));
        event.path("multiValueQueryStringParameters")
                .properties()
                .forEach(parameter -> {
                    var values = new ArrayList<String>();
                    parameter.getValue().forEach(value -> values.add(value.asText("")));
                    query.put(parameter.getKey(), values);
                });
        return query;
    }

    private static Map<String, List<String>> rawQuery(String raw) {
        var query = new HashMap<String, List<String>>();
        for (var pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                var name = decode(equals < 0 ? pair : pair.substring(0, equals));
                var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                query.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
        return query;
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    /// The body's bytes.
    ///
    /// @throws IllegalArgumentException if it says that it is in base 64 and is not
    private static byte[] body(JsonNode event) {
        var body = event.path("body").asText("");
        if (event.path("isBase64Encoded").asBoolean()) {
            return Base64.getDecoder().decode(body);
        }
        return utf8(body);
    }

    /// The text in UTF-8, which a surrogate without its pair does not have.
    static byte[] utf8(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            var exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException _) {
            return NOT_UTF_8.clone();
        }
    }
}
