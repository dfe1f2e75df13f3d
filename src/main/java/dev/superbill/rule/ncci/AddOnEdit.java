package dev.superbill.rule.ncci;

import dev.superbill.code.Code;
import dev.superbill.codeset.AddOn;
import dev.superbill.codeset.CodeSets;
import dev.superbill.note.PriorLine;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// An add-on code needs one of its primaries on the claim or among the lines billed that day.
///
/// Type 1 has a fixed list; type 2 leaves the primary to the contractor, so that any other line
/// serves; type 3 has a list that the contractor may add to. An add-on is paid only where its
/// primary is: a primary that a procedure-to-procedure edit with indicator 0 denies does not serve.
///
/// In a draft a missing primary sends the line to a person, since it may stand on a claim that this
/// note does not show. On a claim that a person chose, a missing primary of type 1 blocks.
///
/// Source: CMS, NCCI Add-on Code Edits, effective 2026-01-01.
public final class AddOnEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "ncci-add-on";

    private static final int MOST_NAMED = 6;
    private static final String SOURCE = "CMS NCCI Add-on Code Edits, effective 2026-01-01";

    private final CodeSets codeSets;

    /// @param codeSets the code sets with the edits that deny primaries
    public AddOnEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        if (claim.lines().stream().allMatch(line -> line.entry().addOn() instanceof AddOn.No)) {
            return List.of();
        }
        var denials = new Denials(claim, codeSets);
        return claim.lines().stream()
                .flatMap(line -> missing(line, claim, denials).stream())
                .toList();
    }

    private static Optional<Finding> missing(ClaimLine line, Claim claim, Denials denials) {
        return switch (line.entry().addOn()) {
            case AddOn.No _ -> Optional.empty();
            case AddOn.ToAny _ -> missing(line, List.of(), Severity.WARN, claim, denials);
            case AddOn.ToThese(var primaries) ->
                    missing(line, primaries, Severity.WARN, claim, denials);
            case AddOn.To(var primaries) ->
                    missing(line, primaries, severity(line, claim), claim, denials);
        };
    }

    /// Which primaries go with a Category III code is unconfirmed where its entry has a remark.
    private static Severity severity(ClaimLine line, Claim claim) {
        boolean unconfirmed = line.code().endsWith("T") && !line.entry().remark().isEmpty();
        return switch (claim.state()) {
            case DRAFT -> Severity.WARN;
            case CHOSEN -> unconfirmed ? Severity.WARN : Severity.BLOCK;
        };
    }

    /// What is wrong where no primary is paid; any code is one where none is named.
    private static Optional<Finding> missing(
            ClaimLine line, List<Code> primaries, Severity severity, Claim claim, Denials denials) {
        var paid =
                Stream.concat(
                        places(line, claim)
                                .filter(place -> !denials.denies(place))
                                .boxed()
                                .map(place -> claim.lines().get(place).entry().code()),
                        claim.encounter().sameDayLines().stream().map(PriorLine::code));
        if (paid.anyMatch(code -> primaries.isEmpty() || primaries.contains(code))) {
            return Optional.empty();
        }
        var denied =
                places(line, claim)
                        .mapToObj(place -> claim.lines().get(place).entry().code())
                        .filter(code -> primaries.isEmpty() || primaries.contains(code))
                        .map(Code::value)
                        .findFirst();
        var message =
                denied.map(primary ->
                                line.code()
                                        + " is an add-on and its primary "
                                        + primary
                                        + " is itself denied by a procedure-to-procedure edit")
                        .orElseGet(() ->
                                line.code()
                                        + " is an add-on and none of its primaries is on the claim");
        return Optional.of(
                Finding.on(line, ID, severity, message, SOURCE, remedy(line, primaries)));
    }

    private static IntStream places(ClaimLine line, Claim claim) {
        return IntStream.range(0, claim.lines().size())
                .filter(place -> !claim.lines().get(place).code().equals(line.code()));
    }

    private static String remedy(ClaimLine line, List<Code> primaries) {
        if (primaries.isEmpty()) {
            return "report it with the primary procedure";
        }
        var named = new ArrayList<>(primaries.stream().limit(MOST_NAMED).map(Code::value).toList());
        if (primaries.size() > MOST_NAMED) {
            named.add("…");
        }
        var codes = String.join(", ", named);
        return line.entry().addOn() instanceof AddOn.ToThese
                ? "report it with one of " + codes + ", or with one that the contractor accepts"
                : "report it with one of " + codes;
    }
}
