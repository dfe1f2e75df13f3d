package dev.superbill.decision;

import dev.superbill.candidate.Candidate;
import dev.superbill.candidate.Origin;
import dev.superbill.classification.NoteType;
import dev.superbill.code.CodeSystem;
import dev.superbill.code.Modifier;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.CodeTable;
import dev.superbill.mention.NoteMentions;
import dev.superbill.note.Encounter;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The candidates that are worth a line, as a claim, and those that are not.
///
/// @param claim the draft claim
/// @param kept the candidates of its lines and diagnoses, best first
/// @param weak the candidates below the threshold, best first
/// @param type what the note is
public record Draft(Claim claim, List<Candidate> kept, List<Candidate> weak, NoteType type) {
    private static final int FAMILY_LENGTH = 4;

    /// Copies.
    public Draft {
        kept = List.copyOf(kept);
        weak = List.copyOf(weak);
    }

    /// Drafts the claim.
    ///
    /// @param candidates the candidates, best first
    /// @param type what the note is
    public static Draft of(
            List<Candidate> candidates,
            CodeSets codeSets,
            Thresholds thresholds,
            Encounter encounter,
            NoteMentions mentions,
            NoteType type) {
        var lone = lone(candidates, thresholds, type);
        var kept = new ArrayList<Candidate>();
        var weak = new ArrayList<Candidate>();
        var lines = new ArrayList<ClaimLine>();
        var diagnoses = new ArrayList<ClaimLine>();
        for (var candidate : candidates) {
            boolean diagnosis = candidate.code().system() == CodeSystem.ICD_10_CM;
            boolean sure = keeps(candidate, thresholds) || lone.equals(Optional.of(candidate));
            if (!sure || outdone(candidate, kept, codeSets.table())) {
                weak.add(candidate);
                continue;
            }
            kept.add(candidate);
            var same = diagnosis ? diagnoses : lines;
            same.add(line(same.size() + 1, candidate, codeSets, encounter.serviceDate()));
        }
        var assigner = new ModifierAssigner(lines, encounter);
        var modified = lines.stream().map(line -> line.with(codes(assigner.modifiers(line))));
        return new Draft(
                new Claim(Claim.State.DRAFT, modified.toList(), diagnoses, encounter, mentions),
                kept,
                weak,
                type);
    }

    /// Whether a code that only the ranker names is a sibling of one that is kept already: the
    /// surer of the two stays, whatever the edits would make of the pair.
    static boolean outdone(Candidate candidate, List<Candidate> kept, CodeTable table) {
        if (!candidate.origins().equals(List.of(Origin.CLASSIFIER))
                || table.isAddOn(candidate.row())) {
            return false;
        }
        int group = table.groupOf(candidate.row());
        var family = candidate.code().value().substring(0, FAMILY_LENGTH);
        return kept.stream()
                .filter(other -> !table.isAddOn(other.row()))
                .anyMatch(other ->
                        other.code().value().startsWith(family)
                                || (group != 0 && group == table.groupOf(other.row())));
    }

    /// The best procedure of a note that reports a service, where no procedure is kept otherwise: a
    /// person then looks at one code rather than at none.
    private static Optional<Candidate> lone(
            List<Candidate> candidates, Thresholds thresholds, NoteType type) {
        var procedures =
                candidates.stream()
                        .filter(candidate -> candidate.code().system() != CodeSystem.ICD_10_CM)
                        .toList();
        return type.reportsService() && procedures.stream().noneMatch(p -> keeps(p, thresholds))
                ? procedures.stream().findFirst().filter(p -> p.score() >= thresholds.keepLone())
                : Optional.empty();
    }

    private static ClaimLine line(
            int number, Candidate candidate, CodeSets codeSets, LocalDate serviceDate) {
        return new ClaimLine(
                number,
                codeSets.describe(candidate.code(), serviceDate)
                        .orElseGet(() -> codeSets.table().entry(candidate.row())),
                candidate.units(),
                List.of(),
                candidate.laterality(),
                candidate.sides(),
                List.of(),
                candidate.evidence());
    }

    private static List<Modifier> codes(List<AppliedModifier> applied) {
        return applied.stream().map(AppliedModifier::modifier).toList();
    }

    /// A visit is always a line: its level is a judgement that a person confirms, not a guess to
    /// drop.
    private static boolean keeps(Candidate candidate, Thresholds thresholds) {
        if (candidate.origins().contains(Origin.VISIT)) {
            return true;
        }
        return candidate.score()
                >= (candidate.code().system() == CodeSystem.ICD_10_CM
                        ? thresholds.keepDiagnosis()
                        : thresholds.keepLine());
    }
}
