package dev.superbill.rule.taxonomy;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.WholeService;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A service of software is reported whole or by its parts, never both for one study.
///
/// No published edit is known for these codes: it warns.
///
/// Source: AMA CPT Category III component descriptors as the table of relations cites them; product
/// policy of 2026-11-21.
public final class ComponentServiceEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "ai-components";

    private final CodeSets codeSets;

    /// @param codeSets the code sets with the relations
    public ComponentServiceEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        return claim.lines().stream()
                .flatMap(line ->
                        codeSets.supplement().wholes().stream()
                                .filter(service -> service.parts().contains(line.entry().code()))
                                .flatMap(service -> both(line, service, claim)))
                .toList();
    }

    private static Stream<Finding> both(ClaimLine part, WholeService service, Claim claim) {
        var wholes = claim.beside(part).stream().filter(service.wholes()::contains).toList();
        if (wholes.isEmpty()) {
            return Stream.empty();
        }
        var whole = wholes.getFirst().value();
        return Stream.of(
                Finding.on(
                        part,
                        ID,
                        Severity.WARN,
                        part.code() + " is a part of " + whole + ", which is reported too",
                        service.source(),
                        "report "
                                + whole
                                + " for the whole service, or the parts that were done: "
                                + service.parts().stream()
                                        .map(Code::value)
                                        .collect(Collectors.joining(", "))));
    }
}
