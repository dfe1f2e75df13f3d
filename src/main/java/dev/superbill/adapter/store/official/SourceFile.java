package dev.superbill.adapter.store.official;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/// A file, or a member of an archive.
///
/// @param container where it lies: its folder and, within archives, theirs
/// @param name its own name, without `.gz`
/// @param label what it is called towards the operator
/// @param size its length in bytes, as it lies
/// @param argument what named it, or what it was found in
/// @param standing whether the argument named it
record SourceFile(
        String container,
        String name,
        String label,
        long size,
        SourceArgument argument,
        Standing standing,
        Opener opener) {
    /// How it came to be read.
    enum Standing {
        NAMED,
        FOUND
    }

    /// Opens the bytes of a file.
    interface Opener {
        /// The bytes, from the first.
        InputStream open() throws IOException;
    }

    /// The ending of the name in lower case, such as `csv`; empty where there is none.
    String ending() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /// The name without its ending, in lower case.
    String stem() {
        int dot = name.lastIndexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
    }
}
