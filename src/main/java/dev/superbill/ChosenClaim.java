package dev.superbill;

import dev.superbill.code.Code;
import dev.superbill.code.Modifier;
import dev.superbill.note.Encounter;
import dev.superbill.note.Fact;
import dev.superbill.note.Note;
import java.util.List;

/// A claim that a person chose, to be checked as it stands.
///
/// @param encounter the facts of the visit
/// @param note the note that should support it, if it was sent
/// @param lines procedures, in order of the claim
/// @param diagnoses diagnoses, in order of the claim
public record ChosenClaim(
        Encounter encounter, Fact<Note> note, List<Line> lines, List<Code.Icd10> diagnoses) {
    /// Copies.
    public ChosenClaim {
        lines = List.copyOf(lines);
        diagnoses = List.copyOf(diagnoses);
    }

    /// A procedure line.
    ///
    /// @param code a CPT or HCPCS code
    /// @param units units of service, at least 1
    /// @param modifiers its modifiers
    /// @param pointers the diagnoses it points to, from 1
    public record Line(Code code, int units, List<Modifier> modifiers, List<Integer> pointers) {
        /// Copies.
        public Line {
            modifiers = List.copyOf(modifiers);
            pointers = List.copyOf(pointers);
        }
    }
}
