package dev.superbill.rule.taxonomy;

import dev.superbill.codeset.AddOn;
import dev.superbill.codeset.CodeRange;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.ExamPair;
import dev.superbill.mention.Concept;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import dev.superbill.rule.StatedDates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One analysis has two codes: of a study done before, and along with the study.
///
/// The study belongs to the session where it is on the claim or among the lines billed that day,
/// where the note says so, or where the note dates the data on the day of service; it was done
/// before where the note says so, or dates them earlier. The wrong one of the two goes to a person,
/// and so does an add-on of open primaries without any of its studies: the relations are
/// unconfirmed in part.
///
/// Source: AMA CPT Category III, editions 2021 to 2026, as the table of relations cites them;
/// product policy of 2026-11-21 where they leave room.
public final class ConcurrentStudyEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "ai-concurrent-study";

    private final CodeSets codeSets;

    /// When the study was done.
    private enum Study {
        THIS_SESSION,
        BEFORE,
        UNTOLD
    }

    /// @param codeSets the code sets with the relations
    public ConcurrentStudyEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        var findings = new ArrayList<Finding>();
        for (var line : claim.lines()) {
            for (var pair : codeSets.supplement().pairs()) {
                check(line, pair, claim).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> check(ClaimLine line, ExamPair pair, Claim claim) {
        var code = line.entry().code();
        if (code.equals(pair.alone())) {
            return alone(line, pair, claim);
        }
        return code.equals(pair.withExam()) ? withExam(line, pair, claim) : Optional.empty();
    }

    private static Optional<Finding> alone(ClaimLine line, ExamPair pair, Claim claim) {
        if (claim.beside(line).contains(pair.withExam())) {
            return Optional.of(
                    finding(
                            line,
                            pair,
                            "it is reported both with and without the study",
                            "keep the one that the date of the study supports"));
        }
        return study(line, pair, claim) == Study.THIS_SESSION
                ? Optional.of(
                        finding(
                                line,
                                pair,
                                "it is for a study done before, and this one belongs to the session",
                                "report "
                                        + pair.withExam().value()
                                        + " with the study, or say when the study was done"))
                : Optional.empty();
    }

    private static Optional<Finding> withExam(ClaimLine line, ExamPair pair, Claim claim) {
        var study = study(line, pair, claim);
        if (study == Study.BEFORE) {
            return Optional.of(
                    finding(
                            line,
                            pair,
                            "it is for a study of the same session, and this one was done before",
                            "report " + pair.alone().value() + " instead"));
        }
        boolean open = line.entry().addOn() instanceof AddOn.ToAny;
        return open && !examBilled(line, pair, claim)
                ? Optional.of(
                        finding(
                                line,
                                pair,
                                "none of the studies that it adds to is on the claim",
                                "report the study with it, or "
                                        + pair.alone().value()
                                        + " for a study done before"))
                : Optional.empty();
    }

    private static Study study(ClaimLine line, ExamPair pair, Claim claim) {
        if (examBilled(line, pair, claim)) {
            return Study.THIS_SESSION;
        }
        boolean now = !claim.mentions().concept(Concept.CONCURRENT_STUDY).isEmpty();
        boolean before = !claim.mentions().concept(Concept.PREVIOUS_STUDY).isEmpty();
        if (now != before) {
            return now ? Study.THIS_SESSION : Study.BEFORE;
        }
        var serviceDate = claim.encounter().serviceDate();
        var dates = dates(pair, claim);
        if (now || dates.isEmpty()) {
            return Study.UNTOLD;
        }
        if (dates.stream().allMatch(date -> date.isBefore(serviceDate))) {
            return Study.BEFORE;
        }
        return dates.contains(serviceDate) ? Study.THIS_SESSION : Study.UNTOLD;
    }

    private static boolean examBilled(ClaimLine line, ExamPair pair, Claim claim) {
        return claim.beside(line).stream()
                .anyMatch(code -> CodeRange.anyContains(pair.exams(), code));
    }

    /// The dates that the note gives in the sentences that name the data set.
    private static List<LocalDate> dates(ExamPair pair, Claim claim) {
        return inputs(pair)
                .flatMap(concept -> claim.mentions().concept(concept).stream())
                .flatMap(occurrence ->
                        StatedDates.near(claim.mentions().note().text(), occurrence.span())
                                .stream())
                .distinct()
                .toList();
    }

    private static Stream<Concept> inputs(ExamPair pair) {
        return EnumSet.allOf(Concept.class).stream()
                .filter(concept -> pair.inputs().contains(concept.name()));
    }

    private static Finding finding(ClaimLine line, ExamPair pair, String message, String remedy) {
        return Finding.on(
                line, ID, Severity.WARN, line.code() + ": " + message, pair.source(), remedy);
    }
}
