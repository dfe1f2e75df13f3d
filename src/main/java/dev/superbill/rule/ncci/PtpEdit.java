package dev.superbill.rule.ncci;

import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.PtpMatch;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import dev.superbill.rule.SurgicalPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// NCCI procedure-to-procedure edits: of two codes reported together, the column 2 code is denied.
///
/// With modifier indicator 0 nothing bypasses the edit. With 1 an NCCI PTP-associated modifier on
/// either line does, where it fits: one that cannot mean what would set the services apart counts
/// as none, and one of which the claim does not show it goes to a person. Indicator 9 marks edits
/// deleted on the day they took effect. The practitioner edits bind professional claims, the
/// hospital edits those of facilities. Lines billed already that day stand in either column.
///
/// In a draft an edit that a modifier may bypass is a warning, and so is a visit that the engine
/// itself gave 25 or 57: nobody has said yet that the visit went beyond the procedure.
///
/// Source: CMS, Medicare NCCI Policy Manual, chapter I, sections D, E and J, effective 2026-01-01.
public final class PtpEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "ncci-ptp";

    private static final String SOURCE =
            "Medicare NCCI Policy Manual, chapter I, effective 2026-01-01";
    private static final String UNNAMED = "59";

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
        var denials = new Denials(claim, codeSets);
        var findings = new ArrayList<Finding>();
        for (int place = 0; place < claim.lines().size(); place++) {
            var line = claim.lines().get(place);
            for (var conflict : denials.against(place)) {
                var column1 = EditedLine.of(claim.lines().get(conflict.column1()), claim.state());
                denied(column1, line, conflict.match(), claim).ifPresent(findings::add);
            }
            for (var billed : claim.encounter().sameDayLines()) {
                var other = EditedLine.of(billed, codeSets, claim.encounter().serviceDate());
                denials.between(other.code(), line.entry().code())
                        .flatMap(match -> denied(other, line, match, claim))
                        .ifPresent(findings::add);
                if (!denials.denies(place)) {
                    denials.between(line.entry().code(), other.code())
                            .flatMap(match -> displaced(line, other, match, claim))
                            .ifPresent(findings::add);
                }
            }
        }
        return findings.stream().distinct().toList();
    }

    /// What denies a line of the claim.
    private Optional<Finding> denied(
            EditedLine column1, ClaimLine line, PtpMatch match, Claim claim) {
        var column2 = EditedLine.of(line, claim.state());
        var bundled =
                line.code()
                        + (match.pair().indicator() == 0
                                ? " is a component of "
                                : " is bundled into ")
                        + column1.printed()
                        + column(match);
        if (match.pair().indicator() == 0) {
            return Optional.of(finding(line, Severity.BLOCK, bundled, match, "leave the code out"));
        }
        var remedy = remedy(column1, column2);
        return switch (PtpModifiers.bypass(column1, column2, claim.encounter().claimType())) {
            case Bypass.Missing _ ->
                    Optional.of(
                            finding(
                                    line,
                                    unbypassed(claim),
                                    bundled + idle(column1, column2),
                                    match,
                                    remedy));
            case Bypass.Contradicted(var modifier, var because) ->
                    Optional.of(
                            finding(
                                    line,
                                    unbypassed(claim),
                                    bundled
                                            + "; "
                                            + modifier
                                            + " does not bypass it: "
                                            + because
                                            + idle(column1, column2),
                                    match,
                                    remedy));
            case Bypass.Unshown(var modifier, var because) ->
                    Optional.of(
                            finding(
                                    line,
                                    Severity.WARN,
                                    bundled + "; " + modifier + " would bypass it, but " + because,
                                    match,
                                    remedy));
            case Bypass.Shown(var modifier) ->
                    shown(modifier, column1, column2, line, bundled, match, claim);
        };
    }

    /// What a modifier that fits leaves to say.
    private Optional<Finding> shown(
            String modifier,
            EditedLine column1,
            EditedLine column2,
            ClaimLine line,
            String bundled,
            PtpMatch match,
            Claim claim) {
        if (claim.state() == Claim.State.DRAFT && (column1.visit() || column2.visit())) {
            return Optional.of(
                    finding(line, Severity.WARN, bundled, match, remedy(column1, column2)));
        }
        if (!modifier.equals(UNNAMED)) {
            return Optional.empty();
        }
        return Optional.of(
                finding(
                        line,
                        Severity.INFO,
                        "59 takes "
                                + line.code()
                                + " out of the edit with "
                                + column1.printed()
                                + ", and is for where no better modifier fits",
                        match,
                        "prefer " + better(column1, column2, claim)));
    }

    /// The one modifier that says more than 59.
    private String better(EditedLine column1, EditedLine column2, Claim claim) {
        if (Sites.relation(column1.told(), column2.told()) == Sites.Relation.APART) {
            return "LT and RT: the note names both sides";
        }
        if (column1.laboratory() && column2.laboratory()) {
            return "91 where the test was repeated for a further result";
        }
        if (SurgicalPackage.of(claim.encounter(), codeSets)
                .filter(earlier -> earlier.covers(claim.encounter().serviceDate()))
                .isPresent()) {
            return "58, 78 or 79: the service is within a global period";
        }
        return "XS for another site or lesion, XE for another encounter, XP for another practitioner, or XU";
    }

    /// What a line of the claim would do to one billed already.
    private static Optional<Finding> displaced(
            ClaimLine line, EditedLine billed, PtpMatch match, Claim claim) {
        var column1 = EditedLine.of(line, claim.state());
        boolean bypassed =
                match.pair().indicator() != 0
                        && PtpModifiers.bypass(column1, billed, claim.encounter().claimType())
                                instanceof Bypass.Shown;
        if (bypassed) {
            return Optional.empty();
        }
        return Optional.of(
                finding(
                        line,
                        Severity.WARN,
                        line.code()
                                + " takes the payment of "
                                + billed.printed()
                                + ", billed already that day"
                                + column(match),
                        match,
                        match.pair().indicator() == 0
                                ? "report only one of them; correct the line billed if this one stands"
                                : remedy(column1, billed)));
    }

    private static Severity unbypassed(Claim claim) {
        return switch (claim.state()) {
            case DRAFT -> Severity.WARN;
            case CHOSEN -> Severity.BLOCK;
        };
    }

    private static String column(PtpMatch match) {
        return " (column 2, modifier indicator " + match.pair().indicator() + ")";
    }

    private static String idle(EditedLine column1, EditedLine column2) {
        var idle = PtpModifiers.idle(column1, column2);
        if (idle.isEmpty()) {
            return "";
        }
        return "; "
                + String.join(", ", idle)
                + (idle.size() == 1 ? " does not bypass it" : " do not bypass it");
    }

    private static String remedy(EditedLine column1, EditedLine column2) {
        if (column1.visit() && column2.visit()) {
            return "report one visit, or the second with 25 where it was significant and separate";
        }
        if (column1.visit() || column2.visit()) {
            var visit = column1.visit() ? column1 : column2;
            var procedure = column1.visit() ? column2 : column1;
            return procedure.major()
                    ? "report "
                            + visit.printed()
                            + " with 57 where the surgery was decided on there, else leave it out"
                    : "report "
                            + visit.printed()
                            + " with 25 where it was significant and went beyond the usual work of "
                            + procedure.printed()
                            + ", else leave it out";
        }
        if (Sites.relation(column1.told(), column2.told()) == Sites.Relation.APART) {
            return "name the sides with LT and RT";
        }
        if (column1.laboratory() && column2.laboratory()) {
            return "report it only where the test was repeated or of another specimen, with 91, or else XU or 59";
        }
        return "report it only where a separate site, side, lesion or encounter is documented, with the anatomic"
                + " modifier, or else XE, XS, XP, XU or 59";
    }

    private static Finding finding(
            ClaimLine line, Severity severity, String message, PtpMatch match, String remedy) {
        var reason =
                match.rationale().isEmpty() ? message : message + "; CMS: " + match.rationale();
        return Finding.on(
                line,
                ID,
                severity,
                reason,
                SOURCE + "; " + match.release().name() + " " + match.release().edition(),
                remedy);
    }
}
