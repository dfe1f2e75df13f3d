package dev.superbill.adapter.wire.trail;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// The places of a query's pages: each is written with a fingerprint of the query, so that one of
/// another query is refused.
///
/// @param query everything that picks what the pages hold, the tenant too
record Cursor(String query) {
    private static final int LONGEST = 24;

    static Cursor of(String... query) {
        return new Cursor(String.join("\n", query));
    }

    /// The cursor of the page after a place.
    String at(long place) {
        var bytes = ByteBuffer.allocate(Long.BYTES + Long.BYTES);
        bytes.putLong(place).putLong(fingerprint(place));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    Optional<Long> place(String cursor) {
        if (cursor.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            long place = bytes.getLong();
            return place > 0 && bytes.getLong() == fingerprint(place)
                    ? Optional.of(place)
                    : Optional.empty();
        } catch (BufferUnderflowException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private long fingerprint(long place) {
        var digits =
                CaseRecords.sha256((place + "\n" + query).getBytes(StandardCharsets.UTF_8))
                        .substring(0, 2 * Long.BYTES);
        return Long.parseUnsignedLong(digits, 16);
    }
}
