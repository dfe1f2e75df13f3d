package dev.superbill.rule.ncci;

import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.PtpMatch;
import dev.superbill.mention.Laterality;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// NCCI procedure-to-procedure edits: of two codes reported together, the column 2 code is denied.
///
/// With modifier indicator 0 nothing bypasses the edit; with 1 an NCCI PTP-associated modifier
/// does, where it is clinically right: opposite sides are taken as such. Indicator 9 marks edits
/// deleted on the day they took effect.
///
/// Source: CMS, Medicare NCCI Policy Manual, chapter I, effective 2026-01-01.
public final class PtpEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "ncci-ptp";

    private static final String SOURCE =
            "Medicare NCCI Policy Manual, chapter I, effective 2026-01-01";

    private static final Set<Laterality> OPPOSITE = EnumSet.of(Laterality.LEFT, Laterality.RIGHT);

    private final CodeSets codeSets;

    /// @param codeSets the code sets with the edits
    public PtpEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        var findings = new ArrayList<Finding>();
        for (var column2 : claim.lines()) {
            for (var column1 : claim.lines()) {
                if (!column1.code().equals(column2.code())) {
                    conflict(column1, column2, claim).ifPresent(findings::add);
                }
            }
            for (var billed : claim.encounter().sameDayLines()) {
                codeSets.ptp(
                                billed.code(),
                                column2.entry().code(),
                                claim.encounter().claimType(),
                                claim.encounter().serviceDate())
                        .map(match ->
                                finding(billed.code().value(), column2, match.pair().indicator()))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> conflict(ClaimLine column1, ClaimLine column2, Claim claim) {
        return codeSets.ptp(
                        column1.entry().code(),
                        column2.entry().code(),
                        claim.encounter().claimType(),
                        claim.encounter().serviceDate())
                .map(PtpMatch::pair)
                .filter(pair -> pair.indicator() == 0 || !oppositeSides(column1, column2))
                .map(pair -> finding(column1.code(), column2, pair.indicator()));
    }

    private static boolean oppositeSides(ClaimLine a, ClaimLine b) {
        return EnumSet.of(a.laterality(), b.laterality()).equals(OPPOSITE);
    }

    private static Finding finding(String column1, ClaimLine column2, int indicator) {
        if (indicator == 0) {
            return new Finding(
                    ID,
                    Severity.BLOCK,
                    column2.code(),
                    column2.code()
                            + " is a component of "
                            + column1
                            + " (column 2, modifier indicator 0)",
                    SOURCE,
                    "");
        }
        return new Finding(
                ID,
                Severity.WARN,
                column2.code(),
                column2.code()
                        + " is bundled into "
                        + column1
                        + " (column 2, modifier indicator 1)",
                SOURCE,
                "report it only where a separate site, side, lesion or encounter is documented, with the anatomic"
                        + " modifier, or else XE, XS, XP, XU or 59");
    }
}
