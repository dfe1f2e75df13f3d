package dev.superbill.rule.ncci;

import dev.superbill.codeset.MueLimit;
import dev.superbill.note.PriorLine;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.List;
import java.util.Optional;

/// Medically unlikely edits: units above the value are denied, all of them.
///
/// MAI 1 counts a claim line; MAI 2 (policy, absolute) and MAI 3 (clinical, may be overridden with
/// records) count the date of service, lines already billed that day included.
///
/// Source: CMS, Medicare NCCI Policy Manual, chapter I, section V, effective 2026-01-01.
public final class MueEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "ncci-mue";

    private static final String MEDICARE = "medicare";
    private static final String SOURCE =
            "Medicare NCCI Policy Manual, chapter I, section V, effective 2026-01-01";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        return claim.lines().stream().flatMap(line -> exceeded(line, claim).stream()).toList();
    }

    private static Optional<Finding> exceeded(ClaimLine line, Claim claim) {
        return line.entry()
                .mue()
                .told()
                .filter(mue -> binds(mue, claim))
                .flatMap(mue -> {
                    int units = mue.adjudication() == 1 ? line.units() : unitsOfDay(line, claim);
                    return units > mue.units()
                            ? Optional.of(finding(line, units, mue))
                            : Optional.empty();
                });
    }

    /// A value of 0 means that Medicare does not take the code at all, as with consultations: it
    /// says nothing of other payers.
    private static boolean binds(MueLimit mue, Claim claim) {
        return mue.units() > 0
                || claim.encounter().payer().told().filter(MEDICARE::equals).isPresent();
    }

    private static int unitsOfDay(ClaimLine line, Claim claim) {
        int drafted =
                claim.lines().stream()
                        .filter(other -> other.entry().code().equals(line.entry().code()))
                        .mapToInt(ClaimLine::units)
                        .sum();
        int billed =
                claim.encounter().sameDayLines().stream()
                        .filter(other -> other.code().equals(line.entry().code()))
                        .mapToInt(PriorLine::units)
                        .sum();
        return drafted + billed;
    }

    private static Finding finding(ClaimLine line, int units, MueLimit mue) {
        var counted = mue.adjudication() == 1 ? "on the line" : "on the date of service";
        var remedy =
                switch (mue.adjudication()) {
                    case 1 ->
                            "report repeats on lines of their own with the modifier that the record supports";
                    case 2 -> "";
                    default -> "send the record that shows why more was medically necessary";
                };
        return new Finding(
                ID,
                mue.adjudication() == 3 ? Severity.WARN : Severity.BLOCK,
                line.code(),
                units
                        + " units "
                        + counted
                        + " exceed the MUE value of "
                        + mue.units()
                        + " (MAI "
                        + mue.adjudication()
                        + ")",
                SOURCE,
                remedy);
    }
}
