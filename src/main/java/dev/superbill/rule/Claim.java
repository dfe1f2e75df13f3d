package dev.superbill.rule;

import dev.superbill.code.Code;
import dev.superbill.mention.NoteMentions;
import dev.superbill.note.Encounter;
import dev.superbill.note.PriorLine;
import java.util.List;
import java.util.stream.Stream;

/// The lines taken together, with what the rules need to judge them.
///
/// @param state whose claim it is so far
/// @param lines procedure lines, best first
/// @param diagnoses diagnosis lines, best first
/// @param encounter the facts of the visit
/// @param mentions what the note documents
public record Claim(
        State state,
        List<ClaimLine> lines,
        List<ClaimLine> diagnoses,
        Encounter encounter,
        NoteMentions mentions) {
    /// Whose claim it is so far.
    public enum State {
        /// What the engine would put on it: other notes of the day may add to it.
        DRAFT,
        /// What a person chose, to be checked as it stands.
        CHOSEN
    }

    /// Copies.
    public Claim {
        lines = List.copyOf(lines);
        diagnoses = List.copyOf(diagnoses);
    }

    /// Whether a note stands behind the claim.
    public boolean documented() {
        return !mentions.sections().isEmpty();
    }

    /// The diagnoses that a line points to, or all of the claim where nobody pointed yet.
    public List<Code> diagnosesOf(ClaimLine line) {
        return line.diagnoses().isEmpty()
                ? diagnoses.stream().map(diagnosis -> diagnosis.entry().code()).toList()
                : line.diagnoses();
    }

    /// The procedures beside a line: on the claim, or billed that day.
    public List<Code> beside(ClaimLine line) {
        return Stream.concat(
                        lines.stream()
                                .map(other -> other.entry().code())
                                .filter(code -> !code.equals(line.entry().code())),
                        encounter.sameDayLines().stream().map(PriorLine::code))
                .toList();
    }

    /// How much weighs what payers would deny: a draft may still change, a chosen claim is sent.
    public Severity denial() {
        return state == State.CHOSEN ? Severity.BLOCK : Severity.WARN;
    }

    @Override
    public String toString() {
        return "Claim[" + lines.size() + " lines]";
    }
}
