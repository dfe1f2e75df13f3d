package dev.superbill.rule.diagnosis;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeRange;
import dev.superbill.codeset.CodeSets;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Some diagnoses never come first: manifestations of a disease coded elsewhere, external causes,
/// and codes that only add to another.
///
/// The first diagnosis of the claim and of each line is judged, once a person has put them in
/// order; a draft has no order yet.
///
/// Source: ICD-10-CM Official Guidelines FY2026, sections I.A.13 (manifestations), I.C.20.a.6
/// (external causes) and I.C.21.c (status and other additional Z codes), effective 2025-10-01.
public final class FirstListedEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "icd-10-cm-first-listed";

    private static final String SOURCE =
            "ICD-10-CM Official Guidelines FY2026, sections I.A.13, I.C.20.a.6 and I.C.21.c";
    private static final String ELSEWHERE = "diseases classified elsewhere";

    /// Categories that hold nothing but manifestations.
    private static final List<CodeRange> MANIFESTATIONS =
            CodeRange.list(
                    "D77 E35 F02 G13 G32 G53 G55 G63 G94 G99 H22 H28 H36 H42 H67 H75 H82 H94 I32 I39 I41 I43 I52"
                            + " I68 I79 J17 J99 K23 K67 K77 K87 L14 L45 L54 L62 L86 L99 M01 M36 M63 N08 N16 N22 N29"
                            + " N33 N37 N51 N74");

    private static final List<CodeRange> EXTERNAL_CAUSES = CodeRange.list("V00-Y99");

    /// Codes that add to another: resistance, receptors, stay of a body, weeks, outcome, weight,
    /// blood, refusals, drugs taken for long, allergies to drugs, germs.
    private static final List<CodeRange> ADDITIONAL =
            CodeRange.list("B95-B97 Z16 Z17 Z18 Z37 Z3A Z66 Z67 Z68 Z79 Z88");

    private final CodeSets codeSets;

    /// @param codeSets the code sets with the words of codes
    public FirstListedEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        if (claim.state() == Claim.State.DRAFT) {
            return List.of();
        }
        var firsts =
                Stream.concat(
                                claim.diagnoses().stream()
                                        .limit(1)
                                        .map(line -> line.entry().code()),
                                claim.lines().stream()
                                        .flatMap(line -> line.diagnoses().stream().limit(1)))
                        .distinct()
                        .toList();
        return claim.diagnoses().stream()
                .filter(line -> firsts.contains(line.entry().code()))
                .flatMap(line -> misplaced(line, claim).stream())
                .toList();
    }

    private Optional<Finding> misplaced(ClaimLine line, Claim claim) {
        var code = line.entry().code();
        if (CodeRange.anyContains(EXTERNAL_CAUSES, code)) {
            return Optional.of(
                    finding(
                            line,
                            claim.denial(),
                            "an external cause never comes first",
                            "put the injury or condition before it"));
        }
        if (CodeRange.anyContains(ADDITIONAL, code)) {
            return Optional.of(
                    finding(
                            line,
                            Severity.WARN,
                            "the code only adds to another diagnosis",
                            "put the reason for the visit before it"));
        }
        if (isManifestation(code, claim)) {
            return Optional.of(
                    finding(
                            line,
                            claim.denial(),
                            "a manifestation never comes first",
                            "put the disease that it comes of before it"));
        }
        return Optional.empty();
    }

    private boolean isManifestation(Code code, Claim claim) {
        return CodeRange.anyContains(MANIFESTATIONS, code)
                || codeSets.describe(code, claim.encounter().serviceDate())
                        .map(entry -> entry.description().toLowerCase(Locale.ROOT))
                        .filter(words -> words.contains(ELSEWHERE))
                        .isPresent();
    }

    private static Finding finding(
            ClaimLine line, Severity severity, String message, String remedy) {
        return Finding.on(line, ID, severity, line.code() + ": " + message, SOURCE, remedy);
    }
}
