package dev.superbill.code;

import java.util.Arrays;
import java.util.Optional;

/// The three code systems that a United States claim draws on.
public enum CodeSystem {
    /// Current Procedural Terminology, HCPCS Level I.
    CPT("CPT"),
    /// HCPCS Level II.
    HCPCS("HCPCS"),
    /// International Classification of Diseases, tenth revision, clinical modification.
    ICD_10_CM("ICD-10-CM");

    private final String label;

    CodeSystem(String label) {
        this.label = label;
    }

    /// The name that the interface uses, such as `ICD-10-CM`.
    public String label() {
        return label;
    }

    /// The system with the given label, ignoring case.
    public static Optional<CodeSystem> labelled(String label) {
        return Arrays.stream(values())
                .filter(system -> system.label.equalsIgnoreCase(label))
                .findFirst();
    }
}
