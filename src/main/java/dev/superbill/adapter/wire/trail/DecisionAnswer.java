package dev.superbill.adapter.wire.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.superbill.adapter.wire.Json;
import dev.superbill.audit.TrailRecord;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A recorded decision.
///
/// @param id names it
/// @param answerId the answer
/// @param sequence its place in the trail
/// @param hash its hash in the trail
/// @param time when it was made
/// @param user who made it
/// @param action accept, change, reject, add, query, reply, sign or undo
/// @param line the line that it is about
/// @param to the line as it shall be billed, of a change or an addition
/// @param reason why
/// @param evidence the words of the note that support an addition
/// @param rules the findings that a query asks about
/// @param undoes the decision taken back
/// @param activeSeconds how long the person worked on it, in seconds
/// @param state the case as this decision left it; left out of lists
@Schema(name = "Decision", description = "A recorded decision.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionAnswer(
        String id,
        String answerId,
        long sequence,
        String hash,
        @Schema(format = "date-time") String time,
        String user,
        String action,
        @Nullable CodeName line,
        DecisionContent.@Nullable Billed to,
        @Nullable String reason,
        @Nullable List<DecisionContent.Range> evidence,
        @Nullable List<String> rules,
        @Nullable String undoes,
        int activeSeconds,
        @Nullable CaseAnswer state) {
    /// Copies.
    public DecisionAnswer {
        evidence = evidence == null ? null : List.copyOf(evidence);
        rules = rules == null ? null : List.copyOf(rules);
    }

    static DecisionAnswer of(TrailRecord kept, @Nullable CaseAnswer state) {
        var record = kept.record();
        var content = Json.readContent(record.content(), DecisionContent.class);
        return new DecisionAnswer(
                record.id(),
                record.answerId(),
                kept.sequence(),
                kept.hash(),
                record.time().toString(),
                record.user(),
                content.action(),
                content.line(),
                content.to(),
                content.reason(),
                content.evidence(),
                content.rules(),
                content.undoes(),
                content.activeSeconds(),
                state);
    }
}
