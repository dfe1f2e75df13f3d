package dev.superbill.adapter.djl;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The forms in which a model's weights are kept.
public enum Precision {
    /// Linear layers in eight bits: half the time, and probabilities within 0.02 of the other's.
    INT8("-int8"),
    /// As trained.
    FLOAT("");

    private final String suffix;

    Precision(String suffix) {
        this.suffix = suffix;
    }

    /// The precision with the given name, whatever its case.
    public static Optional<Precision> named(String name) {
        return Arrays.stream(values())
                .filter(precision -> precision.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /// The name of a model's files of this precision, without their ending.
    String name(String model) {
        return model + suffix;
    }
}
