package dev.superbill.rule.encounter;

import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.CodeSetRelease;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.SourceKind;
import dev.superbill.note.ClaimType;
import dev.superbill.rule.Claim;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Says which code sets do not cover the service date. The date of service picks every edition.
///
/// CPT is checked before anything else runs. HCPCS, ICD-10-CM and the procedure-to-procedure edits
/// of the claim's type must be there: a missing one is a warning, and everything goes to a person.
/// Of the other files the operator loads what he needs: one that is loaded, but for other dates, is
/// a warning too. Where only our own sample of pairs serves, that is said once.
///
/// Source: CMS, Medicare Claims Processing Manual, chapter 23, section 20; ICD-10-CM Official
/// Guidelines FY2026.
public final class EditionEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "edition";

    private static final String SOURCE =
            "Medicare Claims Processing Manual, chapter 23, section 20";

    private final CodeSets codeSets;

    /// @param codeSets the code sets loaded
    public EditionEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        var serviceDate = claim.encounter().serviceDate();
        var pairs = pairs(claim.encounter().claimType());
        var required =
                Stream.of(CodeSystem.HCPCS.label(), CodeSystem.ICD_10_CM.label(), pairs.label())
                        .filter(name -> codeSets.release(name, serviceDate).isEmpty())
                        .map(name -> missing(name, Severity.WARN, serviceDate));
        var lapsed =
                optional(claim.encounter().claimType())
                        .filter(codeSets.official()::has)
                        .filter(kind -> codeSets.official().release(kind, serviceDate).isEmpty())
                        .map(kind -> missing(kind.label(), weight(kind), serviceDate));
        return Stream.of(required, lapsed, sample(pairs, serviceDate).stream())
                .flatMap(findings -> findings)
                .toList();
    }

    private static SourceKind pairs(ClaimType type) {
        return switch (type) {
            case PROFESSIONAL -> SourceKind.PTP_PRACTITIONER;
            case FACILITY -> SourceKind.PTP_HOSPITAL;
        };
    }

    private static Stream<SourceKind> optional(ClaimType type) {
        var mue =
                switch (type) {
                    case PROFESSIONAL -> SourceKind.MUE_PRACTITIONER;
                    case FACILITY -> SourceKind.MUE_OUTPATIENT;
                };
        return Stream.of(
                mue,
                SourceKind.ADD_ON,
                SourceKind.FEE_SCHEDULE,
                SourceKind.ICD_10_CM_EXCLUDES,
                SourceKind.PLACE_OF_SERVICE);
    }

    private Optional<Finding> sample(SourceKind pairs, LocalDate serviceDate) {
        return codeSets.official().isShipped(pairs, serviceDate)
                ? codeSets.official().release(pairs, serviceDate).map(EditionEdit::sampled)
                : Optional.empty();
    }

    private static Finding sampled(CodeSetRelease release) {
        return Finding.onClaim(
                ID,
                Severity.INFO,
                "only a sample of "
                        + release.entries()
                        + " procedure-to-procedure pairs was checked: no quarterly file is loaded",
                release.name() + " " + release.edition(),
                "load the quarterly NCCI files");
    }

    /// Exclusions between diagnoses ship for a year of ours: without them less is checked.
    private static Severity weight(SourceKind kind) {
        return kind == SourceKind.ICD_10_CM_EXCLUDES ? Severity.INFO : Severity.WARN;
    }

    private static Finding missing(String name, Severity severity, LocalDate serviceDate) {
        return Finding.onClaim(
                ID,
                severity,
                "no loaded edition of " + name + " covers " + serviceDate,
                SOURCE,
                "load the edition in force on that date");
    }
}
