package dev.superbill.rule.documentation;

import dev.superbill.codeset.AppendixSBasis;
import dev.superbill.codeset.AppendixSClass;
import dev.superbill.codeset.AppendixSEdition;
import dev.superbill.codeset.AppendixSEntry;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.Interpretation;
import dev.superbill.mention.Concept;
import dev.superbill.mention.NoteMentions;
import dev.superbill.mention.Occurrence;
import dev.superbill.note.Fact;
import dev.superbill.rule.AppendixS;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.DocumentationPart;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import dev.superbill.rule.StatedDates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An AI-enabled service must document its input, its process and its output.
///
/// A software printout alone, where the descriptor demands an interpretation, withholds the line;
/// an unsigned interpretation, missing input, or software neither named nor described sends it to a
/// person; software described but unnamed is worth knowing. A study that failed supports nothing.
/// Only a class that rests on the descriptor's wording withholds; one inferred by us never does.
///
/// Autonomous work needs the system's result and no interpretation by a clinician. An analysis on
/// another date than the service goes to a person: the date of service governs. From the 2027
/// edition of Appendix S on, only the code's own wording makes an interpretation due.
///
/// Source: AMA, CPT Appendix S, effective 2022-01-01, revised effective 2027-01-01; product policy
/// of 2026-11-21 where it leaves room.
public final class SoftwareAnalysisValidator implements Rule {
    /// The rule's permanent id.
    public static final String ID = "software-analysis";

    /// The id of the finding that a failed study gives.
    public static final String UNGRADABLE = "software-analysis-ungradable";

    private static final int MOST_EVIDENCE = 2;

    private final CodeSets codeSets;

    /// @param codeSets the code sets with the editions of Appendix S
    public SoftwareAnalysisValidator(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        var findings = new ArrayList<Finding>();
        Optional<Analysed> analysed = Optional.empty();
        for (var line : claim.lines()) {
            if (line.entry().appendixS() instanceof Fact.Known(var entry)) {
                if (analysed.isEmpty()) {
                    analysed = Optional.of(analysed(claim));
                }
                new Assessment(line, entry, analysed.get(), claim).addTo(findings);
            }
        }
        return findings;
    }

    private Analysed analysed(Claim claim) {
        var serviceDate = claim.encounter().serviceDate();
        return new Analysed(
                codeSets.supplement().appendixS(serviceDate),
                StatedDates.analysed(claim.mentions().note().text()).stream()
                        .anyMatch(date -> !date.equals(serviceDate)));
    }

    /// What the note shows of an AI-enabled service.
    public static AppendixS documentation(
            AppendixSEntry entry, Interpretation interpretation, NoteMentions mentions) {
        var output =
                interpretationDue(entry, interpretation)
                        ? part(mentions, Concept.INTERPRETATION)
                        : part(
                                mentions,
                                Concept.SOFTWARE_OUTPUT,
                                Concept.AUTONOMOUS_RESULT,
                                Concept.INTERPRETATION);
        return new AppendixS(
                entry.workClass(),
                entry.basis(),
                entry.edition(),
                part(mentions, inputs(entry)),
                part(mentions, Concept.SOFTWARE_NAMED, Concept.SOFTWARE_DESCRIBED),
                output);
    }

    /// What is the same for every line.
    ///
    /// @param edition the edition of Appendix S on the service date
    /// @param onAnotherDay whether the note dates an analysis on another day
    private record Analysed(AppendixSEdition edition, boolean onAnotherDay) {}

