package dev.superbill.decision;

import java.util.List;
import java.util.Locale;

/// Where the whole answer goes.
public record Routing(Outcome outcome, List<String> reasons) {
    /// Where an answer can go.
    public enum Outcome {
        /// Every line may be billed after sign-off.
        AUTO,
        /// A coder must look.
        REVIEW,
        /// The author must add documentation.
        QUERY;

        /// The name that the interface uses.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Copies.
    public Routing {
        reasons = List.copyOf(reasons);
    }
}
