package dev.superbill.rule.ncci;

import dev.superbill.codeset.CodeSets;
import dev.superbill.rule.Claim;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.List;

/// Of two procedures that a coder chooses between, at one site, only the more extensive one is
/// reported: the one of greater work.
///
/// It speaks of open procedures of one sibling group and one part of the body that are done once a
/// day: what is done through one scope is often paid beside each other. Pairs that a
/// procedure-to-procedure edit lists are its own. No edit denies the pair, so a person looks; where
/// CMS's edits of the quarter are loaded and leave it out, it is only worth knowing.
///
/// Source: CMS, Medicare NCCI Policy Manual, chapter I, section L, effective 2026-01-01.
public final class MoreExtensiveEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "ncci-more-extensive";

    private static final String SOURCE =
            "Medicare NCCI Policy Manual, chapter I, section L, effective 2026-01-01";

    private final CodeSets codeSets;

    /// @param codeSets the code sets with the edits
    public MoreExtensiveEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        var severity = Principle.editsLoaded(claim, codeSets) ? Severity.INFO : Severity.WARN;
        return Principle.MORE_EXTENSIVE.on(claim, codeSets).stream()
                .map(included ->
                        Finding.on(
                                included.line(),
                                ID,
                                severity,
                                included.line().code()
                                        + " and "
                                        + included.in().code()
                                        + " are grades of one procedure, and the latter is the more extensive",
                                SOURCE,
                                "report "
                                        + included.in().code()
                                        + " alone, unless they were of separate sites: then name the sites, or add XS or"
                                        + " 59"))
                .toList();
    }
}
