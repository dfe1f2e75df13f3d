package dev.superbill.rule.encounter;

import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.PatientLimit;
import dev.superbill.note.Fact;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A code that is for an age needs a patient of that age.
///
/// A procedure outside the age of its own definition is denied. A diagnosis goes to a person: some,
/// like conditions that began before birth, may be reported at any age while they last. Limits that
/// are Medicare's coverage and not the definition warn only, and only where Medicare may pay. An
/// unknown age says nothing.
///
/// Source: AMA CPT code definitions, edition 2026; CMS, Definitions of Medicare Code Edits, v43,
/// age conflict, effective 2025-10-01; ICD-10-CM Official Guidelines FY2026, section I.C.16.a.
public final class AgeEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "patient-age";

    private static final String MEDICARE = "medicare";
    private static final String PROCEDURES = "AMA CPT and HCPCS code definitions, edition 2026";
    private static final String DIAGNOSES =
            "Definitions of Medicare Code Edits v43, age conflict, effective 2025-10-01";

    private final CodeSets codeSets;

    /// @param codeSets the code sets with the limits
    public AgeEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        return switch (claim.encounter().patient().ageYears()) {
            case Fact.Unknown<Integer> _ -> List.of();
            case Fact.Known<Integer>(var years) ->
                    Stream.concat(claim.lines().stream(), claim.diagnoses().stream())
                            .flatMap(line -> outside(line, years, claim).stream())
                            .toList();
        };
    }

    private Optional<Finding> outside(ClaimLine line, int years, Claim claim) {
        return codeSets.supplement().limits().of(line.entry().code()).stream()
                .filter(limit -> !limit.admits(years))
                .filter(limit -> !isCoverage(limit) || isMedicare(claim))
                .findFirst()
                .map(limit -> finding(line, years, limit, claim));
    }

    private static boolean isCoverage(PatientLimit limit) {
        return limit.why().toLowerCase(Locale.ROOT).contains(MEDICARE);
    }

    private static boolean isMedicare(Claim claim) {
        return claim.encounter().payer().told().map(MEDICARE::equals).orElse(true);
    }

    private static Finding finding(ClaimLine line, int years, PatientLimit limit, Claim claim) {
        boolean diagnosis = line.entry().code().system() == CodeSystem.ICD_10_CM;
        return Finding.on(
                line,
                ID,
                diagnosis || isCoverage(limit) ? Severity.WARN : claim.denial(),
                line.code()
                        + " is for "
                        + ages(limit)
                        + ", and the patient is "
                        + years
                        + ": "
                        + limit.why(),
                diagnosis ? DIAGNOSES : PROCEDURES,
                "check the age on the claim, or report the code for that age");
    }

    private static String ages(PatientLimit limit) {
        if (limit.oldest() == PatientLimit.NO_AGE) {
            return "patients of " + limit.youngest() + " years and more";
        }
        return limit.youngest() == limit.oldest()
                ? "patients of " + limit.oldest() + " whole years"
                : "patients of " + limit.youngest() + " to " + limit.oldest() + " years";
    }
}
