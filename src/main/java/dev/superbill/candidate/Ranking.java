package dev.superbill.candidate;

import dev.superbill.classification.RankedCode;
import dev.superbill.code.Code;
import dev.superbill.codeset.CodeTable;
import dev.superbill.mention.Evidence;
import dev.superbill.mention.NoteMentions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the ranker says of one note's codes.
final class Ranking {
    /// The logit of a code that the ranker does not name.
    private static final double UNNAMED = ConfidenceModel.logit(0);

    private static final int SAME_FAMILY = 4;

    private final CodeTable table;
    private final List<RankedCode> ranked;
    private final Map<Code, Double> logits = new HashMap<>();
    private final Map<Code, Double> votes = new HashMap<>();

    /// @param table the code table
    /// @param ranked the codes; none where no ranker read the note
    Ranking(CodeTable table, List<RankedCode> ranked) {
        this.table = table;
        this.ranked =
                ranked.stream()
                        .sorted(
                                Comparator.comparingDouble(RankedCode::score)
                                        .reversed()
                                        .thenComparing(RankedCode::code))
                        .toList();
        for (var code : ranked) {
            logits.put(code.code(), ConfidenceModel.logit(code.score()));
            votes.put(code.code(), code.voteLogit());
        }
    }

    boolean present() {
        return !ranked.isEmpty();
    }

    boolean names(Code code) {
        return logits.containsKey(code);
    }

    double logit(Code code) {
        return logits.getOrDefault(code, UNNAMED);
    }

    /// The votes of similar notes for a code, as a logarithm; 0 for none.
    double votes(Code code) {
        return votes.getOrDefault(code, 0.0);
    }

    /// The probability of a code, 0 where it is not named.
    double score(Code code) {
        return names(code) ? ConfidenceModel.sigmoid(logit(code)) : 0;
    }

    /// How far a code lies before the best other of its family, in logits; below 0 where it lies
    /// behind.
    double lead(Code code) {
        double best = UNNAMED;
        for (var other : ranked) {
            if (!other.code().equals(code) && sameFamily(other.code(), code)) {
                best = logit(other.code());
                break;
            }
        }
        return logit(code) - best;
    }

    /// The rows of the other codes of the family whose logit is at most 1 below the code's.
    List<Integer> rivals(Code code, LocalDate serviceDate) {
        var rows = new ArrayList<Integer>();
        for (var other : ranked) {
            int row = table.row(other.code());
            if (!other.code().equals(code)
                    && sameFamily(other.code(), code)
                    && logit(other.code()) > logit(code) - 1
                    && row != CodeTable.NO_ROW
                    && table.activeOn(row, serviceDate)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /// The procedures that the ranker names and that are in force. Not visits: those have a stage
    /// of their own. And not what the passage only denies, plans or recalls: the ranker reads what
    /// is spoken of, not whether it is so.
    List<RankedProposal> proposals(NoteMentions mentions, LocalDate serviceDate) {
        var proposals = new ArrayList<RankedProposal>();
        for (int place = 0; place < ranked.size(); place++) {
            var code = ranked.get(place);
            int row = table.row(code.code());
            if (row != CodeTable.NO_ROW
                    && table.activeOn(row, serviceDate)
                    && Chapter.of(code.code()) != Chapter.VISIT
                    && !mentions.onlyDoubted(code.passage().span())) {
                proposals.add(proposal(row, code, place, mentions));
            }
        }
        return proposals;
    }

    private static RankedProposal proposal(
            int row, RankedCode code, int place, NoteMentions mentions) {
        var span = code.passage().span();
        var section = mentions.sections().get(code.passage().section());
        return new RankedProposal(
                row,
                code.code(),
                code.score(),
                place,
                Standing.ofProcedure(section.kind()),
                mentions.sideNamed(span),
                Evidence.quoting(mentions.note(), section.heading(), span));
    }

    private boolean sameFamily(Code a, Code b) {
        if (a.value().regionMatches(0, b.value(), 0, SAME_FAMILY)) {
            return true;
        }
        int rowA = table.row(a);
        int rowB = table.row(b);
        return rowA != CodeTable.NO_ROW
                && rowB != CodeTable.NO_ROW
                && table.groupOf(rowA) != 0
                && table.groupOf(rowA) == table.groupOf(rowB);
    }
}
