package dev.superbill.rule.payment;

import dev.superbill.note.Encounter;
import dev.superbill.rule.Claim;
import dev.superbill.rule.Severity;

/// Whom Medicare's payment rules bind.
///
/// They bind claims to Medicare. A claim of unknown payer is held to them too, since most payers
/// follow them; where the payer is told and is another, what would block only warns.
///
/// Source: product policy of 2026-11-21.
final class Medicare {
    private static final String NAME = "medicare";

    private Medicare() {}

    /// Whether the payer is Medicare.
    static boolean pays(Encounter encounter) {
        return encounter.payer().told().filter(Medicare::named).isPresent();
    }

    /// Whether the payer is Medicare or unknown.
    static boolean mayPay(Encounter encounter) {
        return encounter.payer().told().map(Medicare::named).orElse(true);
    }

    private static boolean named(String payer) {
        return payer.equals(NAME) || payer.startsWith(NAME + " ");
    }

    /// How much weighs what Medicare would deny: a draft may still be put right by its coder.
    static Severity denied(Claim claim) {
        return switch (claim.state()) {
            case DRAFT -> Severity.WARN;
            case CHOSEN -> mayPay(claim.encounter()) ? Severity.BLOCK : Severity.WARN;
        };
    }
}
