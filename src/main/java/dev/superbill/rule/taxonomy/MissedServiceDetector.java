package dev.superbill.rule.taxonomy;

import dev.superbill.candidate.Standing;
import dev.superbill.code.Code;
import dev.superbill.codeset.AppendixSEntry;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.CodeSets;
import dev.superbill.mention.Assertion;
import dev.superbill.mention.Concept;
import dev.superbill.mention.ExpressionMatch;
import dev.superbill.mention.NoteMentions;
import dev.superbill.mention.Role;
import dev.superbill.rule.Claim;
import dev.superbill.rule.DocumentationPart;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import dev.superbill.rule.documentation.SoftwareAnalysisValidator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Names services of software that the note documents and the claim does not bill, with what is
/// still lacking. It never adds a line.
///
/// A service counts as documented where the words that name it stand in a part of the note that
/// tells what was done, its data set is named, and its software named or described; a failed study
/// counts for nothing. One code a family is named. On a chosen claim a service with nothing lacking
/// goes to a person; anything else is worth knowing.
///
/// Source: AMA CPT Appendix S, in the edition of the date of service; product policy of 2026-11-21.
public final class MissedServiceDetector implements Rule {
    /// The rule's permanent id.
    public static final String ID = "ai-missed-service";

    private static final int MOST_FINDINGS = 3;

    private final CodeSets codeSets;

    /// @param codeSets the code sets
    public MissedServiceDetector(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        var mentions = claim.mentions();
        if (!mentions.concept(Concept.UNGRADABLE).isEmpty()) {
            return List.of();
        }
        var families = billed(claim);
        var findings = new ArrayList<Finding>();
        for (var one : byCode(mentions).entrySet()) {
            if (findings.size() == MOST_FINDINGS) {
                break;
            }
            if (isDocumented(one.getKey(), one.getValue(), mentions)) {
                codeSets
                        .find(codeSets.table().code(one.getKey()), claim.encounter().serviceDate())
                        .filter(entry -> families.add(family(entry)))
                        .stream()
                        .flatMap(entry ->
                                entry.appendixS().told().stream()
                                        .flatMap(told -> finding(entry, told, claim)))
                        .forEach(findings::add);
            }
        }
        return findings;
    }

    /// The families of the lines on the claim and of the lines billed that day.
    private Set<String> billed(Claim claim) {
        var families = new HashSet<String>();
        claim.lines().forEach(line -> families.add(family(line.entry())));
        claim.encounter()
                .sameDayLines()
                .forEach(line ->
                        codeSets.table()
                                .find(line.code())
                                .ifPresent(entry -> families.add(family(entry))));
        return families;
    }

    private static String family(CodeEntry entry) {
        return entry.group().isEmpty() ? entry.code().value() : entry.group();
    }

    private Map<Integer, List<ExpressionMatch>> byCode(NoteMentions mentions) {
        var matches = new TreeMap<Integer, List<ExpressionMatch>>();
        for (var match : mentions.matches()) {
            if (codeSets.table().isAnalysis(match.owner())) {
                matches.computeIfAbsent(match.owner(), _ -> new ArrayList<>()).add(match);
            }
        }
        return matches;
    }

    private boolean isDocumented(int row, List<ExpressionMatch> matches, NoteMentions mentions) {
        var needed = new HashSet<Integer>();
        boolean said = false;
        for (var match : matches) {
            boolean done = isDone(match, mentions);
            switch (match.role()) {
                case SAYS -> said |= done;
                case NEEDS -> {
                    if (done) {
                        needed.add(match.group());
                    }
                }
                case UNLESS -> {
                    if (done) {
                        return false;
                    }
                }
            }
        }
        return said && needed.size() == codeSets.table().needsOf(row);
    }

    /// Whether every clause is asserted where the note tells what was done or found.
    private static boolean isDone(ExpressionMatch match, NoteMentions mentions) {
        var floor = match.role() == Role.NEEDS ? Standing.CONTEXT : Standing.RESULT;
        return match.clauses().stream()
                .allMatch(clause ->
                        clause.stream()
                                .anyMatch(place ->
                                        place.assertion() == Assertion.PRESENT
                                                && Standing.ofProcedure(
                                                                        mentions.sectionOf(place)
                                                                                .kind())
                                                                .compareTo(floor)
                                                        >= 0));
    }

    private static Stream<Finding> finding(CodeEntry entry, AppendixSEntry told, Claim claim) {
        var shown =
                SoftwareAnalysisValidator.documentation(
                        told, entry.interpretation(), claim.mentions());
        if (missing(shown.input()) || missing(shown.process())) {
            return Stream.empty();
        }
        var lacking = new ArrayList<String>();
        if (missing(shown.output())) {
            lacking.add(
                    SoftwareAnalysisValidator.interpretationDue(told, entry.interpretation())
                            ? "an interpretation and report by a clinician"
                            : "the result of the analysis");
        }
        if (SoftwareAnalysisValidator.interpretationDue(told, entry.interpretation())
                && claim.mentions().concept(Concept.SIGNATURE).isEmpty()) {
            lacking.add("a signature");
        }
        if (claim.mentions().concept(Concept.SOFTWARE_NAMED).isEmpty()) {
            lacking.add("the name and version of the software");
        }
        boolean whole = lacking.isEmpty();
        return Stream.of(
                Finding.onClaim(
                        ID,
                        whole && claim.state() == Claim.State.CHOSEN
                                ? Severity.WARN
                                : Severity.INFO,
                        "the note documents what "
                                + named(entry.code())
                                + " describes ("
                                + entry.description()
                                + "), and it is not billed",
                        "AMA CPT Appendix S, edition " + told.edition(),
                        whole
                                ? "report it, or say why not"
                                : "before it could be reported, the note lacks "
                                        + String.join(", ", lacking)));
    }

    private static String named(Code code) {
        return code.system().label() + " " + code.value();
    }

    private static boolean missing(DocumentationPart part) {
        return part.state() == DocumentationPart.State.MISSING;
    }
}
