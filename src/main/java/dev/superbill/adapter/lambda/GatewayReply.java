package dev.superbill.adapter.lambda;

import dev.superbill.adapter.wire.Reply;
import java.util.Map;
import java.util.TreeMap;

/// A reply in the form that both versions of a gateway's events are answered in.
///
/// @param statusCode the HTTP status
/// @param headers one value each
/// @param body the JSON as text
/// @param isBase64Encoded never
public record GatewayReply(
        int statusCode, Map<String, String> headers, String body, boolean isBase64Encoded) {
    static GatewayReply of(Reply reply) {
        var headers = new TreeMap<>(reply.headers());
        headers.put("Content-Type", reply.contentType());
        return new GatewayReply(reply.status(), headers, reply.text(), false);
    }

    @Override
    public String toString() {
        return "GatewayReply[" + statusCode + "]";
    }
}
