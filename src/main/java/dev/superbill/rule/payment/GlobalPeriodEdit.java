package dev.superbill.rule.payment;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeSets;
import dev.superbill.note.ClaimType;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.ServiceKind;
import dev.superbill.rule.Severity;
import dev.superbill.rule.SurgicalPackage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the payment of a procedure covers is not reported beside it.
///
/// Within the claim: a visit needs 25 beside a procedure of 0 or 10 global days, and 57 beside one
/// of 90 days. Within the global period of an earlier procedure: a visit needs 24 (FT for critical
/// care), or 57 or 25 on the day of the procedure and, for 90 days, the day before; a procedure
/// needs 58, 78 or 79. A diagnosis of aftercare or complication speaks against 24. Where a
/// procedure-to-procedure edit joins visit and procedure, it speaks, and this rule is silent.
///
/// A missing modifier blocks a claim that a person chose, to Medicare or an unknown payer; it warns
/// on other claims, most payers having a surgical package of their own. Only professional claims
/// have global periods.
///
/// Source: CMS, Medicare Claims Processing Manual, chapter 12, sections 30.6.6 and 40.1 to 40.4, in
/// force 2026-01-01; RVU file, global days, 2025-10-01.
public final class GlobalPeriodEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "global-period";

    private static final String SOURCE =
            "Medicare Claims Processing Manual, chapter 12, sections 30.6.6 and 40, in force 2026-01-01";
    private static final Set<String> MINOR = Set.of("000", "010");
    private static final Set<String> PACKAGED = Set.of("000", "010", SurgicalPackage.MAJOR);
    private static final Set<String> BESIDE_MINOR = Set.of("25", "FT");
    private static final Set<String> BESIDE_MAJOR = Set.of("57", "25", "24", "FT");
    private static final Set<String> UNRELATED_VISIT = Set.of("24", "FT");
    private static final Set<String> LATER_PROCEDURE = Set.of("58", "78", "79");
    private static final Set<String> OF_A_PERIOD = Set.of("24", "58", "78", "79");
    private static final Set<String> AFTERCARE = Set.of("Z47", "Z48", "Z09");
    private static final int POSTPARTUM_DAYS = 42;

    private final CodeSets codeSets;

    /// @param codeSets the code sets with the global days
    public GlobalPeriodEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        if (claim.encounter().claimType() != ClaimType.PROFESSIONAL) {
            return List.of();
        }
        var earlier = SurgicalPackage.of(claim.encounter(), codeSets);
        var findings = new ArrayList<Finding>();
        for (var line : claim.lines()) {
            if (visit(line)) {
                besideProcedure(line, claim).ifPresent(findings::add);
            }
            earlier.flatMap(procedure -> within(procedure, line, claim)).ifPresent(findings::add);
            outside(line, earlier, claim).ifPresent(findings::add);
        }
        unknown(claim, earlier).ifPresent(findings::add);
        return findings;
    }

    private static boolean visit(ClaimLine line) {
        return ServiceKind.of(line.entry().code()) == ServiceKind.VISIT;
    }

    /// A procedure of the day, with its global days.
    private record Procedure(Code code, String globalDays) {}

    private Stream<Procedure> procedures(Claim claim) {
        return Stream.concat(
                        claim.lines().stream()
                                .map(line ->
                                        new Procedure(
                                                line.entry().code(),
                                                line.entry().fees().globalDays())),
                        claim.encounter().sameDayLines().stream()
                                .map(billed ->
                                        new Procedure(
                                                billed.code(), globalDays(billed.code(), claim))))
                .filter(procedure -> ServiceKind.of(procedure.code()) != ServiceKind.VISIT);
    }

    private String globalDays(Code code, Claim claim) {
        return codeSets.describe(code, claim.encounter().serviceDate())
                .map(entry -> entry.fees().globalDays())
                .orElse("");
    }

    private Optional<Finding> besideProcedure(ClaimLine visit, Claim claim) {
        var beside =
                procedures(claim)
                        .filter(procedure -> PACKAGED.contains(procedure.globalDays()))
                        .filter(procedure -> !edited(procedure.code(), visit, claim))
                        .toList();
        var major =
                beside.stream()
                        .filter(procedure -> !MINOR.contains(procedure.globalDays()))
                        .findFirst();
        if (major.isPresent()) {
            return besideMajor(visit, major.get().code(), claim);
        }
        if (beside.isEmpty() || visit.hasAny(BESIDE_MINOR)) {
            return Optional.empty();
        }
        var minor = beside.getFirst();
        return Optional.of(
                on(
                        visit,
                        Medicare.denied(claim),
                        "the visit is part of "
                                + minor.code().value()
                                + " of the same day ("
                                + minor.globalDays()
                                + " global days)",
                        "add 25 where the visit was significant and went beyond the usual work of the procedure, else"
                                + " leave it out"));
    }

    private static Optional<Finding> besideMajor(ClaimLine visit, Code major, Claim claim) {
        if (!visit.hasAny(BESIDE_MAJOR)) {
            return Optional.of(
                    on(
                            visit,
                            Medicare.denied(claim),
                            "the visit is part of "
                                    + major.value()
                                    + " of the same day (090 global days)",
                            "add 57 where the surgery was decided on at the visit, else leave it out"));
        }
        if (visit.hasAny(Set.of("57", "24", "FT"))) {
            return Optional.empty();
        }
        return Optional.of(
                on(
                        visit,
                        Severity.WARN,
                        "25 sets a visit apart from a minor procedure, and "
                                + major.value()
                                + " is a major one (090 global days)",
                        "use 57 where the surgery was decided on at the visit"));
    }

    /// Whether a procedure-to-procedure edit speaks of the two.
    private boolean edited(Code procedure, ClaimLine visit, Claim claim) {
        var type = claim.encounter().claimType();
        var serviceDate = claim.encounter().serviceDate();
        var code = visit.entry().code();
        return codeSets.ptp(procedure, code, type, serviceDate).isPresent()
                || codeSets.ptp(code, procedure, type, serviceDate).isPresent();
    }

    /// What a line lacks within the period of an earlier procedure.
    private static Optional<Finding> within(SurgicalPackage earlier, ClaimLine line, Claim claim) {
        var serviceDate = claim.encounter().serviceDate();
        if (visit(line)) {
            return earlier.covers(serviceDate)
                    ? coveredVisit(earlier, line, claim)
                    : postpartum(earlier, line, serviceDate);
        }
        boolean due =
                earlier.covers(serviceDate)
                        && serviceDate.isAfter(earlier.date())
                        && PACKAGED.contains(line.entry().fees().globalDays());
        if (!due || line.hasAny(LATER_PROCEDURE)) {
            return Optional.empty();
        }
        return Optional.of(
                on(
                        line,
                        Medicare.denied(claim),
                        "the procedure falls in the global period of " + told(earlier),
                        "add 58 where it was planned, staged or more extensive, 78 where a related problem took the"
                                + " patient back to the operating room, 79 where it was unrelated"));
    }

    private static Optional<Finding> coveredVisit(
            SurgicalPackage earlier, ClaimLine visit, Claim claim) {
        var aftercare = aftercare(visit, claim);
        boolean after = claim.encounter().serviceDate().isAfter(earlier.date());
        if (!after) {
            boolean major = earlier.globalDays().equals(SurgicalPackage.MAJOR);
            if (visit.hasAny(major ? BESIDE_MAJOR : BESIDE_MINOR)) {
                return Optional.empty();
            }
            return Optional.of(
                    on(
                            visit,
                            Medicare.denied(claim),
                            "the visit falls in the global period of " + told(earlier),
                            major
                                    ? "add 57 where the surgery was decided on at the visit, else leave it out"
                                    : "add 25 where the visit was significant and went beyond the usual work of the"
                                            + " procedure, else leave it out"));
        }
        if (!visit.hasAny(UNRELATED_VISIT)) {
            return Optional.of(
                    on(
                            visit,
                            Medicare.denied(claim),
                            "the visit falls in the global period of "
                                    + told(earlier)
                                    + (aftercare ? ", and its diagnosis is of aftercare" : ""),
                            aftercare
                                    ? "leave it out, or report 99024, which is not paid"
                                    : "add 24 where the visit was unrelated to the surgery and its diagnosis shows it,"
                                            + " else leave it out"));
        }
        return aftercare
                ? Optional.of(
                        on(
                                visit,
                                Severity.WARN,
                                "24 says that the visit was unrelated to "
                                        + told(earlier)
                                        + ", but its diagnosis is of aftercare or a complication",
                                "point to the diagnosis of the unrelated problem, or leave the visit out"))
                : Optional.empty();
    }

    private static Optional<Finding> postpartum(
            SurgicalPackage earlier, ClaimLine visit, LocalDate serviceDate) {
        boolean covered =
                earlier.globalDays().equals(SurgicalPackage.MATERNITY)
                        && serviceDate.isAfter(earlier.date())
                        && !serviceDate.isAfter(earlier.date().plusDays(POSTPARTUM_DAYS));
        if (!covered || visit.hasAny(UNRELATED_VISIT)) {
            return Optional.empty();
        }
        return Optional.of(
                on(
                        visit,
                        Severity.INFO,
                        "postpartum care of some six weeks is part of most maternity codes, "
                                + earlier.code().value()
                                + " among them where it includes that care",
                        "add 24 where the visit was unrelated to the pregnancy"));
    }

    /// Whether every diagnosis of a visit is of aftercare or a complication.
    private static boolean aftercare(ClaimLine visit, Claim claim) {
        var codes =
                visit.diagnoses().isEmpty()
                        ? claim.diagnoses().stream().map(ClaimLine::code).toList()
                        : visit.diagnoses().stream().map(Code::value).toList();
        return !codes.isEmpty() && codes.stream().allMatch(GlobalPeriodEdit::ofSurgery);
    }

    private static boolean ofSurgery(String diagnosis) {
        var category = diagnosis.substring(0, 3);
        boolean complication = category.compareTo("T80") >= 0 && category.compareTo("T88") <= 0;
        return complication || AFTERCARE.contains(category);
    }

    /// A modifier of a global period where none runs.
    private static Optional<Finding> outside(
            ClaimLine line, Optional<SurgicalPackage> earlier, Claim claim) {
        var serviceDate = claim.encounter().serviceDate();
        boolean past = earlier.filter(procedure -> !procedure.covers(serviceDate)).isPresent();
        boolean postpartum =
                earlier.filter(procedure ->
                                procedure.globalDays().equals(SurgicalPackage.MATERNITY))
                        .isPresent();
        if (past && !postpartum && line.hasAny(OF_A_PERIOD)) {
            return Optional.of(
                    on(
                            line,
                            Severity.WARN,
                            "a modifier of the global period stands outside that of "
                                    + told(earlier.get()),
                            "leave the modifier out, or give the procedure whose period runs"));
        }
        if (!line.hasAny(Set.of("57")) || !visit(line)) {
            return Optional.empty();
        }
        var days = claim.lines().stream().map(other -> other.entry().fees().globalDays()).toList();
        boolean misplaced =
                days.stream().anyMatch(MINOR::contains)
                        && !days.contains(SurgicalPackage.MAJOR)
                        && earlier.filter(procedure ->
                                        procedure.globalDays().equals(SurgicalPackage.MAJOR))
                                .isEmpty();
        return misplaced
                ? Optional.of(
                        on(
                                line,
                                Severity.WARN,
                                "57 is of the decision for a procedure of 90 global days, and the claim has only minor"
                                        + " ones",
                                "use 25 where the visit went beyond the usual work of the procedure"))
                : Optional.empty();
    }

    /// That modifiers of a global period could not be checked.
    private static Optional<Finding> unknown(Claim claim, Optional<SurgicalPackage> earlier) {
        boolean unchecked =
                earlier.isEmpty()
                        && claim.lines().stream().anyMatch(line -> line.hasAny(OF_A_PERIOD));
        return unchecked
                ? Optional.of(
                        Finding.onClaim(
                                ID,
                                Severity.INFO,
                                "modifiers 24, 58, 78 and 79 could not be checked: no earlier procedure is told",
                                SOURCE,
                                "give the earlier procedure and its date"))
                : Optional.empty();
    }

    private static String told(SurgicalPackage earlier) {
        return earlier.code().value()
                + " of "
                + earlier.date()
                + (earlier.globalDays().isEmpty()
                        ? ""
                        : " (" + earlier.globalDays() + " global days)");
    }

    private static Finding on(ClaimLine line, Severity severity, String message, String remedy) {
        return Finding.on(line, ID, severity, message, SOURCE, remedy);
    }
}
