package dev.superbill.adapter.store.official;

import java.io.Serial;

/// A file as a whole cannot be trusted.
final class RefusedFileException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final long line;

    RefusedFileException(String what) {
        this(0, what);
    }

    RefusedFileException(long line, String what) {
        super(what, null, false, false);
        this.line = line;
    }

    /// Where; 0 where it is the whole file.
    long line() {
        return line;
    }
}
