package dev.superbill.adapter.wire;

import dev.superbill.CodingResult;
import dev.superbill.candidate.Origin;
import dev.superbill.classification.Label;
import dev.superbill.classification.NoteClassification;
import dev.superbill.code.Code;
import dev.superbill.codeset.CodeSetRelease;
import dev.superbill.decision.AppliedModifier;
import dev.superbill.decision.Rejection;
import dev.superbill.decision.SuggestedDiagnosis;
import dev.superbill.decision.SuggestedLine;
import dev.superbill.mention.Evidence;
import dev.superbill.rule.AppendixS;
import dev.superbill.rule.DocumentationPart;
import dev.superbill.rule.Finding;
import dev.superbill.visit.EvaluationAndManagement;
import dev.superbill.visit.Mdm;
import dev.superbill.visit.MdmElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns a result of the engine into the answer that is written.
///
/// @param quotes whether evidence holds the words it points at
record AnswerMapping(Quotes quotes) {
    /// Whether evidence holds the words it points at.
    enum Quotes {
        WRITTEN,
        LEFT_OUT
    }

    /// Families below this are noise, and a reader looks at a handful.
    private static final double LEAST_FAMILY_SCORE = 0.1;

    private static final int MOST_FAMILIES = 5;
    private static final double NANOS_PER_MILLI = 1_000_000;

    SuggestionAnswer answer(
            String id, Build build, String model, CodingResult result, long totalNanos) {
        return new SuggestionAnswer(
                id,
                new SuggestionAnswer.Release(
                        build.version(), model, build.rules(), editions(result.releases())),
                classification(result.classification()),
                visit(result.visit()),
                result.lines().stream().map(this::line).toList(),
                result.diagnoses().stream().map(this::diagnosis).toList(),
                result.rejected().stream().map(this::rejected).toList(),
                findings(result.findings()),
                new SuggestionAnswer.Routing(
                        result.routing().outcome().label(), result.routing().reasons()),
                timing(result.timings(), totalNanos));
    }

    static double rounded(double score) {
        return Math.round(score * 1000) / 1000.0;
    }

    static Map<String, String> editions(List<CodeSetRelease> releases) {
        var editions = new LinkedHashMap<String, String>();
        releases.forEach(release -> editions.putIfAbsent(release.name(), release.edition()));
        return editions;
    }

    private static SuggestionAnswer.Classification classification(NoteClassification said) {
        return new SuggestionAnswer.Classification(
                first(said.noteTypes()),
                first(said.specialties()),
                said.serviceFamilies().stream()
                        .filter(label -> label.score() >= LEAST_FAMILY_SCORE)
                        .limit(MOST_FAMILIES)
                        .map(AnswerMapping::label)
                        .toList(),
                said.engine());
    }

    private static SuggestionAnswer.@Nullable ScoredLabel first(List<Label> labels) {
        return labels.isEmpty() ? null : label(labels.getFirst());
    }

    private static SuggestionAnswer.ScoredLabel label(Label label) {
        return new SuggestionAnswer.ScoredLabel(label.name(), rounded(label.score()));
    }

    private SuggestionAnswer.Visit visit(EvaluationAndManagement visit) {
        return new SuggestionAnswer.Visit(
                visit.family().label(),
                visit.level().told().map(Code::value).orElse(null),
                visit.mdm().told().map(this::mdm).orElse(null),
                visit.time()
                        .told()
                        .map(time ->
                                new SuggestionAnswer.Time(
                                        time.minutes(), evidence(time.evidence())))
                        .orElse(null),
                evidence(visit.evidence()));
    }

    private SuggestionAnswer.MedicalDecisionMaking mdm(Mdm mdm) {
        return new SuggestionAnswer.MedicalDecisionMaking(
                mdm.level().label(),
                element(mdm.problems()),
                element(mdm.data()),
                element(mdm.risk()));
    }

    private SuggestionAnswer.Element element(MdmElement element) {
        return new SuggestionAnswer.Element(
                element.level().label(), element.basis(), evidence(element.evidence()));
    }

    private SuggestionAnswer.Line line(SuggestedLine line) {
        return new SuggestionAnswer.Line(
                line.line(),
                line.code().system().label(),
                line.code().value(),
                line.description(),
                line.units(),
                line.modifiers().stream().map(this::modifier).toList(),
                rounded(line.confidence()),
                line.decision().label(),
                line.origins().stream().map(Origin::label).toList(),
                evidence(line.evidence()),
                line.diagnosisPointers(),
                line.appendixS().told().map(this::appendixS).orElse(null),
                line.alternatives().stream()
                        .map(sibling ->
                                new SuggestionAnswer.Alternative(
                                        sibling.code().value(), sibling.unless()))
                        .toList(),
                findings(line.findings()));
    }

    private SuggestionAnswer.Modifier modifier(AppliedModifier applied) {
        return new SuggestionAnswer.Modifier(
                applied.modifier().code(), applied.because(), evidence(applied.evidence()));
    }

    private SuggestionAnswer.AppendixS appendixS(AppendixS work) {
        return new SuggestionAnswer.AppendixS(
                work.workClass().label(),
                null,
                work.basis().label(),
                work.edition(),
                new SuggestionAnswer.Documentation(
                        part(work.input()), part(work.process()), part(work.output())));
    }

    private SuggestionAnswer.Part part(DocumentationPart part) {
        return new SuggestionAnswer.Part(
                part.state().name().toLowerCase(Locale.ROOT), evidence(part.evidence()));
    }

    private SuggestionAnswer.Diagnosis diagnosis(SuggestedDiagnosis diagnosis) {
        return new SuggestionAnswer.Diagnosis(
                diagnosis.pointer(),
                diagnosis.code().system().label(),
                diagnosis.code().value(),
                diagnosis.description(),
                rounded(diagnosis.confidence()),
                diagnosis.decision().label(),
                evidence(diagnosis.evidence()),
                findings(diagnosis.findings()));
    }

    private SuggestionAnswer.Rejected rejected(Rejection rejection) {
        return new SuggestionAnswer.Rejected(
                rejection.code().value(),
                rejection.code().system().label(),
                new SuggestionAnswer.Reason(
                        rejection.because().ruleId(), rejection.because().message()),
                evidence(rejection.evidence()));
    }

    List<SuggestionAnswer.Evidence> evidence(List<Evidence> evidence) {
        return evidence.stream()
                .map(words ->
                        new SuggestionAnswer.Evidence(
                                words.section(),
                                words.span().start(),
                                words.span().end(),
                                switch (quotes) {
                                    case WRITTEN -> words.quote();
                                    case LEFT_OUT -> null;
                                }))
                .toList();
    }

    static List<SuggestionAnswer.Finding> findings(List<Finding> findings) {
        return findings.stream()
                .map(finding ->
                        new SuggestionAnswer.Finding(
                                finding.ruleId(),
                                finding.severity().label(),
                                finding.message(),
                                finding.source(),
                                finding.remedy().isEmpty() ? null : finding.remedy()))
                .toList();
    }

    private static SuggestionAnswer.Timing timing(
            List<CodingResult.StageTiming> timings, long totalNanos) {
        var stages = new LinkedHashMap<String, Double>();
        timings.forEach(timing -> stages.put(timing.stage(), millis(timing.nanos())));
        return new SuggestionAnswer.Timing(millis(totalNanos), stages);
    }

    private static double millis(long nanos) {
        return rounded(nanos / NANOS_PER_MILLI);
    }
}
