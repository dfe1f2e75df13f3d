package dev.superbill.adapter.store.official;

import java.io.Serial;

/// A row cannot be read. It has no stack trace: a file may have thousands.
final class BadRowException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private static final int MOST_QUOTED = 24;

    BadRowException(String what) {
        super(what, null, false, false);
    }

    /// A value that is not what its column holds.
    static BadRowException of(String value, String what) {
        return new BadRowException(quoted(value) + " " + what);
    }

    /// A value in quotes, cut where it is long.
    static String quoted(String value) {
        var cut = value.length() <= MOST_QUOTED ? value : value.substring(0, MOST_QUOTED) + "…";
        return "\"" + cut + "\"";
    }
}
