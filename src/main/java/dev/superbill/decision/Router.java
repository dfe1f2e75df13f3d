package dev.superbill.decision;

import dev.superbill.candidate.Answer;
import dev.superbill.candidate.Candidate;
import dev.superbill.candidate.CandidateMerger;
import dev.superbill.candidate.Origin;
import dev.superbill.candidate.Ousted;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.CodeTable;
import dev.superbill.mention.Evidence;
import dev.superbill.mention.NoteMentions;
import dev.superbill.note.Encounter;
import dev.superbill.note.Fact;
import dev.superbill.rule.AppendixS;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Severity;
import dev.superbill.rule.documentation.SoftwareAnalysisValidator;
import dev.superbill.rule.ncci.DiagnosticEndoscopyEdit;
import dev.superbill.rule.ncci.PtpEdit;
import dev.superbill.visit.VisitFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Decides line by line what becomes of a draft, and where the whole answer goes.
public final class Router {
    /// The id of the finding that a confidence below the threshold gives.
    public static final String CONFIDENCE = "confidence";

    /// The id of the finding that an absent classifier gives.
    public static final String CLASSIFIER = "classifier";

    /// The id of the finding that an unstated measure gives.
    public static final String ATTRIBUTE = "deciding-attribute";

    private static final int MOST_DIAGNOSES = 12;
    private static final int MOST_POINTERS = 4;
    private static final int MOST_REJECTED = 12;

    /// What is less likely was not considered in earnest.
    private static final double LEAST_CONSIDERED = 0.003;

    private static final CodeSystem ICD = CodeSystem.ICD_10_CM;
    private static final int MOST_ALTERNATIVES = 4;
    private static final Set<String> REJECTING =
            Set.of(PtpEdit.ID, DiagnosticEndoscopyEdit.ID, SoftwareAnalysisValidator.UNGRADABLE);
    private static final String POLICY = "Superbill thresholds, fitted on training folds";

    private final CodeTable table;
    private final Thresholds thresholds;

    /// @param table the code table
    /// @param thresholds from which confidence on codes are kept and suggested
    public Router(CodeTable table, Thresholds thresholds) {
        this.table = table;
        this.thresholds = thresholds;
    }

    /// Whether a classifier had its say.
    public enum Classified {
        YES,
        NO
    }

    /// Routes a draft.
    ///
    /// @param draft the claim and its candidates
    /// @param ousted what words propose and other words rule out
    /// @param findings what the rules say of the claim
    /// @param classified whether a classifier had its say; without one every line goes to a person
    /// @param maxLines the most lines answered
    public Routed route(
            Draft draft,
            List<Ousted> ousted,
            List<Finding> findings,
            Classified classified,
            int maxLines) {
        var general = new ArrayList<>(findings.stream().filter(Finding::general).toList());
        if (classified == Classified.NO) {
            general.add(
                    new Finding(
                            CLASSIFIER,
                            Severity.WARN,
                            "",
                            "no classifier ran: every line rests on lookup alone",
                            POLICY,
                            "run with the classifier, or review every line"));
        }
        var mentions = draft.claim().mentions();
        var diagnoses = diagnoses(draft, findings, general);
        var lines = new ArrayList<SuggestedLine>();
        var rejected = new ArrayList<Rejection>();
        int dropped = 0;
        for (int i = 0; i < draft.claim().lines().size(); i++) {
            var line = draft.claim().lines().get(i);
            var own =
                    findings.stream()
                            .filter(finding -> finding.subject().equals(line.code()))
                            .toList();
            var rejecting = own.stream().filter(Router::rejects).findFirst();
            if (rejecting.isPresent()) {
                rejected.add(new Rejection(line.entry().code(), rejecting.get(), line.evidence()));
            } else if (lines.size() == maxLines) {
                dropped++;
            } else {
                lines.add(
                        line(
                                lines.size() + 1,
                                line,
                                candidate(draft, line),
                                own,
                                general,
                                draft,
                                diagnoses));
            }
        }
        if (dropped > 0) {
            general.add(
                    new Finding(
                            "max-lines",
                            Severity.WARN,
                            "",
                            dropped + " more lines than asked for were left out",
                            POLICY,
                            "raise maxLines"));
        }
        addRejected(draft, ousted, mentions, lines, diagnoses, rejected);
        return new Routed(lines, diagnoses, rejected, general, routing(lines, general, draft));
    }

