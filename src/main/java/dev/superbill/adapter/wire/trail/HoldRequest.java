package dev.superbill.adapter.wire.trail;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/audit/holds`, as sent.
///
/// @param answerId the answer that is held
/// @param action hold or release
/// @param reason the matter it is for, without anything of the note
@Schema(description = "A legal hold, or its end.")
public record HoldRequest(
        @NotNull(message = "is required")
                @Size(min = 1, max = 64, message = "is not 1 to 64 characters")
                String answerId,
        @Nullable
                @Pattern(regexp = "hold|release", message = "is neither hold nor release")
                @Schema(
                        enumeration = {"hold", "release"},
                        defaultValue = "hold")
                String action,
        @Nullable @Size(max = 200, message = "is longer than 200 characters") String reason) {}
