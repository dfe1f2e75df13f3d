package dev.superbill.rule.diagnosis;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeRange;
import dev.superbill.codeset.CodeSets;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Injuries, poisonings, external causes, fractures in disease and conditions of the fetus carry a
/// seventh character, and it must agree with the service.
///
/// Active treatment is A (B and C for open fractures); healing and aftercare D and its kin; what
/// remains S. So an initial treatment of a fracture or a repair of a wound does not go with D or S,
/// an aftercare Z code does not stand in for the injury, and S needs the condition that remains
/// before it.
///
/// Source: ICD-10-CM Official Guidelines FY2026, sections I.A.5, I.B.10, I.C.19.a, I.C.19.c and
/// I.C.21.c.7, effective 2025-10-01.
public final class SeventhCharacterEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "icd-10-cm-seventh-character";

    private static final String SOURCE =
            "ICD-10-CM Official Guidelines FY2026, sections I.A.5, I.C.19.a and I.C.21.c.7";
    private static final int FULL = 7;

    /// Categories whose codes all carry one. T30-T32 and T86-T87 of the injuries do not.
    private static final List<CodeRange> CARRIERS =
            CodeRange.list(
                    "S00-T28 T33-T85 T88 V00-Y06 Y08 Y21-Y38 M80 M84.3-M84.6 O31 O32 O33.3-O33.6 O35 O36 O40 O41"
                            + " O60.1 O60.2 O64 O69");

    private static final List<CodeRange> INJURIES = CodeRange.list("S00-T88 M80 M84.3-M84.6");
    private static final List<CodeRange> AFTERCARE = CodeRange.list("Z47-Z48");

    /// Treatment of fractures and dislocations, and repair of wounds.
    private static final List<CodeRange> ACTIVE_TREATMENT =
            CodeRange.list(
                    "12001-13160 21310-21497 22310-22328 23500-23680 24500-24685 25500-25695 26600-26785"
                            + " 27197-27258 27267-27269 27500-27566 27750-27848 28400-28675");

    private final CodeSets codeSets;

    /// @param codeSets the code sets loaded
    public SeventhCharacterEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        var findings = new ArrayList<Finding>();
        for (var diagnosis : claim.diagnoses()) {
            lacking(diagnosis, claim).ifPresent(findings::add);
        }
        for (var line : claim.lines()) {
            contradicted(line, claim).ifPresent(findings::add);
        }
        replaced(claim).ifPresent(findings::add);
        alone(claim).ifPresent(findings::add);
        return findings;
    }

    /// Headers are said to be headers.
    private Optional<Finding> lacking(ClaimLine line, Claim claim) {
        var code = line.entry().code();
        if (!CodeRange.anyContains(CARRIERS, code)
                || seventh(code) != ' '
                || codeSets.standing(code, claim.encounter().serviceDate())
                        == CodeSets.Standing.HEADER) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.on(
                        line,
                        ID,
                        Severity.BLOCK,
                        code.value() + " lacks its seventh character",
                        SOURCE,
                        "add the seventh character: A for active treatment, D for healing, S for what remains, or the"
                                + " fetus by number; fill with X up to the sixth"));
    }

    private static Optional<Finding> contradicted(ClaimLine line, Claim claim) {
        if (!CodeRange.anyContains(ACTIVE_TREATMENT, line.entry().code())) {
            return Optional.empty();
        }
        var injuries =
                claim.diagnosesOf(line).stream()
                        .filter(code -> CodeRange.anyContains(INJURIES, code))
                        .toList();
        boolean later =
                !injuries.isEmpty()
                        && injuries.stream()
                                .map(SeventhCharacterEdit::seventh)
                                .allMatch(character -> character == 'D' || character == 'S');
        return later
                ? Optional.of(
                        Finding.on(
                                line,
                                ID,
                                Severity.WARN,
                                line.code()
                                        + " is active treatment, and its injuries are coded as healing or as remains: "
                                        + injuries.stream()
                                                .map(Code::value)
                                                .collect(Collectors.joining(", ")),
                                SOURCE,
                                "use A (B or C for an open fracture) while the injury is treated actively; report later"
                                        + " care by its own procedure code"))
                : Optional.empty();
    }

    /// Aftercare of an injury is the injury with its seventh character, not a Z code.
    private static Optional<Finding> replaced(Claim claim) {
        boolean injured =
                claim.diagnoses().stream()
                        .map(line -> line.entry().code())
                        .anyMatch(code ->
                                CodeRange.anyContains(INJURIES, code) && seventh(code) != ' ');
        return claim.diagnoses().stream()
                .filter(line -> injured && CodeRange.anyContains(AFTERCARE, line.entry().code()))
                .findFirst()
                .map(line ->
                        Finding.on(
                                line,
                                ID,
                                Severity.WARN,
                                line.code()
                                        + " is aftercare, which an injury says by its seventh character",
                                SOURCE,
                                "report the injury with D or its kin, and the aftercare code only for what is not an"
                                        + " injury"));
    }

    /// What remains is coded first, then the injury with S.
    private static Optional<Finding> alone(Claim claim) {
        boolean onlySequelae =
                claim.diagnoses().stream()
                        .map(line -> line.entry().code())
                        .filter(code -> !isExternalCause(code))
                        .allMatch(code ->
                                CodeRange.anyContains(INJURIES, code) && seventh(code) == 'S');
        return claim.diagnoses().stream()
                .filter(line -> onlySequelae && !isExternalCause(line.entry().code()))
                .findFirst()
                .map(line ->
                        Finding.on(
                                line,
                                ID,
                                Severity.WARN,
                                line.code()
                                        + " says what an injury left behind, and nothing says what that is",
                                "ICD-10-CM Official Guidelines FY2026, section I.B.10",
                                "code the condition that remains first, then the injury with S"));
    }

    private static boolean isExternalCause(Code code) {
        return "VWXY".indexOf(code.value().charAt(0)) >= 0;
    }

    /// The seventh character, or a blank.
    private static char seventh(Code code) {
        var characters = code.value().replace(".", "");
        return characters.length() == FULL ? characters.charAt(FULL - 1) : ' ';
    }
}
