package dev.superbill.rule.ncci;

import dev.superbill.codeset.CodeSets;
import dev.superbill.rule.Claim;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.List;

/// A code that CPT designates a separate procedure is not reported with another procedure in an
/// anatomically related region through the same incision or approach.
///
/// The region is only as fine as the order of CPT. So a draft warns for two codes that a coder
/// chooses between, and else says that it is worth knowing; on a claim that a person chose, it
/// warns. Where CMS's edits of the quarter are loaded and leave the pair out, it is only worth
/// knowing. Pairs that a procedure-to-procedure edit lists are its own.
///
/// Source: CMS, Medicare NCCI Policy Manual, chapter I, section J, effective 2026-01-01;
/// designations from the rationale of the practitioner edits, 2024-07-01.
public final class SeparateProcedureEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "ncci-separate-procedure";

    private static final String SOURCE =
            "Medicare NCCI Policy Manual, chapter I, section J, effective 2026-01-01";

    private final CodeSets codeSets;

    /// @param codeSets the code sets with the edits
    public SeparateProcedureEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        boolean loaded = Principle.editsLoaded(claim, codeSets);
        return Principle.SEPARATE_PROCEDURE.on(claim, codeSets).stream()
                .map(included ->
                        Finding.on(
                                included.line(),
                                ID,
                                loaded ? Severity.INFO : severity(included, claim),
                                included.line().code()
                                        + " is a separate procedure: it is part of "
                                        + included.in().code()
                                        + " where both were done in one region through one approach",
                                SOURCE,
                                "leave it out, unless it was unrelated to the other: then name the sites, or add XS, XE"
                                        + " or 59"))
                .toList();
    }

    private static Severity severity(Principle.Included included, Claim claim) {
        boolean siblings = Principle.siblings(included.line().entry(), included.in().entry());
        return siblings || claim.state() == Claim.State.CHOSEN ? Severity.WARN : Severity.INFO;
    }
}
