package dev.superbill.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a record of the trail tells.
public enum RecordKind {
    /// What was answered to a note.
    ANSWER,
    /// What a person decided about an answer.
    DECISION,
    /// What a payer denied.
    DENIAL,
    /// A legal hold on an answer: nothing about it is erased.
    HOLD,
    /// The end of a legal hold.
    RELEASE,
    /// The erasure of contents whose retention ran out.
    ERASURE,
    /// A policy that an operator approved.
    POLICY;

    /// The name that the interface and stores use, such as `answer`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether retention may erase the content of such a record.
    public boolean erasable() {
        return switch (this) {
            case ANSWER, DECISION, DENIAL -> true;
            case HOLD, RELEASE, ERASURE, POLICY -> false;
        };
    }

    /// The kind of a name.
    public static Optional<RecordKind> labelled(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }
}
