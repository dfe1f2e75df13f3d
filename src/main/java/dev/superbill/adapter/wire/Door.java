package dev.superbill.adapter.wire;

import java.util.Locale;

/// The way a call came in.
public enum Door {
    HTTP,
    LAMBDA,
    SQS,
    CLI;

    /// The name that metrics use.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
