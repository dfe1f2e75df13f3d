package dev.superbill.adapter.wire.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of decisions.
///
/// @param decisions in the order of the trail; may be empty though more pages follow
/// @param next the cursor of the next page, left out of the last
@Schema(description = "A page of decisions.")
public record DecisionPage(
        List<DecisionAnswer> decisions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {
    /// Copies.
    public DecisionPage {
        decisions = List.copyOf(decisions);
    }
}
