package dev.superbill.rule.ncci;

import dev.superbill.code.Code;
import dev.superbill.codeset.AddOn;
import dev.superbill.note.PriorLine;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An add-on code needs one of its primaries on the claim or among the lines billed that day.
///
/// Where the primaries are the payer's to decide, any other line serves. A missing primary sends
/// the line to a person: it may stand on a claim that this note does not show.
///
/// Source: CMS, NCCI Add-on Code Edits, effective 2026-01-01.
public final class AddOnEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "ncci-add-on";

    private static final int MOST_NAMED = 6;
    private static final String SOURCE = "CMS NCCI Add-on Code Edits, effective 2026-01-01";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        return claim.lines().stream().flatMap(line -> missing(line, claim).stream()).toList();
    }

    private static Optional<Finding> missing(ClaimLine line, Claim claim) {
        var others =
                Stream.concat(
                                claim.lines().stream()
                                        .filter(other -> !other.code().equals(line.code()))
                                        .map(other -> other.entry().code()),
                                claim.encounter().sameDayLines().stream().map(PriorLine::code))
                        .toList();
        return switch (line.entry().addOn()) {
            case AddOn.No _ -> Optional.empty();
            case AddOn.ToAny _ ->
                    others.isEmpty() ? Optional.of(finding(line, List.of())) : Optional.empty();
            case AddOn.ToThese(var primaries) ->
                    primaries.stream().anyMatch(others::contains)
                            ? Optional.empty()
                            : Optional.of(finding(line, primaries));
            case AddOn.To(var primaries) ->
                    primaries.stream().anyMatch(others::contains)
                            ? Optional.empty()
                            : Optional.of(finding(line, primaries));
        };
    }

    private static Finding finding(ClaimLine line, List<Code> primaries) {
        var named = new ArrayList<>(primaries.stream().limit(MOST_NAMED).map(Code::value).toList());
        if (primaries.size() > MOST_NAMED) {
            named.add("…");
        }
        return new Finding(
                ID,
                Severity.WARN,
                line.code(),
                line.code() + " is an add-on and none of its primaries is on the claim",
                SOURCE,
                named.isEmpty()
                        ? "report it with the primary procedure"
                        : "report it with one of " + String.join(", ", named));
    }
}
