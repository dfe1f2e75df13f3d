package dev.superbill.codeset;

import dev.superbill.code.Code;
import java.util.List;

/// A service that is reported whole or by its parts.
///
/// @param wholes the codes of the whole service
/// @param parts the codes of its parts
/// @param source what says so
public record WholeService(List<Code> wholes, List<Code> parts, String source) {
    /// Checks and copies.
    public WholeService {
        if (parts.stream().anyMatch(wholes::contains)) {
            throw new IllegalArgumentException("a part is not the whole");
        }
        wholes = List.copyOf(wholes);
        parts = List.copyOf(parts);
    }
}
