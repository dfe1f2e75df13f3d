package dev.superbill.codeset;

import dev.superbill.code.Code;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Everything loaded that is known of codes: the table, the edits, and the editions they come from.
public final class CodeSets {
    /// What is known of a code, whenever it is or was active.
    public Optional<CodeEntry> find(Code code) {
        return Optional.empty();
    }

    /// What is known of a code that is active on the service date.
    public Optional<CodeEntry> find(Code code, LocalDate serviceDate) {
        return find(code).filter(entry -> entry.activeOn(serviceDate));
    }

    /// The editions loaded.
    public List<CodeSetRelease> releases() {
        return List.of();
    }
}
