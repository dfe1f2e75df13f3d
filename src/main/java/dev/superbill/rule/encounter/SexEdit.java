package dev.superbill.rule.encounter;

import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.PatientLimit;
import dev.superbill.note.Fact;
import dev.superbill.note.Sex;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A code that is for one sex needs a patient recorded with that sex.
///
/// It warns and never blocks: sex on the claim may differ from anatomy, and payers take modifier KX
/// or condition code 45 then. An unknown sex, or one that is neither, says nothing.
///
/// Source: CMS, Definitions of Medicare Code Edits, v43, sex conflict, effective 2025-10-01;
/// Medicare Claims Processing Manual, chapter 32, section 240 (modifier KX, condition code 45).
public final class SexEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "patient-sex";

    private static final String SOURCE =
            "Definitions of Medicare Code Edits v43, sex conflict; Medicare Claims Processing Manual, chapter 32, section"
                    + " 240";

    private final CodeSets codeSets;

    /// @param codeSets the code sets with the limits
    public SexEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        return switch (claim.encounter().patient().sex()) {
            case Fact.Unknown<Sex> _ -> List.of();
            case Fact.Known<Sex>(var sex) ->
                    Stream.concat(claim.lines().stream(), claim.diagnoses().stream())
                            .flatMap(line -> conflict(line, sex).stream())
                            .toList();
        };
    }

    private Optional<Finding> conflict(ClaimLine line, Sex sex) {
        return codeSets.supplement().limits().of(line.entry().code()).stream()
                .filter(limit -> !limit.admits(sex))
                .findFirst()
                .map(limit -> finding(line, limit));
    }

    private static Finding finding(ClaimLine line, PatientLimit limit) {
        var only =
                limit.sex().told().map(sex -> sex.name().toLowerCase(Locale.ROOT)).orElse("other");
        return Finding.on(
                line,
                ID,
                Severity.WARN,
                line.code() + " is for " + only + " patients: " + limit.why(),
                SOURCE,
                "check the sex on the claim; where it differs from anatomy, add modifier KX (condition code 45 on a facility"
                        + " claim)");
    }
}
