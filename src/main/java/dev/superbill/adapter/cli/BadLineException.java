package dev.superbill.adapter.cli;

import java.io.Serial;

/// A file that was given cannot be used. It never says what stands in it.
final class BadLineException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final String where;
    private final String what;

    private BadLineException(String where, String what) {
        super(where + ": " + what);
        this.where = where;
        this.what = what;
    }

    static BadLineException in(String file, String what) {
        return new BadLineException(file, what);
    }

    static BadLineException at(String file, long line, String what) {
        return new BadLineException(file + ":" + line, what);
    }

    /// The file and its line.
    String where() {
        return where;
    }

    /// What is wrong there.
    String what() {
        return what;
    }
}
