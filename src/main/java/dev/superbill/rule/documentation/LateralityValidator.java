package dev.superbill.rule.documentation;

import dev.superbill.mention.Laterality;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.List;
import java.util.Optional;

/// A procedure on a paired organ needs one side, or both, and the same one wherever it is named.
///
/// Paired are the codes with bilateral indicator 1.
///
/// Source: CMS, Medicare Claims Processing Manual, chapter 12, section 40.7; RVU file, bilateral
/// indicator, 2025-10-01.
public final class LateralityValidator implements Rule {
    /// The rule's permanent id.
    public static final String ID = "laterality";

    private static final String SOURCE =
            "Medicare Claims Processing Manual, chapter 12, section 40.7";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        return claim.lines().stream().flatMap(line -> problem(line).stream()).toList();
    }

    private static Optional<Finding> problem(ClaimLine line) {
        if (!line.entry().fees().bilateral().equals("1")) {
            return Optional.empty();
        }
        if (line.laterality() == Laterality.NONE) {
            return Optional.of(
                    finding(
                            line,
                            "no side is documented for a paired organ",
                            "name the side, or both sides"));
        }
        if (line.sides().contains(Laterality.LEFT)
                && line.sides().contains(Laterality.RIGHT)
                && !line.sides().contains(Laterality.BILATERAL)) {
            return Optional.of(
                    finding(
                            line,
                            "the procedure is documented on the left and on the right",
                            "say which side, or that it was bilateral"));
        }
        return Optional.empty();
    }

    private static Finding finding(ClaimLine line, String message, String remedy) {
        return Finding.on(line, ID, Severity.WARN, message, SOURCE, remedy);
    }
}
