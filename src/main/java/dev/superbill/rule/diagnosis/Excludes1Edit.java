package dev.superbill.rule.diagnosis;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeSetRelease;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.OfficialFiles;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Two diagnoses that an Excludes1 note sets apart are not reported together.
///
/// The guideline itself makes an exception for two conditions that have nothing to do with each
/// other, which no table can tell: so it warns on a draft and on a chosen claim alike, and never
/// blocks.
///
/// Source: ICD-10-CM Official Guidelines FY2026, section I.A.12.a, effective 2025-10-01; Excludes1
/// notes of the tabular list.
public final class Excludes1Edit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "icd-10-cm-excludes1";

    private static final String SOURCE = "ICD-10-CM Official Guidelines, section I.A.12.a";

    private final OfficialFiles files;

    /// @param codeSets the code sets with the notes
    public Excludes1Edit(CodeSets codeSets) {
        this.files = codeSets.official();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        var serviceDate = claim.encounter().serviceDate();
        var findings = new ArrayList<Finding>();
        for (int second = 1; second < claim.diagnoses().size(); second++) {
            for (int first = 0; first < second; first++) {
                var line = claim.diagnoses().get(second);
                var other = claim.diagnoses().get(first);
                excluded(other, line, serviceDate)
                        .map(release -> finding(other, line, release))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<CodeSetRelease> excluded(ClaimLine one, ClaimLine two, LocalDate serviceDate) {
        if (!(one.entry().code() instanceof Code.Icd10 first)
                || !(two.entry().code() instanceof Code.Icd10 second)
                || first.equals(second)) {
            return Optional.empty();
        }
        return files.excludes(first, second, serviceDate)
                .or(() -> files.excludes(second, first, serviceDate));
    }

    private static Finding finding(ClaimLine other, ClaimLine line, CodeSetRelease release) {
        return Finding.on(
                line,
                ID,
                Severity.WARN,
                line.code()
                        + " and "
                        + other.code()
                        + " are set apart by an Excludes1 note: the two are not coded together",
                SOURCE + "; " + release.name() + " " + release.edition(),
                "keep the one that the note supports; keep both only where it says that the conditions are unrelated");
    }
}
