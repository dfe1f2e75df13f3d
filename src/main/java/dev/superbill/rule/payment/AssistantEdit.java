package dev.superbill.rule.payment;

import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.ServiceKind;
import dev.superbill.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether an assistant at surgery is paid.
///
/// Of the indicators, 2 is paid; 0 is paid only where records show the need; 1 is never paid, by
/// statute; 9 does not apply. It binds claims to Medicare and to unknown payers; other payers have
/// lists of their own.
///
/// Source: CMS, Medicare Claims Processing Manual, chapter 12, section 20.4.3, and chapter 23,
/// addendum, in force 2026-01-01; RVU file, assistant indicator, 2025-10-01.
public final class AssistantEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "assistant-at-surgery";

    private static final String SOURCE =
            "Medicare Claims Processing Manual, chapter 12, section 20.4.3, in force 2026-01-01";
    private static final Set<String> MODIFIERS = Set.of("80", "81", "82", "AS");
    private static final String ROLE = "assistant";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        if (!Medicare.mayPay(claim.encounter())) {
            return List.of();
        }
        boolean assistant =
                claim.encounter().providerRole().told().filter(ROLE::equals).isPresent();
        var findings = new ArrayList<Finding>();
        for (var line : claim.lines()) {
            if (line.hasAny(MODIFIERS)) {
                paid(line, claim).ifPresent(findings::add);
                twice(line).ifPresent(findings::add);
            } else if (assistant && ServiceKind.of(line.entry().code()) == ServiceKind.SURGERY) {
                findings.add(
                        on(
                                line,
                                Severity.WARN,
                                "the line is an assistant's and has no modifier that says so",
                                "add 80, 81 or 82, or AS for a physician assistant, nurse practitioner or clinical nurse"
                                        + " specialist"));
            }
        }
        return findings;
    }

    private static Optional<Finding> paid(ClaimLine line, Claim claim) {
        return switch (line.entry().fees().assistant()) {
            case "0" ->
                    Optional.of(
                            on(
                                    line,
                                    Severity.WARN,
                                    "an assistant is paid for "
                                            + line.code()
                                            + " only where records show the need (indicator 0)",
                                    "send the operative report that shows it"));
            case "1" ->
                    Optional.of(
                            on(
                                    line,
                                    Medicare.denied(claim),
                                    "an assistant is not paid for "
                                            + line.code()
                                            + ", by statute (indicator 1)",
                                    "leave the line out"));
            case "9" ->
                    Optional.of(
                            on(
                                    line,
                                    Medicare.denied(claim),
                                    "an assistant at surgery does not apply to "
                                            + line.code()
                                            + " (indicator 9)",
                                    "leave the line out"));
            default -> Optional.empty();
        };
    }

    private static Optional<Finding> twice(ClaimLine line) {
        long named = line.modifierCodes().stream().filter(MODIFIERS::contains).count();
        return named > 1 && !line.hasAny(Set.of("AS"))
                ? Optional.of(
                        on(
                                line,
                                Severity.WARN,
                                "several assistant modifiers stand on one line",
                                "keep the one that tells the assistant's role"))
                : Optional.empty();
    }

    private static Finding on(ClaimLine line, Severity severity, String message, String remedy) {
        return Finding.on(line, ID, severity, message, SOURCE, remedy);
    }
}
