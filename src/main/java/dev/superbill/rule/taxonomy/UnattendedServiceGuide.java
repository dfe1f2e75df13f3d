package dev.superbill.rule.taxonomy;

import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.ServiceGuidance;
import dev.superbill.mention.Concept;
import dev.superbill.note.Fact;
import dev.superbill.rule.Claim;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.List;

/// Says of what software does without a code of its own, such as an analysis without a clinician or
/// the flagging of studies, that there is none, who bills what, and which report would be needed.
///
/// It is worth knowing and never a line. Where a line of the claim stands for work of software
/// already, an analysis without a clinician is a matter of that line.
///
/// Source: the dated table of guidance; CMAA codes were proposed and not in force as of 2026-11-21.
public final class UnattendedServiceGuide implements Rule {
    /// The rule's permanent id.
    public static final String ID = "cmaa-guidance";

    private final CodeSets codeSets;

    /// @param codeSets the code sets with the guidance
    public UnattendedServiceGuide(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        return codeSets.supplement().guidance().stream()
                .filter(one -> one.covers(claim.encounter().serviceDate()))
                .filter(one -> isDocumented(one, claim))
                .map(one ->
                        Finding.onClaim(
                                ID, Severity.INFO, one.message(), one.source(), one.remedy()))
                .toList();
    }

    private static boolean isDocumented(ServiceGuidance guidance, Claim claim) {
        boolean named =
                Concept.named(guidance.concept())
                        .filter(concept -> !claim.mentions().concept(concept).isEmpty())
                        .isPresent();
        return named
                && !(guidance.concept().equals(Concept.UNATTENDED_ANALYSIS.name())
                        && claim.lines().stream()
                                .anyMatch(line -> line.entry().appendixS() instanceof Fact.Known));
    }
}
