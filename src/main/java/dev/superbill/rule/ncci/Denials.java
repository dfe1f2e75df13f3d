package dev.superbill.rule.ncci;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.PtpConflict;
import dev.superbill.codeset.PtpMatch;
import dev.superbill.note.PriorLine;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The edits among the lines of a claim, and the lines that modifier indicator 0 denies whatever
/// their modifiers. A line so denied is not paid, so it bundles nothing itself.
final class Denials {
    private final Claim claim;
    private final CodeSets codeSets;
    private final List<PtpConflict> conflicts;
    private final Set<Integer> denied = new HashSet<>();

    Denials(Claim claim, CodeSets codeSets) {
        this.claim = claim;
        this.codeSets = codeSets;
        this.conflicts =
                codeSets.ptpAmong(
                        claim.lines().stream()
                                .map(ClaimLine::entry)
                                .map(entry -> entry.code())
                                .toList(),
                        claim.encounter().claimType(),
                        claim.encounter().serviceDate());
        deny();
    }

    /// Whether modifier indicator 0 denies the line at a place, from 0.
    boolean denies(int place) {
        return denied.contains(place);
    }

    /// The edits that deny the line at a place for the sake of a line that is paid.
    List<PtpConflict> against(int place) {
        return conflicts.stream()
                .filter(conflict -> conflict.column2() == place && !denies(conflict.column1()))
                .toList();
    }

    /// The edit between a line billed already and one of the claim, column 1 first.
    Optional<PtpMatch> between(Code column1, Code column2) {
        return codeSets.ptp(
                column1, column2, claim.encounter().claimType(), claim.encounter().serviceDate());
    }

    /// Settles the lines from the paid ones on; of lines that deny each other in a circle the first
    /// is paid.
    private void deny() {
        var open = new HashSet<Integer>();
        for (int place = 0; place < claim.lines().size(); place++) {
            if (deniedByBilled(place)) {
                denied.add(place);
            } else {
                open.add(place);
            }
        }
        var paid = new HashSet<Integer>();
        while (!open.isEmpty()) {
            int next =
                    open.stream()
                            .filter(place -> never(place).noneMatch(open::contains))
                            .min(Integer::compare)
                            .orElseGet(() -> open.iterator().next());
            open.remove(next);
            if (never(next).anyMatch(paid::contains)) {
                denied.add(next);
            } else {
                paid.add(next);
            }
        }
    }

    private boolean deniedByBilled(int place) {
        var code = claim.lines().get(place).entry().code();
        return claim.encounter().sameDayLines().stream()
                .map(PriorLine::code)
                .flatMap(billed -> between(billed, code).stream())
                .anyMatch(match -> match.pair().indicator() == 0);
    }

    /// The places of the lines for whose sake a line is never paid.
    private Stream<Integer> never(int place) {
        return conflicts.stream()
                .filter(conflict -> conflict.column2() == place)
                .filter(conflict -> conflict.match().pair().indicator() == 0)
                .map(PtpConflict::column1);
    }
}
