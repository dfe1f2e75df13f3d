package dev.superbill.adapter.wire.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.superbill.audit.Actor;
import dev.superbill.audit.Role;
import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseLine;
import dev.superbill.workqueue.CodingCase;
import dev.superbill.workqueue.OverrideReason;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A case as the queue shows it.
///
/// @param answerId the answer
/// @param time when the note was answered
/// @param user who asked
/// @param status open, queried or signed
/// @param outcome where the answer went
/// @param reasons why
/// @param visibility hidden where the coders of a pilot do not see suggestions
/// @param serviceDate the date of service
/// @param payer the payer, empty where not told
/// @param specialty the specialty told, or the likeliest
/// @param department the department, empty where not told
/// @param placeOfService the place of service, empty where not told
/// @param noteType the likeliest type of note
/// @param confidence the lowest of the suggested lines, 0 to 1; left out where there is no line
/// @param lines the lines and what became of each; those that a pilot hides are left out
/// @param activeSeconds how long people worked on it, in seconds
/// @param lastChange when something happened to it last
/// @param denials how many denials were reported
@Schema(name = "Case", description = "An answer and what people did about it.")
public record CaseAnswer(
        String answerId,
        @Schema(format = "date-time") String time,
        String user,
        @Schema(enumeration = {"open", "queried", "signed"}) String status,
        String outcome,
        List<String> reasons,
        @Schema(enumeration = {"shown", "hidden"}) String visibility,
        @Schema(format = "date") String serviceDate,
        String payer,
        String specialty,
        String department,
        String placeOfService,
        String noteType,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double confidence,
        List<Line> lines,
        int activeSeconds,
        @Schema(format = "date-time") String lastChange,
        int denials) {
    /// Copies.
    public CaseAnswer {
        reasons = List.copyOf(reasons);
        lines = List.copyOf(lines);
    }

    /// A line of a case.
    ///
    /// @param system the system of the code that names the line
    /// @param code the code that names the line: the one suggested, or added
    /// @param state what became of it
    /// @param billed the line as it would be billed now
    /// @param reason why it was changed, rejected or added; left out of any other
    /// @param by who decided last, empty where nobody has
    @Schema(name = "CaseLine")
    public record Line(
            String system,
            String code,
            @Schema(enumeration = {"open", "accepted", "changed", "rejected", "added"})
                    String state,
            DecisionContent.Billed billed,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
            String by) {}

    static CaseAnswer of(CodingCase found, Actor actor) {
        var answer = found.answer();
        boolean hidden =
                answer.visibility() == Answer.Visibility.HIDDEN
                        && !actor.hasAny(Role.AUDITOR, Role.ADMIN);
        return new CaseAnswer(
                answer.id(),
                answer.time().toString(),
                answer.user(),
                found.status().label(),
                answer.outcome(),
                hidden ? List.of() : answer.reasons(),
                CaseRecords.label(answer.visibility()),
                answer.serviceDate().toString(),
                answer.payer(),
                answer.specialty(),
                answer.department(),
                answer.placeOfService(),
                answer.noteType(),
                confidence(found),
                found.lines().stream()
                        .filter(line -> !hidden || line.state() != CaseLine.State.OPEN)
                        .map(CaseAnswer::line)
                        .toList(),
                found.activeSeconds(),
                found.lastChange().toString(),
                found.denials().size());
    }

    static @Nullable Double confidence(CodingCase found) {
        var lowest = found.answer().lines().stream().mapToDouble(Answer.Line::confidence).min();
        return lowest.isPresent() ? lowest.getAsDouble() : null;
    }

    private static Line line(CaseLine line) {
        var chosen = line.chosen();
        return new Line(
                line.line().system().label(),
                line.line().value(),
                line.state().label(),
                new DecisionContent.Billed(
                        chosen.code().system().label(),
                        chosen.code().value(),
                        chosen.units(),
                        chosen.modifiers()),
                line.reason().stream().map(OverrideReason::label).findFirst().orElse(null),
                line.by());
    }
}