    private static boolean rejects(Finding finding) {
        return finding.severity() == Severity.BLOCK && REJECTING.contains(finding.ruleId());
    }

    private static Candidate candidate(Draft draft, ClaimLine line) {
        return draft.kept().stream()
                .filter(candidate -> candidate.code().equals(line.entry().code()))
                .findFirst()
                .orElseThrow();
    }

    private SuggestedLine line(
            int number,
            ClaimLine line,
            Candidate candidate,
            List<Finding> own,
            List<Finding> general,
            Draft draft,
            List<SuggestedDiagnosis> diagnoses) {
        var entry = line.entry();
        var encounter = draft.claim().encounter();
        var findings = new ArrayList<>(own);
        openQuestion(candidate).ifPresent(findings::add);
        var decision = decide(candidate, thresholds.suggestLine(), findings, general);
        return new SuggestedLine(
                number,
                entry.code(),
                entry.description(),
                line.units(),
                new ModifierAssigner(draft.claim().lines(), encounter).modifiers(line),
                candidate.score(),
                decision,
                candidate.origins(),
                line.evidence(),
                diagnoses.stream()
                        .filter(diagnosis -> !(diagnosis.decision() instanceof Decision.Withhold))
                        .map(SuggestedDiagnosis::pointer)
                        .limit(MOST_POINTERS)
                        .toList(),
                appendixS(entry, draft.claim().mentions()),
                alternatives(candidate, encounter),
                findings);
    }

    /// What to document, where the note leaves open what decides between siblings.
    private static Optional<Finding> openQuestion(Candidate candidate) {
        return switch (candidate.answer()) {
            case Answer.NotAsked _, Answer.Given _ -> Optional.empty();
            case Answer.Open(var asks, var source) ->
                    Optional.of(
                            new Finding(
                                    ATTRIBUTE,
                                    Severity.INFO,
                                    candidate.code().value(),
                                    "the note does not state what decides between this code and its siblings",
                                    source,
                                    "document " + asks));
        };
    }

    /// A finding that blocks withholds; one that warns, a low confidence, or a warning about the
    /// whole claim sends the code to a person.
    private static Decision decide(
            Candidate candidate,
            double suggestFrom,
            List<Finding> findings,
            List<Finding> general) {
        var block =
                findings.stream()
                        .filter(finding -> finding.severity() == Severity.BLOCK)
                        .findFirst();
        if (block.isPresent()) {
            return new Decision.Withhold(block.get());
        }
        if (candidate.score() < suggestFrom) {
            findings.add(
                    new Finding(
                            CONFIDENCE,
                            Severity.WARN,
                            candidate.code().value(),
                            "the confidence is below the threshold for suggesting it unseen",
                            POLICY,
                            "check the words quoted against the code"));
        }
        var because = new ArrayList<Finding>();
        for (var finding : findings) {
            if (finding.severity() == Severity.WARN) {
                because.add(finding);
            }
        }
        for (var finding : general) {
            if (finding.severity() == Severity.WARN) {
                because.add(finding);
            }
        }
        return because.isEmpty() ? new Decision.Suggest() : new Decision.Review(because);
    }

    private static Fact<AppendixS> appendixS(CodeEntry entry, NoteMentions mentions) {
        return entry.appendixS()
                .told()
                .<Fact<AppendixS>>map(s ->
                        Fact.known(
                                SoftwareAnalysisValidator.documentation(
                                        s, entry.interpretation(), mentions)))
                .orElseGet(Fact::unknown);
    }

    private List<Alternative> alternatives(Candidate candidate, Encounter encounter) {
        return candidate.siblings().stream()
                .filter(row -> table.activeOn(row, encounter.serviceDate()))
                .limit(MOST_ALTERNATIVES)
                .map(row ->
                        new Alternative(
                                table.code(row),
                                "the note does not document what sets it apart: "
                                        + table.descriptionOf(row)))
                .toList();
    }

