package dev.superbill.rule.ncci;

import dev.superbill.codeset.CodeSets;
import dev.superbill.rule.Claim;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.List;

/// A procedure that began through a scope and was completed open is reported as the open one alone.
///
/// Two codes that a coder chooses between, of which one is through a scope and the other open, are
/// taken as such. Pairs that a procedure-to-procedure edit lists are its own. No edit denies the
/// pair, so a person looks; where CMS's edits of the quarter are loaded and leave it out, it is
/// only worth knowing.
///
/// Source: CMS, Medicare NCCI Policy Manual, chapter I, section M, effective 2026-01-01.
public final class SequentialProcedureEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "ncci-sequential";

    private static final String SOURCE =
            "Medicare NCCI Policy Manual, chapter I, section M, effective 2026-01-01";

    private final CodeSets codeSets;

    /// @param codeSets the code sets with the edits
    public SequentialProcedureEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        var severity = Principle.editsLoaded(claim, codeSets) ? Severity.INFO : Severity.WARN;
        return Principle.SEQUENTIAL.on(claim, codeSets).stream()
                .map(included ->
                        Finding.on(
                                included.line(),
                                ID,
                                severity,
                                included.line().code()
                                        + " is the approach through a scope to what "
                                        + included.in().code()
                                        + " completed open",
                                SOURCE,
                                "report "
                                        + included.in().code()
                                        + " alone, unless they were of separate sites"))
                .toList();
    }
}
