package dev.superbill.adapter.wire.trail;

import dev.superbill.adapter.wire.SuggestionAnswer;
import dev.superbill.adapter.wire.SuggestionAnswer.Documentation;
import dev.superbill.adapter.wire.SuggestionAnswer.Element;
import dev.superbill.adapter.wire.SuggestionAnswer.Evidence;
import dev.superbill.adapter.wire.SuggestionAnswer.Line;
import dev.superbill.adapter.wire.SuggestionAnswer.MedicalDecisionMaking;
import dev.superbill.adapter.wire.SuggestionAnswer.Part;
import dev.superbill.adapter.wire.SuggestionAnswer.Visit;
import dev.superbill.note.Note;
import dev.superbill.section.Section;
import dev.superbill.section.Sectionizer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Takes the words of the note out of an answer, and puts them back in. Words of the note are the
/// quotes and the headings of sections, and nothing else: what rules say is in our words.
final class AnswerWords {
    private static final Sectionizer SECTIONIZER = new Sectionizer();

    private final UnaryOperator<Evidence> change;

    private AnswerWords(UnaryOperator<Evidence> change) {
        this.change = change;
    }

    /// The answer without a word of the note.
    static SuggestionAnswer without(SuggestionAnswer answer) {
        return new AnswerWords(words -> new Evidence("", words.start(), words.end(), null))
                .changed(answer);
    }

    /// The answer with the headings and quotes of its note.
    static SuggestionAnswer quoting(String text, SuggestionAnswer answer) {
        var sections = SECTIONIZER.split(new Note("", text));
        return new AnswerWords(words ->
                new Evidence(
                        heading(sections, words), words.start(), words.end(), quote(text, words)))
                .changed(answer);
    }

    /// The answer with the headings of its note, and no quotes.
    static SuggestionAnswer pointing(String text, SuggestionAnswer answer) {
        var sections = SECTIONIZER.split(new Note("", text));
        return new AnswerWords(words ->
                new Evidence(heading(sections, words), words.start(), words.end(), null))
                .changed(answer);
    }

    private static @Nullable String quote(String text, Evidence words) {
        return words.end() <= text.length() ? text.substring(words.start(), words.end()) : null;
    }

    private static String heading(List<Section> sections, Evidence words) {
        return sections.stream()
                .filter(section ->
                        section.span().start() <= words.start()
                                && words.start() < section.span().end())
                .map(Section::heading)
                .findFirst()
                .orElse("");
    }

    private SuggestionAnswer changed(SuggestionAnswer answer) {
        return new SuggestionAnswer(
                answer.id(),
                answer.release(),
                answer.classification(),
                visit(answer.evaluationAndManagement()),
                answer.lines().stream().map(this::line).toList(),
                answer.diagnoses().stream()
                        .map(diagnosis ->
                                new SuggestionAnswer.Diagnosis(
                                        diagnosis.pointer(),
                                        diagnosis.system(),
                                        diagnosis.code(),
                                        diagnosis.description(),
                                        diagnosis.confidence(),
                                        diagnosis.decision(),
                                        evidence(diagnosis.evidence()),
                                        diagnosis.findings()))
                        .toList(),
                answer.rejected().stream()
                        .map(rejected ->
                                new SuggestionAnswer.Rejected(
                                        rejected.code(),
                                        rejected.system(),
                                        rejected.because(),
                                        evidence(rejected.evidence())))
                        .toList(),
                answer.findings(),
                answer.routing(),
                answer.timing());
    }

    private Visit visit(Visit visit) {
        var mdm = visit.mdm();
        var time = visit.time();
        return new Visit(
                visit.family(),
                visit.level(),
                mdm == null
                        ? null
                        : new MedicalDecisionMaking(
                                mdm.level(),
                                element(mdm.problems()),
                                element(mdm.data()),
                                element(mdm.risk())),
                time == null
                        ? null
                        : new SuggestionAnswer.Time(time.minutes(), evidence(time.evidence())),
                evidence(visit.evidence()));
    }

    private Element element(Element element) {
        return new Element(element.level(), element.basis(), evidence(element.evidence()));
    }

    private Line line(Line line) {
        return new Line(
                line.line(),
                line.system(),
                line.code(),
                line.description(),
                line.units(),
                line.modifiers().stream()
                        .map(modifier ->
                                new SuggestionAnswer.Modifier(
                                        modifier.code(),
                                        modifier.because(),
                                        evidence(modifier.evidence())))
                        .toList(),
                line.confidence(),
                line.decision(),
                line.origins(),
                evidence(line.evidence()),
                line.diagnosisPointers(),
                appendixS(line.appendixS()),
                line.alternatives(),
                line.findings());
    }

    private SuggestionAnswer.@Nullable AppendixS appendixS(
            SuggestionAnswer.@Nullable AppendixS work) {
        if (work == null) {
            return null;
        }
        var shown = work.documentation();
        return new SuggestionAnswer.AppendixS(
                work.workClass(),
                work.level(),
                work.basis(),
                work.edition(),
                new Documentation(
                        part(shown.input()), part(shown.process()), part(shown.output())));
    }

    private Part part(Part part) {
        return new Part(part.state(), evidence(part.evidence()));
    }

    private List<Evidence> evidence(List<Evidence> evidence) {
        return evidence.stream().map(change).toList();
    }
}
