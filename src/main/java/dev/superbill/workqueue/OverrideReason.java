package dev.superbill.workqueue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why a person changed, rejected or added a line.
public enum OverrideReason {
    /// The note does not document it.
    NOT_DOCUMENTED("The note does not document it"),
    /// It was planned, denied, historical or somebody else's.
    NOT_PERFORMED("Planned, denied, historical or somebody else's"),
    /// Another code says it more exactly.
    MORE_SPECIFIC("Another code says it more exactly"),
    /// The level of the visit is another.
    LEVEL("The level of the visit is another"),
    /// The units are others.
    UNITS("The units are others"),
    /// The modifiers are others.
    MODIFIERS("The modifiers are others"),
    /// Another line includes it.
    BUNDLED("Another line includes it"),
    /// The payer wants it otherwise.
    PAYER_POLICY("The payer wants it otherwise"),
    /// It is on the claim already.
    DUPLICATE("It is on the claim already"),
    /// The note documents it and no line told it.
    MISSED("The note documents it and no line told it"),
    /// None of these.
    OTHER("Something else");

    private final String description;

    OverrideReason(String description) {
        this.description = description;
    }

    /// The name that the interface uses, such as `not-documented`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The reason in words.
    public String description() {
        return description;
    }

    /// The reason of a name.
    public static Optional<OverrideReason> labelled(String label) {
        return Arrays.stream(values()).filter(reason -> reason.label().equals(label)).findFirst();
    }
}
