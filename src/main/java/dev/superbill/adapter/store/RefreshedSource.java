package dev.superbill.adapter.store;

import dev.superbill.codeset.CodeSetSource;

/// Code sets kept where others put new ones.
public interface RefreshedSource extends CodeSetSource {
    /// Looks again at where they are kept. Where what is there cannot be used, what was loaded
    /// keeps serving, and the log says why.
    void refresh();
}
