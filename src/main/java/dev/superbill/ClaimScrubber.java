package dev.superbill;

import dev.superbill.candidate.CandidateMerger;
import dev.superbill.candidate.Lookup;
import dev.superbill.candidate.LookupSource;
import dev.superbill.candidate.Proposal;
import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.CodeSets;
import dev.superbill.mention.Evidence;
import dev.superbill.mention.Laterality;
import dev.superbill.mention.MentionFinder;
import dev.superbill.mention.NoteMentions;
import dev.superbill.note.Note;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rules;
import dev.superbill.rule.ServiceKind;
import dev.superbill.rule.Severity;
import dev.superbill.section.Sectionizer;
import dev.superbill.visit.EvaluationAndManagement;
import dev.superbill.visit.VisitLeveler;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks a claim that a person chose: every rule over its lines as they stand and, where the note
/// came with it, whether the note's words support each code and the level of the visit.
final class ClaimScrubber {
    /// The id of the finding that a code without words to support it gives.
    static final String SUPPORT = "evidence";

    /// The id of the finding that a visit of another level gives.
    static final String LEVEL = "visit-level";

    private static final String SUPPORT_SOURCE =
            "Medicare Program Integrity Manual, chapter 3, section 3.6.2";
    private static final String LEVEL_SOURCE = "AMA CPT E/M guidelines, effective 2023-01-01";

    private final CodeSets codeSets;
    private final NoteClassifier classifier;
    private final Sectionizer sectionizer = new Sectionizer();
    private final MentionFinder finder;
    private final VisitLeveler leveler;
    private final LookupSource lookup;
    private final Rules rules;

    ClaimScrubber(
            CodeSets codeSets,
            NoteClassifier classifier,
            MentionFinder finder,
            VisitLeveler leveler,
            LookupSource lookup,
            Rules rules) {
        this.codeSets = codeSets;
        this.classifier = classifier;
        this.finder = finder;
        this.leveler = leveler;
        this.lookup = lookup;
        this.rules = rules;
    }

    ClaimReview review(ChosenClaim chosen) {
        var serviceDate = chosen.encounter().serviceDate();
        var mentions = chosen.note().told().map(this::read).orElseGet(finder::none);
        var proposed = lookup.propose(mentions, serviceDate, EnumSet.allOf(CodeSystem.class));
        var visit = leveler.level(mentions, classification(chosen), chosen.encounter());
        var claim = claim(chosen, proposed, mentions, visit);
        var findings = new ArrayList<>(rules.check(claim));
        if (claim.documented()) {
            Stream.concat(claim.lines().stream(), claim.diagnoses().stream())
                    .flatMap(line -> support(line, visit).stream())
                    .forEach(findings::add);
        }
        return new ClaimReview(
                claim.lines(), claim.diagnoses(), findings, codeSets.on(serviceDate));
    }

    private NoteClassification classification(ChosenClaim chosen) {
        return chosen.note()
                .told()
                .map(note -> classifier.classify(note.text()))
                .orElseGet(NoteClassification::none);
    }

    private NoteMentions read(Note note) {
        return finder.find(note, sectionizer.split(note));
    }

    private Claim claim(
            ChosenClaim chosen,
            Lookup proposed,
            NoteMentions mentions,
            EvaluationAndManagement visit) {
        var serviceDate = chosen.encounter().serviceDate();
        var diagnoses = new ArrayList<ClaimLine>();
        for (var code : chosen.diagnoses()) {
            diagnoses.add(
                    line(
                            diagnoses.size() + 1,
                            new ChosenClaim.Line(code, 1, List.of(), List.of()),
                            List.of(),
                            proposed,
                            mentions,
                            visit,
                            serviceDate));
        }
        var lines = new ArrayList<ClaimLine>();
        for (var line : chosen.lines()) {
            lines.add(
                    line(
                            lines.size() + 1,
                            line,
                            line.pointers().stream()
                                    .<Code>map(pointer -> chosen.diagnoses().get(pointer - 1))
                                    .toList(),
                            proposed,
                            mentions,
                            visit,
                            serviceDate));
        }
        return new Claim(Claim.State.CHOSEN, lines, diagnoses, chosen.encounter(), mentions);
    }

    private ClaimLine line(
            int number,
            ChosenClaim.Line told,
            List<Code> diagnoses,
            Lookup proposed,
            NoteMentions mentions,
            EvaluationAndManagement visit,
            LocalDate serviceDate) {
        var proposal =
                proposed.proposals().stream()
                        .filter(one -> one.code().equals(told.code()))
                        .findFirst();
        var evidence =
                proposal.map(one -> CandidateMerger.evidence(one.support(), mentions))
                        .orElseGet(() -> visitEvidence(told.code(), visit));
        return new ClaimLine(
                number,
                codeSets.describe(told.code(), serviceDate).orElseGet(() -> unknown(told.code())),
                told.units(),
                told.modifiers(),
                laterality(told, proposal),
                proposal.map(Proposal::sides).orElse(List.of()),
                diagnoses,
                evidence);
    }

    private static List<Evidence> visitEvidence(Code code, EvaluationAndManagement visit) {
        return visit.level().told().filter(code::equals).isPresent() ? visit.evidence() : List.of();
    }

    /// A code that nothing loaded lists is active on no date.
    private static CodeEntry unknown(Code code) {
        return CodeEntry.known(code, "", CodeEntry.ALWAYS_TO, CodeEntry.ALWAYS_TO);
    }

    /// The side that the modifiers claim, or else the note's.
    private static Laterality laterality(ChosenClaim.Line line, Optional<Proposal> proposal) {
        var codes = new ClaimedSides(line.modifiers().stream().map(one -> one.code()).toList());
        return codes.side()
                .orElseGet(() -> proposal.map(Proposal::laterality).orElse(Laterality.NONE));
    }

    /// The sides that modifiers name.
    private record ClaimedSides(List<String> modifiers) {
        Optional<Laterality> side() {
            boolean left = modifiers.contains("LT");
            boolean right = modifiers.contains("RT");
            if (modifiers.contains("50") || (left && right)) {
                return Optional.of(Laterality.BILATERAL);
            }
            if (left || right) {
                return Optional.of(left ? Laterality.LEFT : Laterality.RIGHT);
            }
            return Optional.empty();
        }
    }

    private static Optional<Finding> support(ClaimLine line, EvaluationAndManagement visit) {
        if (!line.evidence().isEmpty() || !known(line)) {
            return Optional.empty();
        }
        if (ServiceKind.of(line.entry().code()) == ServiceKind.VISIT) {
            return visit.level().told().map(level -> otherLevel(line, level));
        }
        return Optional.of(
                Finding.on(
                        line,
                        SUPPORT,
                        Severity.WARN,
                        "no words were found in the note that support " + line.code(),
                        SUPPORT_SOURCE,
                        "point to the words, have the record amended, or take the code off"));
    }

    private static boolean known(ClaimLine line) {
        return !line.entry().description().isEmpty();
    }

    private static Finding otherLevel(ClaimLine line, Code level) {
        return Finding.on(
                line,
                LEVEL,
                Severity.WARN,
                "medical decision making and time support " + level.value(),
                LEVEL_SOURCE,
                "report " + level.value() + ", or document what " + line.code() + " asks for");
    }
}
