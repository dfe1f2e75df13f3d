package dev.superbill.adapter.wire.trail;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whether a recorded answer is given again.
///
/// @param answerId the answer
/// @param outcome same, where every byte but the id and the timing is; else different
/// @param recordedSha256 the hash of the answer as recorded
/// @param sha256 the hash of the answer as given now
/// @param differences what differs, releases first; at most 100
@Schema(name = "Replay", description = "Whether a recorded answer is given again.")
public record ReplayAnswer(
        String answerId,
        @Schema(enumeration = {"same", "different"}) String outcome,
        String recordedSha256,
        String sha256,
        List<Difference> differences) {
    /// The outcome of an answer that is given again.
    public static final String SAME = "same";

    /// The outcome of an answer that is not.
    public static final String DIFFERENT = "different";

    /// Copies.
    public ReplayAnswer {
        differences = List.copyOf(differences);
    }

    /// Something that differs.
    ///
    /// @param pointer where in the answer (RFC 6901)
    /// @param recorded what was answered, as JSON; `null` where nothing stood there
    /// @param now what is answered now, as JSON; `null` where nothing stands there
    @Schema(name = "ReplayDifference")
    public record Difference(String pointer, @Nullable String recorded, @Nullable String now) {}
}
