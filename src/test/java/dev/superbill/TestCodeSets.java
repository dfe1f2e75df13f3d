package dev.superbill;

import dev.superbill.codeset.CodeSets;

/// Code sets for tests that are not about codes.
public final class TestCodeSets {
    private TestCodeSets() {}

    /// Code sets without a code.
    public static CodeSets empty() {
        return new CodeSets();
    }
}
