package dev.superbill.rule.coverage;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.Coverage;
import dev.superbill.codeset.OfficialFiles;
import dev.superbill.codeset.SourceKind;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where a coverage determination lists the diagnoses that support a procedure, one of the line's
/// diagnoses must be among them.
///
/// Determinations bind Medicare and its Advantage plans (short names that begin with `medicare`),
/// and are checked where the payer is unknown. In a known jurisdiction each one that binds there
/// must be met. Where the jurisdiction is unknown, any one that is met serves, and a local one that
/// is not met goes to a person: another contractor may pay. With nothing loaded, that is said once.
///
/// Source: Social Security Act, section 1862(a)(1)(A); CMS, Medicare Program Integrity Manual,
/// chapter 13; 42 CFR 422.101(b); Medicare Coverage Database as loaded.
public final class MedicalNecessityEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "medical-necessity";

    private static final String MEDICARE = "medicare";
    private static final int MOST_NAMED = 4;
    private static final String SOURCE =
            "Social Security Act, section 1862(a)(1)(A); Medicare Program Integrity Manual, chapter 13";

    private final OfficialFiles files;

    /// @param codeSets the code sets with the determinations
    public MedicalNecessityEdit(CodeSets codeSets) {
        this.files = codeSets.official();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        var payer = claim.encounter().payer().told();
        if (claim.lines().isEmpty()
                || payer.filter(name -> !name.startsWith(MEDICARE)).isPresent()) {
            return List.of();
        }
        if (files.release(SourceKind.COVERAGE, claim.encounter().serviceDate()).isEmpty()) {
            return List.of(unchecked(claim));
        }
        return claim.lines().stream().flatMap(line -> unmet(line, claim).stream()).toList();
    }

    private Finding unchecked(Claim claim) {
        boolean lapsed = files.has(SourceKind.COVERAGE);
        return Finding.onClaim(
                ID,
                Severity.INFO,
                lapsed
                        ? "coverage not checked: no loaded edition of the determinations covers "
                                + claim.encounter().serviceDate()
                        : "coverage not checked: no coverage determinations are loaded",
                SOURCE,
                "load the Medicare Coverage Database");
    }

    private List<Finding> unmet(ClaimLine line, Claim claim) {
        var jurisdiction = claim.encounter().jurisdiction().told();
        var binding =
                files
                        .coverage(
                                line.entry().code(),
                                claim.diagnosesOf(line),
                                claim.encounter().serviceDate())
                        .stream()
                        .filter(coverage -> binds(coverage, jurisdiction))
                        .toList();
        boolean anywhere =
                jurisdiction.isEmpty()
                        && binding.stream().anyMatch(coverage -> !coverage.supporting().isEmpty());
        var findings = new ArrayList<Finding>();
        for (var coverage : binding) {
            boolean certain = jurisdiction.isPresent() || coverage.jurisdictions().isEmpty();
            if (coverage.supporting().isEmpty() && (certain || !anywhere)) {
                findings.add(finding(line, coverage, certain ? claim.denial() : Severity.WARN));
            }
        }
        return findings;
    }

    private static boolean binds(Coverage coverage, Optional<String> jurisdiction) {
        return coverage.jurisdictions().isEmpty()
                || jurisdiction
                        .map(told ->
                                coverage.jurisdictions().stream()
                                        .anyMatch(one ->
                                                one.toLowerCase(Locale.ROOT)
                                                        .equals(told.toLowerCase(Locale.ROOT))))
                        .orElse(true);
    }

    private static Finding finding(ClaimLine line, Coverage coverage, Severity severity) {
        var opposing =
                coverage.opposing().isEmpty()
                        ? ""
                        : "; it says that these do not: " + named(coverage.opposing());
        return Finding.on(
                line,
                ID,
                severity,
                "no diagnosis of the line supports "
                        + line.code()
                        + " under "
                        + coverage.determination()
                        + " ("
                        + coverage.title()
                        + ")"
                        + opposing,
                coverage.determination()
                        + ", "
                        + coverage.release().name()
                        + " "
                        + coverage.release().edition(),
                coverage.examples().isEmpty()
                        ? "point the line to a diagnosis that the determination supports"
                        : "point the line to a diagnosis that the note documents and the determination supports, such as "
                                + named(coverage.examples())
                                + "; else have the patient sign a notice of noncoverage (ABN)");
    }

    private static String named(List<Code> codes) {
        return codes.stream().limit(MOST_NAMED).map(Code::value).collect(Collectors.joining(", "));
    }
}
