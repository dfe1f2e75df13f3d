package dev.superbill.audit;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeSetRelease;
import java.time.Instant;
import java.util.List;

/// What was answered to which note, by what. It holds nothing of the note but its fingerprint, and
/// nothing of the patient.
///
/// @param id the answer's id
/// @param time when it was given
/// @param note the note's fingerprint
/// @param build the version of the program
/// @param model the classifier's model
/// @param engine the engine that ran the model
/// @param rules the release of the rules
/// @param releases the editions that the service date picked
/// @param outcome where the answer went
/// @param lines procedure lines and diagnoses with what became of them
public record AuditRecord(
        String id,
        Instant time,
        NoteFingerprint note,
        String build,
        String model,
        String engine,
        String rules,
        List<CodeSetRelease> releases,
        String outcome,
        List<Line> lines) {
    /// Copies.
    public AuditRecord {
        releases = List.copyOf(releases);
        lines = List.copyOf(lines);
    }

    /// A line of the answer.
    ///
    /// @param code the code
    /// @param decision what became of it
    /// @param confidence 0 to 1
    public record Line(Code code, String decision, double confidence) {}
}
