package dev.superbill.rule.documentation;

import dev.superbill.codeset.AppendixSBasis;
import dev.superbill.codeset.AppendixSClass;
import dev.superbill.codeset.AppendixSEntry;
import dev.superbill.codeset.Interpretation;
import dev.superbill.mention.Concept;
import dev.superbill.mention.NoteMentions;
import dev.superbill.rule.AppendixS;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.DocumentationPart;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// An AI-enabled service must document its input, its process and its output.
///
/// A software printout alone, where the descriptor demands an interpretation, withholds the line;
/// an unsigned interpretation, missing input, or software neither named nor described sends it to a
/// person; software described but unnamed is worth knowing. A study that failed supports nothing.
/// Only a class that rests on the descriptor's wording withholds; one inferred by us never does.
///
/// Source: AMA, CPT Appendix S, effective 2022-01-01; product policy of 2026-11-21 where it leaves
/// room.
public final class SoftwareAnalysisValidator implements Rule {
    /// The rule's permanent id.
    public static final String ID = "software-analysis";

    /// The id of the finding that a failed study gives.
    public static final String UNGRADABLE = "software-analysis-ungradable";

    private static final int MOST_EVIDENCE = 2;
    private static final String SOURCE = "AMA CPT Appendix S, effective 2022-01-01";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        return claim.lines().stream()
                .flatMap(line ->
                        line.entry().appendixS().told().stream()
                                .flatMap(entry -> check(line, entry, claim.mentions())))
                .toList();
    }

    /// What the note shows of an AI-enabled service.
    public static AppendixS documentation(
            AppendixSEntry entry, Interpretation interpretation, NoteMentions mentions) {
        var output =
                interpretationDue(entry, interpretation)
                        ? part(mentions, Concept.INTERPRETATION)
                        : part(mentions, Concept.SOFTWARE_OUTPUT, Concept.INTERPRETATION);
        return new AppendixS(
                entry.workClass(),
                entry.basis(),
                entry.edition(),
                part(mentions, inputs(entry)),
                part(mentions, Concept.SOFTWARE_NAMED, Concept.SOFTWARE_DESCRIBED),
                output);
    }

    private static Stream<Finding> check(
            ClaimLine line, AppendixSEntry entry, NoteMentions mentions) {
        if (!mentions.concept(Concept.UNGRADABLE).isEmpty()) {
            return Stream.of(
                    new Finding(
                            UNGRADABLE,
                            Severity.BLOCK,
                            line.code(),
                            "the analysis failed or could not be graded",
                            SOURCE,
                            "report the service only for a study with a usable result"));
        }
        var findings = new ArrayList<Finding>();
        var interpretation = line.entry().interpretation();
        var shown = documentation(entry, interpretation, mentions);
        if (missing(shown.input())) {
            findings.add(
                    finding(
                            line,
                            Severity.WARN,
                            "the data set analysed is not documented",
                            "name the data set analysed and its date"));
        }
        checkProcess(line, mentions, findings);
        checkOutput(line, entry, shown, mentions, findings);
        return findings.stream();
    }

    private static void checkProcess(
            ClaimLine line, NoteMentions mentions, List<Finding> findings) {
        if (!mentions.concept(Concept.SOFTWARE_NAMED).isEmpty()) {
            return;
        }
        boolean described = !mentions.concept(Concept.SOFTWARE_DESCRIBED).isEmpty();
        findings.add(
                finding(
                        line,
                        described ? Severity.INFO : Severity.WARN,
                        described
                                ? "the analysis software is described but not named"
                                : "the analysis software is neither named nor described",
                        "name the software and its version"));
    }

    private static void checkOutput(
            ClaimLine line,
            AppendixSEntry entry,
            AppendixS shown,
            NoteMentions mentions,
            List<Finding> findings) {
        boolean due = interpretationDue(entry, line.entry().interpretation());
        if (missing(shown.output())) {
            boolean binding = due && entry.basis() == AppendixSBasis.DESCRIPTOR;
            findings.add(
                    finding(
                            line,
                            binding ? Severity.BLOCK : Severity.WARN,
                            due
                                    ? "no interpretation by a physician or other qualified professional is documented; a software result alone does not support the code"
                                    : "no result of the analysis is documented",
                            due
                                    ? "add a separate signed interpretation and report"
                                    : "document the result of the analysis"));
            return;
        }
        if (due && mentions.concept(Concept.SIGNATURE).isEmpty()) {
            findings.add(
                    finding(
                            line,
                            Severity.WARN,
                            "the interpretation is not signed",
                            "sign the separate interpretation and report"));
        }
    }

    private static boolean interpretationDue(AppendixSEntry entry, Interpretation interpretation) {
        return entry.workClass() != AppendixSClass.AUTONOMOUS
                && (interpretation == Interpretation.REQUIRED
                        || entry.basis() == AppendixSBasis.DESCRIPTOR);
    }

    private static boolean missing(DocumentationPart part) {
        return part.state() == DocumentationPart.State.MISSING;
    }

    private static Concept[] inputs(AppendixSEntry entry) {
        return Arrays.stream(Concept.values())
                .filter(concept -> entry.inputs().contains(concept.name()))
                .toArray(Concept[]::new);
    }

    private static DocumentationPart part(NoteMentions mentions, Concept... concepts) {
        var evidence =
                Arrays.stream(concepts)
                        .flatMap(concept -> mentions.concept(concept).stream())
                        .distinct()
                        .sorted()
                        .limit(MOST_EVIDENCE)
                        .map(mentions::evidence)
                        .toList();
        var state =
                evidence.isEmpty() ? DocumentationPart.State.MISSING : DocumentationPart.State.MET;
        return new DocumentationPart(state, evidence);
    }

    private static Finding finding(
            ClaimLine line, Severity severity, String message, String remedy) {
        return new Finding(ID, severity, line.code(), message, SOURCE, remedy);
    }
}
