package dev.superbill.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody may do.
public enum Role {
    /// Codes notes, decides on lines, signs.
    CODER,
    /// Reads the trail and the figures, changes nothing but legal holds.
    AUDITOR,
    /// Everything, policies and retention included.
    ADMIN,
    /// A program that sends notes and denials.
    SERVICE;

    /// The name that tokens and settings use, such as `coder`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role of a name.
    public static Optional<Role> labelled(String label) {
        return Arrays.stream(values()).filter(role -> role.label().equals(label)).findFirst();
    }
}
