package dev.superbill.rule.payment;

import dev.superbill.rule.Claim;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a team of surgeons may report one procedure, each with 66.
///
/// Of the indicators, 2 is permitted and 1 only where records show the need, both paid by report; 0
/// is not permitted; 9 does not apply. It binds claims to Medicare and to unknown payers.
///
/// Source: CMS, Medicare Claims Processing Manual, chapter 12, section 40.8, and chapter 23,
/// addendum, in force 2026-01-01; RVU file, team indicator, 2025-10-01.
public final class TeamSurgeryEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "team-surgery";

    private static final String MODIFIER = "66";
    private static final String SOURCE =
            "Medicare Claims Processing Manual, chapter 12, section 40.8, in force 2026-01-01";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        if (!Medicare.mayPay(claim.encounter())) {
            return List.of();
        }
        return claim.lines().stream()
                .filter(line -> line.hasAny(Set.of(MODIFIER)))
                .flatMap(line -> {
                    var indicator = line.entry().fees().team();
                    var told =
                            SeveralSurgeons.of(indicator, "team surgeons", MODIFIER, line, claim)
                                    .or(() -> byReport(indicator));
                    return told.stream()
                            .map(one ->
                                    Finding.on(
                                            line,
                                            ID,
                                            one.severity(),
                                            one.message(),
                                            SOURCE,
                                            one.remedy()));
                })
                .toList();
    }

    private static Optional<SeveralSurgeons> byReport(String indicator) {
        return indicator.equals("2")
                ? Optional.of(
                        new SeveralSurgeons(
                                Severity.INFO,
                                "a team is paid by report (indicator 2)",
                                "send the operative report of the team"))
                : Optional.empty();
    }
}
