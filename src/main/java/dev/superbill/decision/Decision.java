package dev.superbill.decision;

import dev.superbill.rule.Finding;
import java.util.List;

/// What becomes of a line.
public sealed interface Decision {
    /// Good enough to bill after sign-off.
    record Suggest() implements Decision {}

    /// A person must look.
    ///
    /// @param because why, at least one
    record Review(List<Finding> because) implements Decision {
        /// Copies, and checks that there is a reason.
        public Review {
            if (because.isEmpty()) {
                throw new IllegalArgumentException("a review has a reason");
            }
            because = List.copyOf(because);
        }
    }

    /// Documented, but a finding blocks it.
    record Withhold(Finding because) implements Decision {}

    /// The name that the interface uses.
    default String label() {
        return switch (this) {
            case Suggest _ -> "suggest";
            case Review _ -> "review";
            case Withhold _ -> "withhold";
        };
    }
}
