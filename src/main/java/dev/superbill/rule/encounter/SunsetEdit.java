package dev.superbill.rule.encounter;

import dev.superbill.rule.Claim;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.List;

/// Sends a line to a person where the code's own status on the service date is not certain.
///
/// Category III codes end five years after they took effect unless they are extended or converted;
/// entries whose dates rest on one source carry a remark.
///
/// Source: AMA, CPT Category III code practice (sunset after five years), as of 2026-01-01.
public final class SunsetEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "category-iii-status";

    private static final String SOURCE = "AMA CPT Category III sunset practice, as of 2026-01-01";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        return claim.lines().stream()
                .filter(line -> line.code().endsWith("T") && !line.entry().remark().isEmpty())
                .map(line ->
                        Finding.on(
                                line,
                                ID,
                                Severity.WARN,
                                "the status or dates of "
                                        + line.code()
                                        + " are unconfirmed: "
                                        + line.entry().remark(),
                                SOURCE,
                                "check the code against the licensed CPT edition in force"))
                .toList();
    }
}