    private List<SuggestedDiagnosis> diagnoses(
            Draft draft, List<Finding> findings, List<Finding> general) {
        var drafted =
                draft.claim().diagnoses().stream()
                        .map(line -> candidate(draft, line))
                        .sorted(
                                Comparator.comparing(Candidate::standing)
                                        .reversed()
                                        .thenComparing(
                                                Comparator.comparingDouble(Candidate::score)
                                                        .reversed())
                                        .thenComparing(Candidate::code))
                        .limit(MOST_DIAGNOSES)
                        .toList();
        var diagnoses = new ArrayList<SuggestedDiagnosis>();
        for (var candidate : drafted) {
            var own =
                    new ArrayList<>(
                            findings.stream()
                                    .filter(finding ->
                                            finding.subject().equals(candidate.code().value()))
                                    .toList());
            var decision = decide(candidate, thresholds.suggestDiagnosis(), own, general);
            diagnoses.add(
                    new SuggestedDiagnosis(
                            diagnoses.size() + 1,
                            candidate.code(),
                            table.descriptionOf(candidate.row()),
                            candidate.score(),
                            decision,
                            candidate.evidence(),
                            own));
        }
        return List.copyOf(diagnoses);
    }

    /// What was considered and is out: ruled out by the note's own words, or too weak to be a line.
    /// No code is in both lists.
    private void addRejected(
            Draft draft,
            List<Ousted> ousted,
            NoteMentions mentions,
            List<SuggestedLine> lines,
            List<SuggestedDiagnosis> diagnoses,
            List<Rejection> rejected) {
        var seen = new HashSet<Code>();
        lines.forEach(line -> seen.add(line.code()));
        diagnoses.forEach(diagnosis -> seen.add(diagnosis.code()));
        rejected.forEach(rejection -> seen.add(rejection.code()));
        considered(draft, ousted, mentions).stream()
                .filter(considered -> seen.add(considered.code()))
                .limit(Math.max(0, MOST_REJECTED - rejected.size()))
                .map(considered -> considered.rejection().get())
                .forEach(rejected::add);
    }

    /// A code that is out, how likely it was, and why.
    private record Considered(double score, Code code, Supplier<Rejection> rejection) {}

    /// The procedures that were considered, the likeliest first.
    private List<Considered> considered(Draft draft, List<Ousted> ousted, NoteMentions mentions) {
        var considered = new ArrayList<Considered>();
        for (var visit : draft.kept()) {
            if (visit.origins().contains(Origin.VISIT)) {
                double share = 1 - visit.score();
                for (int row : visit.siblings()) {
                    // Each next level or kind of visit is half as likely as the one before.
                    share /= 2;
                    var code = table.code(row);
                    considered.add(
                            new Considered(
                                    share,
                                    code,
                                    () ->
                                            new Rejection(
                                                    code,
                                                    otherLevel(code, visit.code()),
                                                    visit.evidence())));
                }
            }
        }
        for (var candidate : draft.weak()) {
            if (candidate.score() < LEAST_CONSIDERED) {
                break;
            }
            considered.add(
                    new Considered(
                            candidate.score(),
                            candidate.code(),
                            () ->
                                    new Rejection(
                                            candidate.code(),
                                            tooWeak(candidate.code()),
                                            candidate.evidence())));
        }
        for (var out : ousted) {
            considered.add(
                    new Considered(
                            out.score(),
                            out.code(),
                            () ->
                                    new Rejection(
                                            out.code(), because(out), evidence(out, mentions))));
        }
        considered.removeIf(one -> one.code().system() == ICD);
        // The sort is stable: equals stay in the order above.
        considered.sort(Comparator.comparingDouble(Considered::score).reversed());
        return considered;
    }

    private static List<Evidence> evidence(Ousted out, NoteMentions mentions) {
        return CandidateMerger.evidence(out.support(), mentions);
    }

    private static Finding otherLevel(Code code, Code level) {
        boolean sameFamily = VisitFamily.of(code).equals(VisitFamily.of(level));
        return new Finding(
                sameFamily ? "visit-level" : "visit-family",
                Severity.INFO,
                code.value(),
                sameFamily
                        ? "medical decision making and time support "
                                + level.value()
                                + ", not this level"
                        : "setting and patient make the visit "
                                + level.value()
                                + " rather than this kind",
                "AMA CPT E/M guidelines, effective 2023-01-01",
                sameFamily
                        ? "document the problems, data and risk, or the time, that the level asks for"
                        : "document the setting, who asked for the visit, and whether the patient is new");
    }

