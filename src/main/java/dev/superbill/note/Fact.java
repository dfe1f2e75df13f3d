package dev.superbill.note;

import java.util.Optional;

/// A fact of the encounter that may not have been told. What is unknown stays unknown: a rule that
/// needs it says so.
public sealed interface Fact<T> {
    /// A fact that was told.
    record Known<T>(T value) implements Fact<T> {}

    /// A fact that was not told.
    record Unknown<T>() implements Fact<T> {}

    /// A told fact.
    static <T> Fact<T> known(T value) {
        return new Known<>(value);
    }

    /// An untold fact.
    static <T> Fact<T> unknown() {
        return new Unknown<>();
    }

    /// The value, where it was told.
    default Optional<T> told() {
        return switch (this) {
            case Known<T>(var value) -> Optional.of(value);
            case Unknown<T> _ -> Optional.empty();
        };
    }
}
