package dev.superbill.rule.ncci;

import dev.superbill.codeset.CodeSets;
import dev.superbill.rule.Claim;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.List;

/// A scope to look with is part of a procedure through the same scope: the base code of an
/// endoscopic family is not reported beside a member of it.
///
/// The families are those of the fee schedule. Another side, or a modifier for another encounter or
/// site, sets the two apart. Pairs that a procedure-to-procedure edit lists are its own.
///
/// Source: CMS, Medicare NCCI Policy Manual, chapter I, section C, effective 2026-01-01; RVU file,
/// endoscopic base codes, 2025-10-01.
public final class DiagnosticEndoscopyEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "ncci-diagnostic-endoscopy";

    private static final String SOURCE =
            "Medicare NCCI Policy Manual, chapter I, section C, effective 2026-01-01";

    private final CodeSets codeSets;

    /// @param codeSets the code sets with the edits
    public DiagnosticEndoscopyEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        return Principle.DIAGNOSTIC_ENDOSCOPY.on(claim, codeSets).stream()
                .map(included ->
                        Finding.on(
                                included.line(),
                                ID,
                                Severity.BLOCK,
                                included.line().code()
                                        + " is the look that every endoscopy of its family includes, and "
                                        + included.in().code()
                                        + " is one of them",
                                SOURCE,
                                "leave it out, unless it was another side or session: then name the side, or add XE or"
                                        + " 59"))
                .toList();
    }
}
