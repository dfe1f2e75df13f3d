package dev.superbill.rule.payment;

import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How both sides are reported.
///
/// Of the bilateral indicators, 1 takes 50 on one line of one unit, at one and a half times the
/// fee; 3 takes 50, or RT and LT on two lines, each side in full; 2 is bilateral already; 0 and 9
/// have no second side to pay for. Where 50 cannot stand it blocks a claim that a person chose, to
/// Medicare or an unknown payer; else it warns. RT and LT on two lines are paid, but run against
/// the unit limits, and a person looks.
///
/// Source: CMS, Medicare Claims Processing Manual, chapter 12, section 40.7, and NCCI Policy
/// Manual, chapter I, section V, in force 2026-01-01; RVU file, bilateral indicator, 2025-10-01.
public final class BilateralEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "bilateral";

    private static final String SOURCE =
            "Medicare Claims Processing Manual, chapter 12, section 40.7, in force 2026-01-01";
    private static final String BOTH = "50";
    private static final String LEFT = "LT";
    private static final String RIGHT = "RT";
    private static final Set<String> SIDES = Set.of(LEFT, RIGHT);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        var findings = new ArrayList<Finding>();
        for (var line : claim.lines()) {
            if (line.hasAny(Set.of(BOTH))) {
                both(line, claim).ifPresent(findings::add);
            } else {
                apart(line, claim).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> both(ClaimLine line, Claim claim) {
        var indicator = line.entry().fees().bilateral();
        var wrong =
                switch (indicator) {
                    case "0" -> Optional.of("the code has no second side to pay for");
                    case "2" -> Optional.of("the code is of both sides already");
                    case "9" -> Optional.of("sides do not apply to the code");
                    default -> Optional.<String>empty();
                };
        if (wrong.isPresent()) {
            return Optional.of(
                    denied(
                            line,
                            claim,
                            "50 does not go on "
                                    + line.code()
                                    + ": "
                                    + wrong.get()
                                    + " (bilateral indicator "
                                    + indicator
                                    + ")",
                            "leave 50 out"));
        }
        if (indicator.isEmpty()) {
            return Optional.empty();
        }
        if (line.units() > 1) {
            return Optional.of(
                    denied(
                            line,
                            claim,
                            "50 says both sides already, and the line has "
                                    + line.units()
                                    + " units",
                            "report one unit with 50"));
        }
        boolean sided =
                line.hasAny(SIDES)
                        || others(line, claim).stream().anyMatch(other -> other.hasAny(SIDES));
        return sided
                ? Optional.of(
                        denied(
                                line,
                                claim,
                                "50 stands beside RT or LT for the same code",
                                "report one line with 50, or one line a side"))
                : Optional.empty();
    }

    /// Both sides without 50. It is said once, on the later line.
    private static Optional<Finding> apart(ClaimLine line, Claim claim) {
        var indicator = line.entry().fees().bilateral();
        boolean onTheLine = line.modifierCodes().containsAll(SIDES);
        boolean onTwoLines =
                others(line, claim).stream()
                        .filter(other -> other.number() < line.number())
                        .anyMatch(other -> opposite(line, other));
        if (!onTheLine && !onTwoLines) {
            return twice(line, indicator);
        }
        return switch (indicator) {
            case "1" ->
                    Optional.of(
                            warned(
                                    line,
                                    "both sides stand as RT and LT, and "
                                            + line.code()
                                            + " is paid for them by 50",
                                    "report one line with 50 and one unit"));
            case "0", "2", "9" ->
                    Optional.of(
                            warned(
                                    line,
                                    "both sides are paid as one (bilateral indicator "
                                            + indicator
                                            + ")",
                                    "report the code once"));
            default ->
                    onTheLine && indicator.equals("3")
                            ? Optional.of(
                                    warned(
                                            line,
                                            "RT and LT stand on one line",
                                            "report one line with 50, or one line a side"))
                            : Optional.empty();
        };
    }

    /// Two units of a paired organ without a side.
    private static Optional<Finding> twice(ClaimLine line, String indicator) {
        return indicator.equals("1") && line.units() == 2
                ? Optional.of(
                        warned(
                                line,
                                "two units of a code for a paired organ read as both sides",
                                "report one unit with 50 where it was both sides"))
                : Optional.empty();
    }

    private static List<ClaimLine> others(ClaimLine line, Claim claim) {
        return claim.lines().stream()
                .filter(other ->
                        other.number() != line.number()
                                && other.entry().code().equals(line.entry().code()))
                .toList();
    }

    private static boolean opposite(ClaimLine one, ClaimLine other) {
        return sides(one, other) || sides(other, one);
    }

    private static boolean sides(ClaimLine left, ClaimLine right) {
        return left.hasAny(Set.of(LEFT)) && right.hasAny(Set.of(RIGHT));
    }

    private static Finding denied(ClaimLine line, Claim claim, String message, String remedy) {
        return Finding.on(line, ID, Medicare.denied(claim), message, SOURCE, remedy);
    }

    private static Finding warned(ClaimLine line, String message, String remedy) {
        return Finding.on(line, ID, Severity.WARN, message, SOURCE, remedy);
    }
}