    /// What is lacking of one line.
    ///
    /// @param entry its place in Appendix S
    private record Assessment(
            ClaimLine line, AppendixSEntry entry, Analysed analysed, Claim claim) {
        void addTo(List<Finding> findings) {
            if (documents(Concept.UNGRADABLE)) {
                findings.add(
                        Finding.on(
                                line,
                                UNGRADABLE,
                                Severity.BLOCK,
                                "the analysis failed or could not be graded",
                                analysed.edition.source(),
                                "report the service only for a study with a usable result"));
                return;
            }
            var shown = documentation(entry, line.entry().interpretation(), claim.mentions());
            if (missing(shown.input())) {
                findings.add(
                        finding(
                                Severity.WARN,
                                "the data set analysed is not documented",
                                "name the data set analysed and its date"));
            }
            checkProcess(findings);
            checkOutput(shown, findings);
            checkDate(findings);
        }

        private void checkProcess(List<Finding> findings) {
            if (documents(Concept.SOFTWARE_NAMED)) {
                return;
            }
            boolean described = documents(Concept.SOFTWARE_DESCRIBED);
            findings.add(
                    finding(
                            described ? Severity.INFO : Severity.WARN,
                            described
                                    ? "the analysis software is described but not named"
                                    : "the analysis software is neither named nor described",
                            "name the software and its version"));
        }

        private void checkOutput(AppendixS shown, List<Finding> findings) {
            boolean due = interpretationDue(entry, line.entry().interpretation());
            if (missing(shown.output())) {
                boolean binding = due && entry.basis() == AppendixSBasis.DESCRIPTOR;
                findings.add(
                        finding(
                                binding ? Severity.BLOCK : Severity.WARN,
                                due
                                        ? "no interpretation by a physician or other qualified professional is documented; a"
                                                + " software result alone does not support the code"
                                                + definition()
                                        : "no result of the analysis is documented" + definition(),
                                due
                                        ? "add a separate signed interpretation and report"
                                        : "document the result of the analysis"));
                return;
            }
            if (due && !documents(Concept.SIGNATURE)) {
                findings.add(
                        finding(
                                Severity.WARN,
                                "the interpretation is not signed",
                                "sign the separate interpretation and report"));
            }
        }

        private void checkDate(List<Finding> findings) {
            if (analysed.onAnotherDay) {
                findings.add(
                        finding(
                                Severity.WARN,
                                "the note dates the analysis on another day than "
                                        + claim.encounter().serviceDate()
                                        + ", the date of service",
                                "report the service on the date of its own, or correct the date in the note"));
            }
        }

        private String definition() {
            var words = analysed.edition.definition(entry.workClass());
            return words.isEmpty()
                    ? ""
                    : " (" + entry.workClass().label() + " work: " + words + ")";
        }

        private boolean documents(Concept concept) {
            return !claim.mentions().concept(concept).isEmpty();
        }

        private Finding finding(Severity severity, String message, String remedy) {
            return Finding.on(line, ID, severity, message, analysed.edition.source(), remedy);
        }

        @Override
        public String toString() {
            return "Assessment[" + line.code() + "]";
        }
    }

    /// Whether the service is not complete without a clinician's interpretation.
    public static boolean interpretationDue(AppendixSEntry entry, Interpretation interpretation) {
        if (entry.workClass() == AppendixSClass.AUTONOMOUS) {
            return false;
        }
        return interpretation == Interpretation.REQUIRED
                || (entry.basis() == AppendixSBasis.DESCRIPTOR
                        && entry.edition() < AppendixSEdition.WORDING_DECIDES);
    }

    private static boolean missing(DocumentationPart part) {
        return part.state() == DocumentationPart.State.MISSING;
    }

    private static Concept[] inputs(AppendixSEntry entry) {
        return entry.inputs().stream()
                .flatMap(name -> Concept.named(name).stream())
                .toArray(Concept[]::new);
    }

    private static DocumentationPart part(NoteMentions mentions, Concept... concepts) {
        var shown = new ArrayList<Occurrence>();
        for (var concept : concepts) {
            shown.addAll(mentions.concept(concept));
        }
        shown.sort(Comparator.naturalOrder());
        var first = new ArrayList<Occurrence>();
        for (var occurrence : shown) {
            if (first.size() < MOST_EVIDENCE && !first.contains(occurrence)) {
                first.add(occurrence);
            }
        }
        var state = first.isEmpty() ? DocumentationPart.State.MISSING : DocumentationPart.State.MET;
        return new DocumentationPart(state, first.stream().map(mentions::evidence).toList());
    }
}
