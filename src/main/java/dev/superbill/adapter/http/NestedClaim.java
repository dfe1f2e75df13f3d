package dev.superbill.adapter.http;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// A claim within claims, such as `realm_access/roles`.
final class NestedClaim {
    private NestedClaim() {}

    /// Its value as text; `null` where it is not there.
    static @Nullable String of(JsonWebToken token, String path) {
        var names = path.split("/", -1);
        Object claim = token.getClaim(names[0]);
        JsonValue value = claim instanceof JsonValue json ? json : null;
        for (int i = 1; i < names.length; i++) {
            if (!(value instanceof JsonObject object)) {
                return null;
            }
            value = object.get(names[i]);
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        return value == null ? null : value.toString();
    }
}
