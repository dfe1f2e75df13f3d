package dev.superbill.adapter.store.official;

import java.io.Serial;

/// What looked like a row is none: a heading, a note at the end.
final class SkippedRowException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    SkippedRowException() {
        super("", null, false, false);
    }
}
