package dev.superbill.rule.payment;

import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Whether two surgeons may report one procedure, each with 62.
///
/// Of the indicators, 2 is permitted to two specialties without records; 1 only where records show
/// the need; 0 is not permitted; 9 does not apply. A surgeon is not co-surgeon and assistant, or
/// member of a team, for one code. It binds claims to Medicare and to unknown payers.
///
/// Source: CMS, Medicare Claims Processing Manual, chapter 12, section 40.8, and chapter 23,
/// addendum, in force 2026-01-01; RVU file, co-surgeon indicator, 2025-10-01.
public final class CoSurgeonEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "co-surgeons";

    private static final String MODIFIER = "62";
    private static final Set<String> OTHER_ROLES = Set.of("80", "81", "82", "AS", "66");
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
                .flatMap(line -> check(line, claim))
                .toList();
    }

    private static Stream<Finding> check(ClaimLine line, Claim claim) {
        var indicated =
                SeveralSurgeons.of(
                        line.entry().fees().coSurgeons(), "co-surgeons", MODIFIER, line, claim)
                        .map(told -> on(line, told.severity(), told.message(), told.remedy()))
                        .stream();
        return line.hasAny(OTHER_ROLES)
                ? Stream.concat(
                        indicated,
                        Stream.of(
                                on(
                                        line,
                                        Severity.WARN,
                                        "62 stands beside the modifier of another role",
                                        "keep the one that tells the surgeon's role for this code")))
                : indicated;
    }

    private static Finding on(ClaimLine line, Severity severity, String message, String remedy) {
        return Finding.on(line, ID, severity, message, SOURCE, remedy);
    }
}
