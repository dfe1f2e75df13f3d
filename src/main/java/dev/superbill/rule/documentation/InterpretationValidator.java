package dev.superbill.rule.documentation;

import dev.superbill.codeset.Interpretation;
import dev.superbill.mention.Concept;
import dev.superbill.note.Fact;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import dev.superbill.section.SectionKind;
import java.util.List;
import java.util.Set;

/// Where the descriptor includes an interpretation and report, the note must be that report or hold
/// one.
///
/// A report has findings or an impression of its own. An unsigned one is worth knowing; none at all
/// sends the line to a person. AI-enabled services have a stricter rule of their own.
///
/// Source: CMS, Medicare Claims Processing Manual, chapter 13, section 100 (interpretation of
/// diagnostic tests), in force 2026-01-01.
public final class InterpretationValidator implements Rule {
    /// The rule's permanent id.
    public static final String ID = "interpretation-and-report";

    private static final Set<SectionKind> REPORT =
            Set.of(
                    SectionKind.FINDINGS,
                    SectionKind.IMPRESSION,
                    SectionKind.TECHNIQUE,
                    SectionKind.EXAM);
    private static final String SOURCE =
            "Medicare Claims Processing Manual, chapter 13, section 100";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        var due =
                claim.lines().stream()
                        .filter(line -> line.entry().interpretation() == Interpretation.REQUIRED)
                        .filter(line -> line.entry().appendixS() instanceof Fact.Unknown)
                        .toList();
        if (due.isEmpty()) {
            return List.of();
        }
        if (!reported(claim)) {
            return due.stream().map(InterpretationValidator::unreported).toList();
        }
        if (claim.mentions().concept(Concept.SIGNATURE).isEmpty()) {
            return due.stream().map(InterpretationValidator::unsigned).toList();
        }
        return List.of();
    }

    private static boolean reported(Claim claim) {
        return !claim.mentions().concept(Concept.INTERPRETATION).isEmpty()
                || claim.mentions().sections().stream()
                        .anyMatch(section -> REPORT.contains(section.kind()));
    }

    private static Finding unreported(ClaimLine line) {
        return Finding.on(
                line,
                ID,
                Severity.WARN,
                "no interpretation and report is documented",
                SOURCE,
                "add a separate interpretation and report of the study");
    }

    private static Finding unsigned(ClaimLine line) {
        return Finding.on(
                line,
                ID,
                Severity.INFO,
                "the report shows no signature",
                SOURCE,
                "sign the interpretation and report");
    }
}
