package dev.superbill.visit;

import dev.superbill.code.Code;
import dev.superbill.mention.Evidence;
import dev.superbill.note.Fact;
import java.util.List;

/// The evaluation and management service that the note supports.
///
/// @param family the family, `NONE` where the note is no visit
/// @param level the code that either path supports
/// @param mdm the three elements, where the family is levelled by them
/// @param time the time found
/// @param evidence the words that show the family
/// @param otherLevels the codes of the family's other levels, which the note does not support
public record EvaluationAndManagement(
        VisitFamily family,
        Fact<Code> level,
        Fact<Mdm> mdm,
        Fact<StatedTime> time,
        List<Evidence> evidence,
        List<Code> otherLevels) {
    /// Copies.
    public EvaluationAndManagement {
        evidence = List.copyOf(evidence);
        otherLevels = List.copyOf(otherLevels);
    }

    /// The answer for a note that is no visit.
    public static EvaluationAndManagement none() {
        return new EvaluationAndManagement(
                VisitFamily.NONE,
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                List.of(),
                List.of());
    }
}
