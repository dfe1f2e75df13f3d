package dev.superbill.rule.ncci;

import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.MueLimit;
import dev.superbill.codeset.SourceKind;
import dev.superbill.note.ClaimType;
import dev.superbill.note.PriorLine;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Medically unlikely edits: units above the value are denied, all of them and not only those in
/// excess.
///
/// MAI 1 counts a claim line, so that repeats stand on lines of their own with a modifier that says
/// why; MAI 2 (policy, absolute) and MAI 3 (clinical, may be overridden with records) count the
/// date of service, lines already billed that day included. Professional claims have the
/// practitioner values, those of facilities the outpatient ones; the values of suppliers wait for
/// claims that say they are a supplier's. Some values are confidential: no value is not no limit.
///
/// Source: CMS, Medicare NCCI Policy Manual, chapter I, section V, effective 2026-01-01.
public final class MueEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "ncci-mue";

    private static final String MEDICARE = "medicare";
    private static final String SOURCE =
            "Medicare NCCI Policy Manual, chapter I, section V, effective 2026-01-01";
    private static final Set<String> REPEATS =
            Stream.of(Sites.MODIFIERS, PtpModifiers.DISTINCT, Set.of("76", "77", "91", "50"))
                    .flatMap(Set::stream)
                    .collect(Collectors.toUnmodifiableSet());

    private final CodeSets codeSets;

    /// @param codeSets the code sets with the edits
    public MueEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    /// A value with what it stands in.
    private record Edit(MueLimit limit, String rationale, String source) {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        var findings = new ArrayList<Finding>();
        for (var line : claim.lines()) {
            edit(line, claim)
                    .filter(edit -> binds(edit.limit(), claim))
                    .ifPresent(edit -> {
                        exceeded(line, edit, claim).ifPresent(findings::add);
                        repeated(line, edit, claim).ifPresent(findings::add);
                    });
        }
        return findings;
    }

    private Optional<Edit> edit(ClaimLine line, Claim claim) {
        var professional = claim.encounter().claimType() == ClaimType.PROFESSIONAL;
        var official =
                codeSets.official()
                        .mue(
                                professional
                                        ? SourceKind.MUE_PRACTITIONER
                                        : SourceKind.MUE_OUTPATIENT,
                                line.entry().code(),
                                claim.encounter().serviceDate())
                        .map(match ->
                                new Edit(
                                        match.limit(),
                                        match.rationale(),
                                        SOURCE
                                                + "; "
                                                + match.release().name()
                                                + " "
                                                + match.release().edition()));
        if (official.isPresent() || !professional) {
            return official;
        }
        return line.entry().mue().told().map(limit -> new Edit(limit, "", SOURCE));
    }

    /// A value of 0 means that Medicare does not take the code at all, as with consultations: it
    /// says nothing of other payers.
    private static boolean binds(MueLimit mue, Claim claim) {
        return mue.units() > 0
                || claim.encounter().payer().told().filter(MEDICARE::equals).isPresent();
    }

    private static Optional<Finding> exceeded(ClaimLine line, Edit edit, Claim claim) {
        var mue = edit.limit();
        int units = mue.adjudication() == 1 ? line.units() : unitsOfDay(line, claim);
        return units > mue.units() ? Optional.of(finding(line, units, edit)) : Optional.empty();
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

    /// A line whose code stands on an earlier line, without a modifier on either that says why.
    private static Optional<Finding> repeated(ClaimLine line, Edit edit, Claim claim) {
        if (edit.limit().adjudication() != 1 || line.hasAny(REPEATS)) {
            return Optional.empty();
        }
        boolean again =
                claim.lines().stream()
                                .takeWhile(other -> other.number() != line.number())
                                .anyMatch(other ->
                                        other.entry().code().equals(line.entry().code())
                                                && !other.hasAny(REPEATS))
                        || claim.encounter().sameDayLines().stream()
                                .anyMatch(other -> other.code().equals(line.entry().code()));
        if (!again) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.on(
                        line,
                        ID,
                        Severity.WARN,
                        line.code()
                                + " is reported twice that day without a modifier: it reads as a duplicate (MAI 1)",
                        edit.source(),
                        "add the modifier that says why it was repeated: an anatomic one, 76, 77 or 91, or else XE, XS, XP,"
                                + " XU or 59"));
    }

    private static Finding finding(ClaimLine line, int units, Edit edit) {
        var mue = edit.limit();
        var counted = mue.adjudication() == 1 ? "on the line" : "on the date of service";
        var remedy =
                switch (mue.adjudication()) {
                    case 1 ->
                            "report repeats on lines of their own with the modifier that the record supports";
                    case 2 -> "";
                    default -> "send the record that shows why more was medically necessary";
                };
        return Finding.on(
                line,
                ID,
                mue.adjudication() == 3 ? Severity.WARN : Severity.BLOCK,
                units
                        + " units "
                        + counted
                        + " exceed the MUE value of "
                        + mue.units()
                        + " (MAI "
                        + mue.adjudication()
                        + "): all units are denied, not only those in excess"
                        + (edit.rationale().isEmpty() ? "" : "; CMS: " + edit.rationale()),
                edit.source(),
                remedy);
    }
}