    private static Finding tooWeak(Code code) {
        return new Finding(
                CONFIDENCE,
                Severity.INFO,
                code.value(),
                "too little in the note says that this was the service performed",
                POLICY,
                "document the service, if it was performed");
    }

    private Finding because(Ousted out) {
        var code = out.code().value();
        var message =
                switch (out.reason()) {
                    case SIBLING_DOCUMENTED ->
                            out.sibling() == CodeTable.NO_ROW
                                    ? "the note documents what the code excludes"
                                    : "the note documents what makes it "
                                            + table.code(out.sibling()).value();
                    case NOT_ASSERTED -> "the note denies, plans, supposes or only recalls it";
                    case NOT_PERFORMED -> "it is mentioned, but not as a service of this encounter";
                    case INACTIVE -> inactive(out.code());
                };
        var rule = out.reason() == Ousted.Reason.INACTIVE ? "date-of-service" : "documentation";
        return new Finding(
                rule, Severity.INFO, code, message, "Superbill code table, CPT edition 2026", "");
    }

    private String inactive(Code code) {
        var successors = table.find(code).map(CodeEntry::successors).orElse(List.of());
        var replaced = successors.stream().map(Code::value).toList();
        return "the code is not active on the service date"
                + (replaced.isEmpty() ? "" : "; it is replaced by " + String.join(", ", replaced));
    }

    private Routing routing(List<SuggestedLine> lines, List<Finding> general, Draft draft) {
        if (lines.isEmpty()) {
            return new Routing(
                    Routing.Outcome.REVIEW, List.of("no service was found that the note supports"));
        }
        var queries = new ArrayList<String>();
        var reviews = new ArrayList<String>();
        for (var line : lines) {
            switch (line.decision()) {
                case Decision.Suggest _ -> {}
                case Decision.Review(var because) ->
                        because.stream()
                                .filter(finding -> !finding.general())
                                .map(finding -> line.code().value() + ": " + finding.message())
                                .forEach(reviews::add);
                case Decision.Withhold(var because) ->
                        queries.add(
                                line.code().value()
                                        + ": "
                                        + (because.remedy().isEmpty()
                                                ? because.message()
                                                : because.remedy()));
            }
        }
        for (var finding : general) {
            if (finding.severity() != Severity.INFO) {
                reviews.add(finding.message());
            }
        }
        if (!queries.isEmpty()) {
            queries.addAll(reviews);
            return new Routing(Routing.Outcome.QUERY, queries);
        }
        if (reviews.isEmpty()) {
            doubt(lines, draft).ifPresent(reviews::add);
        }
        return new Routing(
                reviews.isEmpty() ? Routing.Outcome.AUTO : Routing.Outcome.REVIEW, reviews);
    }

    /// Why lines that are each good enough are together not: all of them must be right and none
    /// missing, so the chance is the product of their confidences and of the doubts in the codes
    /// left out. A sibling of a line would stand in its place, not beside it, and is left aside.
    private Optional<String> doubt(List<SuggestedLine> lines, Draft draft) {
        if (draft.type().reportsVisit()
                && draft.kept().stream()
                        .noneMatch(candidate -> candidate.origins().contains(Origin.VISIT))) {
            return Optional.of("the note reads as a visit, and no code for the visit was found");
        }
        var left =
                draft.weak().stream()
                        .filter(candidate -> candidate.code().system() != ICD)
                        .filter(candidate -> !Draft.outdone(candidate, draft.kept(), table))
                        .toList();
        double chance = 1;
        for (var line : lines) {
            chance *= line.confidence();
        }
        for (var candidate : left) {
            chance *= 1 - candidate.score();
        }
        if (chance >= thresholds.auto()) {
            return Optional.empty();
        }
        return Optional.of(
                "that these codes are right and none is missing is not sure enough"
                        + left.stream()
                                .findFirst()
                                .map(candidate ->
                                        "; the likeliest one left out is "
                                                + candidate.code().value())
                                .orElse(""));
    }
}
