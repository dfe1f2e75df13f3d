package dev.superbill.rule.diagnosis;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeSets;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A diagnosis is coded to its full number of characters: a code that only heads others cannot be
/// billed, and the codes below it are named.
///
/// Source: ICD-10-CM Official Guidelines FY2026, section I.B.2, effective 2025-10-01; order file of
/// the edition in force on the date of service.
public final class BillableDiagnosisEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "icd-10-cm-billable";

    private static final int MOST_NAMED = 6;
    private static final String SOURCE = "ICD-10-CM Official Guidelines, section I.B.2";

    private final CodeSets codeSets;

    /// @param codeSets the code sets loaded
    public BillableDiagnosisEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        var serviceDate = claim.encounter().serviceDate();
        return claim.diagnoses().stream()
                .flatMap(line -> header(line, serviceDate).stream())
                .toList();
    }

    private Optional<Finding> header(ClaimLine line, LocalDate serviceDate) {
        if (!(line.entry().code() instanceof Code.Icd10 code)
                || codeSets.standing(code, serviceDate) != CodeSets.Standing.HEADER) {
            return Optional.empty();
        }
        var below = codeSets.billableBelow(code, serviceDate, MOST_NAMED + 1);
        var named =
                below.stream().limit(MOST_NAMED).map(Code::value).collect(Collectors.joining(", "));
        return Optional.of(
                Finding.on(
                        line,
                        ID,
                        Severity.BLOCK,
                        code.value() + " only heads the codes that may be reported",
                        codeSets.listing(code.system(), serviceDate)
                                .map(release ->
                                        SOURCE + "; " + release.name() + " " + release.edition())
                                .orElse(SOURCE),
                        "report the code below it that the note supports: "
                                + named
                                + (below.size() > MOST_NAMED ? ", …" : "")));
    }
}
