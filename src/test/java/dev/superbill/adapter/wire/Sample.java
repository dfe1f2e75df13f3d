package dev.superbill.adapter.wire;

import dev.superbill.CodingPipeline;
import dev.superbill.CodingResult;
import dev.superbill.Knowledge;
import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.adapter.wire.trail.Desk;
import dev.superbill.adapter.wire.trail.Paths;
import dev.superbill.audit.Actor;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.NoteStore;
import dev.superbill.candidate.Origin;
import dev.superbill.classification.Label;
import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.code.Code;
import dev.superbill.code.Modifier;
import dev.superbill.codeset.AppendixSBasis;
import dev.superbill.codeset.AppendixSClass;
import dev.superbill.codeset.CodeSetRelease;
import dev.superbill.decision.Alternative;
import dev.superbill.decision.AppliedModifier;
import dev.superbill.decision.Decision;
import dev.superbill.decision.Rejection;
import dev.superbill.decision.Routing;
import dev.superbill.decision.SuggestedDiagnosis;
import dev.superbill.decision.SuggestedLine;
import dev.superbill.mention.Evidence;
import dev.superbill.note.Fact;
import dev.superbill.note.Note;
import dev.superbill.note.Span;
import dev.superbill.rule.AppendixS;
import dev.superbill.rule.DocumentationPart;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Severity;
import dev.superbill.visit.EvaluationAndManagement;
import dev.superbill.visit.Mdm;
import dev.superbill.visit.MdmElement;
import dev.superbill.visit.MdmLevel;
import dev.superbill.visit.StatedTime;
import dev.superbill.visit.VisitFamily;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/// Made-up values that every door's tests share.
public final class Sample {
    /// A word that stands in every note of the suite, and may stand in no log and no problem.
    public static final String PLANTED = "Quaxbolzinth";

    /// Who may do everything.
    public static final Actor ACTOR = Actor.alone("tester");

    /// What program answers in tests.
    public static final Build BUILD = new Build("1.0.0+abc1234", "2026.4");

    private static final Knowledge KNOWLEDGE = EmbeddedKnowledge.load();
    private static final Note NOTE =
            new Note("n1", "PROCEDURE: laparoscopic " + PLANTED + "ectomy, right\u001B[2J side");
    private static final Evidence WORDS = Evidence.quoting(NOTE, "PROCEDURE", new Span(11, 36));

    private Sample() {}

    /// A request with a note of the given text.
    public static String request(String text) {
        return """
        {"encounter":{"serviceDate":"2026-06-15"},"note":{"text":%s}}\
        """
                .formatted(new String(Json.write(text), StandardCharsets.UTF_8));
    }

    /// An interface over the real pipeline.
    public static Api api(NoteClassifier classifier, AuditTrail auditTrail) {
        return api(classifier, auditTrail, NoteStore.none());
    }

    /// An interface over the real pipeline.
    public static Api api(NoteClassifier classifier, AuditTrail auditTrail, NoteStore notes) {
        var suggester = suggester(classifier);
        var desk = new Desk(suggester, auditTrail, notes, Desk.Terms.standard());
        return new Api(
                suggester,
                validator(),
                Paths.of(suggester, validator(), desk, auditTrail),
                CallMeter.none());
    }

    /// What codes notes, over the real pipeline.
    public static Suggester suggester(NoteClassifier classifier) {
        var pipeline = new CodingPipeline(KNOWLEDGE, classifier, () -> 0);
        return new Suggester(
                () -> pipeline,
                classifier::model,
                BUILD,
                new Suggester.Time(
                        Clock.fixed(Instant.parse("2026-06-15T08:00:00Z"), ZoneOffset.UTC),
                        () -> 0,
                        new Random(1)));
    }

    /// An interface that fails at every note.
    public static Api broken() {
        return api(
                new NoteClassifier() {
                    @Override
                    public NoteClassification classify(String text) {
                        throw new IllegalStateException(text);
                    }

                    @Override
                    public String model() {
                        return "broken@0";
                    }
                },
                AuditTrail.none());
    }

    static Validator validator() {
        try (var factory =
                Validation.byDefaultProvider()
                        .configure()
                        .messageInterpolator(new ParameterMessageInterpolator())
                        .buildValidatorFactory()) {
            return factory.getValidator();
        }
    }

    /// An answer with something in every field.
    public static SuggestionAnswer answer() {
        return new AnswerMapping(AnswerMapping.Quotes.WRITTEN)
                .answer("01JD", BUILD, "note-encoder@3fa9", result(), 4_100_000);
    }

    static CodingResult result() {
        var blocked =
                new Finding(
                        "ai-output",
                        Severity.BLOCK,
                        "X0001",
                        "the output is not documented",
                        "CPT Appendix S, 2022-01-01",
                        "state the result");
        var general = new Finding("lines", Severity.INFO, "", "one line dropped", "", "");
        var element = new MdmElement(MdmLevel.LOW, "one stable illness", List.of(WORDS));
        return new CodingResult(
                new NoteClassification(
                        List.of(new Label("operative", 0.98765), new Label("other", 0.01)),
                        List.of(new Label("general_surgery", 0.9)),
                        List.of(new Label("cholecystectomy", 0.88), new Label("hernia", 0.02)),
                        "PyTorch"),
                new EvaluationAndManagement(
                        VisitFamily.OFFICE_ESTABLISHED,
                        Fact.known(new Code.Cpt("99213")),
                        Fact.known(new Mdm(element, element, element)),
                        Fact.known(new StatedTime(25, List.of())),
                        List.of(WORDS),
                        List.of(),
                        0.5),
                List.of(
                        new SuggestedLine(
                                1,
                                new Code.Cpt("0001T"),
                                "a service done by software",
                                2,
                                List.of(
                                        new AppliedModifier(
                                                new Modifier("RT"), "the right side", List.of())),
                                0.93449,
                                new Decision.Withhold(blocked),
                                List.of(Origin.LOOKUP, Origin.CLASSIFIER),
                                List.of(WORDS),
                                List.of(1),
                                Fact.known(
                                        new AppendixS(
                                                AppendixSClass.AUGMENTATIVE,
                                                AppendixSBasis.DESCRIPTOR,
                                                2022,
                                                part(DocumentationPart.State.MET),
                                                part(DocumentationPart.State.MET),
                                                part(DocumentationPart.State.MISSING))),
                                List.of(new Alternative(new Code.Cpt("0002T"), "it is not left")),
                                List.of(blocked))),
                List.of(
                        new SuggestedDiagnosis(
                                1,
                                new Code.Icd10("K80.10"),
                                "stones",
                                0.9,
                                new Decision.Suggest(),
                                List.of(WORDS),
                                List.of())),
                List.of(new Rejection(new Code.Cpt("0003T"), general, List.of(WORDS))),
                List.of(general),
                new Routing(Routing.Outcome.QUERY, List.of("the output is not documented")),
                List.of(
                        new CodeSetRelease(
                                "CPT",
                                "2026",
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 12, 31),
                                "made up",
                                1,
                                "00")),
                List.of(new CodingResult.StageTiming("section", 123_456)));
    }

    private static DocumentationPart part(DocumentationPart.State state) {
        return new DocumentationPart(
                state, state == DocumentationPart.State.MET ? List.of(WORDS) : List.of());
    }
}
