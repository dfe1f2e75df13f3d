package dev.superbill.rule.encounter;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.CodeSetRelease;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.CodeTable;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A code must be in force on the date of service; what replaced it is named.
///
/// A code that ended, or is not in force yet, cannot be billed. Where only our own table tells, and
/// calls the date unconfirmed (confidence `L` in the remark), a service within a year of that date
/// goes to a person instead. A code that nothing loaded lists is not refused: it may be new.
///
/// Source: CMS, Medicare Claims Processing Manual, chapter 23, section 20 (codes valid on the date
/// of service, no grace period since 2005-01-01).
public final class ActiveDateEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "date-of-service";

    private static final Pattern UNCONFIRMED = Pattern.compile("\\bL\\b");
    private static final String MANUAL =
            "Medicare Claims Processing Manual, chapter 23, section 20";

    private final CodeSets codeSets;

    /// @param codeSets the code sets loaded
    public ActiveDateEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        var serviceDate = claim.encounter().serviceDate();
        return Stream.concat(claim.lines().stream(), claim.diagnoses().stream())
                .flatMap(line -> problem(line, serviceDate).stream())
                .toList();
    }

    private Optional<Finding> problem(ClaimLine line, LocalDate serviceDate) {
        return switch (codeSets.standing(line.entry().code(), serviceDate)) {
            case ACTIVE, HEADER -> Optional.empty();
            case INACTIVE -> Optional.of(inactive(line, serviceDate));
            case UNKNOWN -> Optional.of(unlisted(line, serviceDate));
        };
    }

    /// A code that our own table knows and the loaded edition leaves out is not in force.
    private Finding unlisted(ClaimLine line, LocalDate serviceDate) {
        var code = line.entry().code();
        if (codeSets.table().row(code) != CodeTable.NO_ROW) {
            return inactive(line, serviceDate);
        }
        return Finding.on(
                line,
                ID,
                Severity.WARN,
                line.code() + " is in no edition that is loaded",
                source(code, serviceDate),
                "check the code against the licensed edition in force");
    }

    private Finding inactive(ClaimLine line, LocalDate serviceDate) {
        var entry =
                codeSets.describe(line.entry().code(), serviceDate).orElseGet(() -> line.entry());
        var replaced =
                entry.successors().stream().map(Code::value).collect(Collectors.joining(", "));
        return Finding.on(
                line,
                ID,
                unconfirmed(entry, serviceDate) ? Severity.WARN : Severity.BLOCK,
                line.code()
                        + " is not in force on "
                        + serviceDate
                        + ": "
                        + because(entry, serviceDate),
                source(entry.code(), serviceDate),
                replaced.isEmpty()
                        ? "report the code in force on that date"
                        : "report " + replaced + ", which replaced it");
    }

    private String because(CodeEntry entry, LocalDate serviceDate) {
        if (entry.activeFrom().isAfter(serviceDate)) {
            return "it begins on " + entry.activeFrom();
        }
        return judged(entry.code(), serviceDate)
                        && entry.activeTo().equals(serviceDate.minusDays(1))
                ? "the edition of that date does not list it"
                : "it ended on " + entry.activeTo();
    }

    private boolean judged(Code code, LocalDate serviceDate) {
        return codeSets.listing(code.system(), serviceDate)
                .filter(release -> !codeSets.ownReleases().contains(release))
                .isPresent();
    }

    private boolean unconfirmed(CodeEntry entry, LocalDate serviceDate) {
        var boundary =
                entry.activeFrom().isAfter(serviceDate) ? entry.activeFrom() : entry.activeTo();
        return UNCONFIRMED.matcher(entry.remark()).find()
                && !judged(entry.code(), serviceDate)
                && boundary.minusYears(1).isBefore(serviceDate)
                && serviceDate.isBefore(boundary.plusYears(1));
    }

    private String source(Code code, LocalDate serviceDate) {
        return codeSets.listing(code.system(), serviceDate)
                .map(ActiveDateEdit::cited)
                .map(edition -> MANUAL + "; " + edition)
                .orElse(MANUAL);
    }

    private static String cited(CodeSetRelease release) {
        return release.name() + " " + release.edition();
    }
}
