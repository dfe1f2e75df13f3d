package dev.superbill;

import dev.superbill.code.CodeSystem;
import java.util.Set;

/// What a caller asks of one run.
///
/// @param systems the code systems wanted
/// @param maxLines the most lines answered, 1 to 100; further ones are dropped with a finding
/// @param classification whether the classifier may run
public record CodingOptions(Set<CodeSystem> systems, int maxLines, Classification classification) {
    /// Whether the classifier runs.
    public enum Classification {
        DEFAULT,
        NONE
    }

    /// Checks and copies.
    public CodingOptions {
        if (maxLines < 1 || maxLines > 100) {
            throw new IllegalArgumentException("maxLines is outside 1..100");
        }
        systems = Set.copyOf(systems);
    }

    /// The options of a request that names none.
    public static CodingOptions defaults() {
        return new CodingOptions(Set.of(CodeSystem.values()), 20, Classification.DEFAULT);
    }
}
