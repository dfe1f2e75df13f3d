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
/// @param evidence the words that show the family and the elements
/// @param considered the codes of the family's other levels and of the next family, likeliest first
/// @param confidence the probability that a coder gives the code
public record EvaluationAndManagement(
        VisitFamily family,
        Fact<Code> level,
        Fact<Mdm> mdm,
        Fact<StatedTime> time,
        List<Evidence> evidence,
        List<Code> considered,
        double confidence) {
    /// Copies, and checks the confidence.
    public EvaluationAndManagement {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is outside 0..1");
        }
        evidence = List.copyOf(evidence);
        considered = List.copyOf(considered);
    }

    /// The answer for a note that is no visit.
    public static EvaluationAndManagement none() {
        return new EvaluationAndManagement(
                VisitFamily.NONE,
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                List.of(),
                List.of(),
                0);
    }
}
