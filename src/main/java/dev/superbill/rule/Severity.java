package dev.superbill.rule;

import java.util.Locale;

/// How much a finding weighs, lightest first.
public enum Severity {
    /// Worth knowing.
    INFO,
    /// A person must look.
    WARN,
    /// The line cannot be billed as it stands.
    BLOCK;

    /// The name that the interface uses.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
