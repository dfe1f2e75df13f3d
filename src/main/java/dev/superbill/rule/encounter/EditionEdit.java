package dev.superbill.rule.encounter;

import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.CodeSets;
import dev.superbill.rule.Claim;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// Says which code sets do not cover the service date. The date of service picks every edition.
///
/// CPT is checked before anything else runs; another missing set is a warning, and everything goes
/// to a person.
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
        return Stream.of(CodeSystem.HCPCS.label(), CodeSystem.ICD_10_CM.label(), CodeSets.NCCI)
                .filter(name -> codeSets.release(name, serviceDate).isEmpty())
                .map(name -> missing(name, serviceDate))
                .toList();
    }

    private static Finding missing(String name, LocalDate serviceDate) {
        return new Finding(
                ID,
                Severity.WARN,
                "",
                "no loaded edition of " + name + " covers " + serviceDate,
                SOURCE,
                "load the edition in force on that date");
    }
}
