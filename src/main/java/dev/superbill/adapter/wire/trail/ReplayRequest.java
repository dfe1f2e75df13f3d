package dev.superbill.adapter.wire.trail;

import dev.superbill.adapter.wire.SuggestionRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The body of `POST /v1/audit/replay`, as sent.
///
/// @param answerId the answer to give again
/// @param note the note that was answered
@Schema(description = "A recorded answer, and the note to give it again for.")
public record ReplayRequest(
        @NotNull(message = "is required")
                @Size(min = 1, max = 64, message = "is not 1 to 64 characters")
                String answerId,
        @NotNull(message = "is required") @Valid SuggestionRequest.Note note) {}
