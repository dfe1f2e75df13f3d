package dev.superbill.rule.payment;

import dev.superbill.note.ClaimType;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the status of a code in the fee schedule means for a professional claim to Medicare.
///
/// Not valid for Medicare (I), bundled (B) and not covered (N) block a claim that a person chose
/// and warn in a draft; N stands where the claim asks for the denial (GY, GX, GZ). Bundled or
/// excluded (P), and paid only where nothing else is (T), go to a person. Codes paid under other
/// rules (C, E, R, X, M) are worth knowing, once a person chose them. It is silent unless the payer
/// is told to be Medicare.
///
/// Source: CMS, Medicare Claims Processing Manual, chapter 23, addendum (status code), in force
/// 2026-01-01; RVU file, 2025-10-01.
public final class StatusEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "fee-schedule-status";

    private static final String SOURCE =
            "Medicare Claims Processing Manual, chapter 23, addendum (status code), in force 2026-01-01";
    private static final Set<String> DENIAL_WANTED = Set.of("GY", "GX", "GZ");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        if (!Medicare.pays(claim.encounter())
                || claim.encounter().claimType() != ClaimType.PROFESSIONAL) {
            return List.of();
        }
        return claim.lines().stream().flatMap(line -> told(line, claim).stream()).toList();
    }

    private static Optional<Finding> told(ClaimLine line, Claim claim) {
        var status = line.entry().fees().status();
        return switch (status) {
            case "I" ->
                    on(
                            line,
                            Medicare.denied(claim),
                            "Medicare does not take " + line.code() + " (status I)",
                            "report the code that Medicare uses for the service");
            case "B" ->
                    on(
                            line,
                            Medicare.denied(claim),
                            "the payment for "
                                    + line.code()
                                    + " is always part of another (status B)",
                            "leave the line out");
            case "N" ->
                    line.hasAny(DENIAL_WANTED)
                            ? Optional.empty()
                            : on(
                                    line,
                                    Medicare.denied(claim),
                                    "Medicare does not cover " + line.code() + " (status N)",
                                    "bill the patient, or add GY to ask for the denial");
            case "P" ->
                    on(
                            line,
                            Severity.WARN,
                            line.code()
                                    + " is bundled or excluded: incident to a physician's service it is not paid apart"
                                    + " (status P)",
                            "leave the line out, unless another rule pays it");
            case "T" ->
                    claim.lines().size() + claim.encounter().sameDayLines().size() > 1
                            ? on(
                                    line,
                                    Severity.WARN,
                                    line.code()
                                            + " is paid only where nothing else is paid to the provider that day"
                                            + " (status T)",
                                    "leave the line out")
                            : Optional.empty();
            default ->
                    claim.state() == Claim.State.CHOSEN
                            ? elsewhere(line, status)
                            : Optional.empty();
        };
    }

    private static Optional<Finding> elsewhere(ClaimLine line, String status) {
        var meaning =
                switch (status) {
                    case "C" -> "the contractor prices it, on documentation";
                    case "E" -> "it is paid, if at all, outside the fee schedule";
                    case "M" -> "it reports a measure and is not paid";
                    case "R" -> "coverage is restricted by instructions of its own";
                    case "X" ->
                            "it is no physician's service, and is paid under another schedule, if at all";
                    default -> "";
                };
        return meaning.isEmpty()
                ? Optional.empty()
                : on(
                        line,
                        Severity.INFO,
                        line.code() + ": " + meaning + " (status " + status + ")",
                        "");
    }

    private static Optional<Finding> on(
            ClaimLine line, Severity severity, String message, String remedy) {
        return Optional.of(Finding.on(line, ID, severity, message, SOURCE, remedy));
    }
}
