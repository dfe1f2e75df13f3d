package dev.superbill.candidate;

import dev.superbill.codeset.CodeTable;
import dev.superbill.mention.Laterality;
import dev.superbill.visit.EvaluationAndManagement;
import java.util.List;
import java.util.Optional;

/// Proposes the code of the visit.
public final class VisitSource {
    private final CodeTable table;

    /// @param table the code table
    public VisitSource(CodeTable table) {
        this.table = table;
    }

    /// The candidate that the visit's level gives, where it gives one.
    public Optional<Candidate> propose(EvaluationAndManagement visit) {
        return visit.level()
                .told()
                .filter(code -> table.row(code) != CodeTable.NO_ROW)
                .map(code ->
                        new Candidate(
                                table.row(code),
                                code,
                                visit.confidence(),
                                List.of(Origin.VISIT),
                                visit.evidence(),
                                Laterality.NONE,
                                List.of(),
                                Standing.RESULT,
                                visit.considered().stream()
                                        .map(table::row)
                                        .filter(row -> row != CodeTable.NO_ROW)
                                        .toList()));
    }
}
