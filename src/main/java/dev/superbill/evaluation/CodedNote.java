package dev.superbill.evaluation;

import java.util.List;
import java.util.Set;

/// What was answered for a note.
///
/// @param outcome whether there is an answer, and where it went
/// @param noteType the likeliest type; empty where no classifier ran
/// @param visitFamily the visit family, `none` where the note is no visit
/// @param lines procedure lines, best first
/// @param diagnoses diagnoses
/// @param rejected the codes that were considered and never belonged on the claim
/// @param millis how long it took
public record CodedNote(
        Outcome outcome,
        String noteType,
        String visitFamily,
        List<Line> lines,
        List<Diagnosis> diagnoses,
        List<String> rejected,
        double millis) {
    /// Copies.
    public CodedNote {
        lines = List.copyOf(lines);
        diagnoses = List.copyOf(diagnoses);
        rejected = List.copyOf(rejected);
    }

    /// The answer to a note that was refused.
    public static CodedNote refused(double millis) {
        return new CodedNote(Outcome.REFUSED, "", "", List.of(), List.of(), List.of(), millis);
    }

    /// Where the answer went.
    public enum Outcome {
        AUTO,
        TO_A_PERSON,
        REFUSED
    }

    /// What was decided of a code.
    public enum Verdict {
        SUGGEST,
        REVIEW,
        WITHHOLD;

        boolean answered() {
            return this != WITHHOLD;
        }
    }

    /// A procedure line.
    ///
    /// @param code the code
    /// @param verdict what was decided
    /// @param confidence 0 to 1
    /// @param modifiers its modifiers
    /// @param evidence the words that support it
    public record Line(
            String code,
            Verdict verdict,
            double confidence,
            Set<String> modifiers,
            List<Words> evidence) {
        /// Copies.
        public Line {
            modifiers = Set.copyOf(modifiers);
            evidence = List.copyOf(evidence);
        }
    }

    /// A diagnosis.
    ///
    /// @param code the code
    /// @param verdict what was decided
    /// @param evidence the words that support it
    public record Diagnosis(String code, Verdict verdict, List<Words> evidence) {
        /// Copies.
        public Diagnosis {
            evidence = List.copyOf(evidence);
        }
    }

    /// Words of the note as they were answered: the range need not lie in the note.
    ///
    /// @param start the first UTF-16 unit
    /// @param end the unit after the last
    /// @param quote the words
    public record Words(int start, int end, String quote) {
        @Override
        public String toString() {
            return "Words[" + start + ", " + end + "]";
        }
    }
}
