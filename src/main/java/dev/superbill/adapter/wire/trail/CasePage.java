package dev.superbill.adapter.wire.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of the queue.
///
/// @param cases oldest answer first
/// @param next the cursor of the next page, left out of the last
@Schema(description = "A page of cases.")
public record CasePage(
        List<CaseAnswer> cases, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {
    /// Copies.
    public CasePage {
        cases = List.copyOf(cases);
    }
}
