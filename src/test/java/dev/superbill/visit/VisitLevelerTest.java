package dev.superbill.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.superbill.classification.NoteClassification;
import dev.superbill.code.Code;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Concept;
import dev.superbill.mention.Evidence;
import dev.superbill.note.EncounterBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitLevelerTest {
    private static final String EMOJI = "\uD83D\uDE00";
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .says("99212", "made up office code")
                    .says("99213", "made up office code")
                    .says("99214", "made up office code")
                    .says("99215", "made up office code")
                    .says("A00", "rust")
                    .says("A01", "dust")
                    .says("A02", "squeak")
                    .concept(Concept.LIFE_THREAT, "falling apart")
                    .concept(Concept.UNSTABLE_PROBLEM, "worsening")
                    .concept(Concept.TEST_ORDERED, "turn test", "oil test", "heat test")
                    .concept(Concept.RECORDS_REVIEWED, "records reviewed")
                    .concept(Concept.INDEPENDENT_HISTORIAN, "per the owner")
                    .concept(Concept.INDEPENDENT_INTERPRETATION, "looked myself")
                    .concept(Concept.DISCUSSION, "discussed with")
                    .concept(Concept.PRESCRIPTION_MANAGEMENT, "prescribed")
                    .concept(Concept.SURGERY_DECISION, "will take apart")
                    .concept(Concept.ESCALATION_DECISION, "admit")
                    .concept(Concept.TOXICITY_MONITORING, "watch the fumes")
                    .concept(Concept.MINOR_TREATMENT, "rest")
                    .compile();

    private static EvaluationAndManagement level(String assessment) {
        return new VisitLeveler(BOOK.codeSets(), MadeUpVisits.byHeadings())
                .level(
                        BOOK.read("HISTORY: It came in.\nASSESSMENT: " + assessment),
                        NoteClassification.none(),
                        EncounterBuilder.on("2026-06-30").build());
    }

    private static Mdm mdm(String assessment) {
        return level(assessment).mdm().told().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nothing                        | STRAIGHTFORWARD
                    rust                           | LOW
                    rust. more rust                | LOW
                    rust and dust                  | MODERATE
                    rust, worsening                | MODERATE
                    rust, falling apart            | HIGH
                    """)
    void theProblemsAddressedGiveTheirLevel(String assessment, MdmLevel level) {
        assertThat(mdm(assessment).problems().level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nothing                                               | STRAIGHTFORWARD
                    turn test                                             | STRAIGHTFORWARD
                    turn test. oil test                                   | LOW
                    turn test. records reviewed                           | LOW
                    turn test. oil test. heat test                        | MODERATE
                    turn test. oil test. per the owner                    | MODERATE
                    turn test. turn test. Turn test                       | STRAIGHTFORWARD
                    turn test. oil test. Oil test                         | LOW
                    looked myself                                         | MODERATE
                    discussed with nobody                                 | MODERATE
                    looked myself. discussed with nobody                  | HIGH
                    looked myself. turn test. oil test. heat test         | HIGH
                    looked myself. looked myself                          | MODERATE
                    """)
    void theDifferentDataGiveTheirLevel(String assessment, MdmLevel level) {
        assertThat(mdm(assessment).data().level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    rest                | LOW
                    prescribed          | MODERATE
                    will take apart     | MODERATE
                    admit               | HIGH
                    watch the fumes     | HIGH
                    prescribed. admit   | HIGH
                    """)
    void theTreatmentGivesItsRisk(String assessment, MdmLevel level) {
        assertThat(mdm(assessment).risk().level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nothing                               | 99212
                    rust                                  | 99213
                    rust and dust. prescribed             | 99214
                    falling apart. admit                  | 99215
                    """)
    void theLevelGivesTheCode(String assessment, String code) {
        assertThat(level(assessment).level().told()).map(Code::value).contains(code);
        assertThat(level(assessment).evidence()).hasSizeBetween(1, 3);
    }

    @Test
    void whatTheHistoryTellsIsAddressedOnlyWhereTheAssessmentNamesNothing() {
        assertThat(problems("HISTORY: rust and dust\nASSESSMENT: well"))
                .isEqualTo(MdmLevel.MODERATE);
        assertThat(problems("HISTORY: rust and dust\nASSESSMENT: rust")).isEqualTo(MdmLevel.LOW);
        assertThat(problems("PAST MEDICAL HISTORY: rust and dust\nASSESSMENT: well"))
                .isEqualTo(MdmLevel.STRAIGHTFORWARD);
    }

    private static MdmLevel problems(String note) {
        return new MdmAssessor(BOOK.codeSets().table())
                .assess(BOOK.read(note), VisitFamily.OFFICE_ESTABLISHED)
                .problems()
                .level();
    }

    @Test
    void anAdmissionIsADecisionOfHighRisk() {
        var mdm =
                new MdmAssessor(BOOK.codeSets().table())
                        .assess(
                                BOOK.read("ASSESSMENT: rust, worsening"),
                                VisitFamily.HOSPITAL_INITIAL);

        assertThat(mdm.problems().level()).isEqualTo(MdmLevel.HIGH);
        assertThat(mdm.risk().level()).isEqualTo(MdmLevel.HIGH);
        assertThat(mdm.risk().evidence()).hasSize(1);
    }

    @Test
    void theOtherLevelsOfTheFamilyAreTold() {
        assertThat(level("rust").considered())
                .extracting(Code::value)
                .containsExactly("99212", "99203", "99214", "99215");
        assertThat(level("rust").confidence()).isBetween(0.5, 0.7);
        assertThat(EvaluationAndManagement.none().considered()).isEmpty();
    }

    @Test
    void aNoteThatIsNoVisitHasNoLevel() {
        var visit =
                new VisitLeveler(BOOK.codeSets(), MadeUpVisits.byHeadings())
                        .level(
                                BOOK.read("PROCEDURE: rust removal"),
                                NoteClassification.none(),
                                EncounterBuilder.on("2026-06-30").build());

        assertThat(visit).isEqualTo(EvaluationAndManagement.none());
    }

    @Test
    void aCodeThatIsNotActiveOnTheServiceDateIsNotGiven() {
        var visit =
                new VisitLeveler(BOOK.codeSets(), MadeUpVisits.byHeadings())
                        .level(
                                BOOK.read("HISTORY: x\nPLAN: y"),
                                NoteClassification.none(),
                                EncounterBuilder.on("2027-06-30").build());

        assertThat(visit.family()).isEqualTo(VisitFamily.OFFICE_ESTABLISHED);
        assertThat(visit.level().told()).isEmpty();
    }

    @Test
    void withoutOtherEvidenceTheOpeningWordsOfTheAssessmentAreQuoted() {
        assertThat(level("All is well.").evidence())
                .extracting(Evidence::section, Evidence::quote)
                .containsExactly(tuple("ASSESSMENT", "All is well."));
    }

    @Test
    void theOpeningWordsSplitNoCharacter() {
        for (int before = 110; before < 130; before++) {
            var evidence = level("-".repeat(before) + EMOJI.repeat(20)).evidence().getFirst();

            assertThat(evidence.quote()).isNotBlank();
            assertThat(
                            Character.isHighSurrogate(
                                    evidence.quote().charAt(evidence.quote().length() - 1)))
                    .isFalse();
        }
    }

    @Test
    void quotedEvidenceOfEveryElementLiesInTheNote() {
        var visit = level("rust and dust. prescribed. turn test. oil test. looked myself");
        var mdm = visit.mdm().told().orElseThrow();

        assertThat(List.of(mdm.problems(), mdm.data(), mdm.risk()))
                .allSatisfy(element -> assertThat(element.evidence()).hasSizeBetween(1, 3));
    }

    @Test
    void whatIsPlannedOrDecidedCountsAndWhatIsListedDoesNot() {
        assertThat(risk("MEDICATIONS: prescribed\nASSESSMENT: rust")).isEqualTo(MdmLevel.LOW);
        assertThat(risk("HISTORY: prescribed\nASSESSMENT: rust")).isEqualTo(MdmLevel.LOW);
        assertThat(risk("ASSESSMENT: rust\nPLAN: prescribed")).isEqualTo(MdmLevel.MODERATE);
        assertThat(risk("PAST MEDICAL HISTORY: admit\nASSESSMENT: rust")).isEqualTo(MdmLevel.LOW);
    }

    private static MdmLevel risk(String note) {
        return new MdmAssessor(BOOK.codeSets().table())
                .assess(BOOK.read(note), VisitFamily.OFFICE_ESTABLISHED)
                .risk()
                .level();
    }

    @Test
    void atAFirstContactEveryDrugIsTakenOverOrNot() {
        var mdm =
                new MdmAssessor(BOOK.codeSets().table())
                        .assess(
                                BOOK.read("MEDICATIONS: prescribed\nASSESSMENT: rust"),
                                VisitFamily.CONSULT_OUTPATIENT);

        assertThat(mdm.risk().level()).isEqualTo(MdmLevel.MODERATE);
    }

    @Test
    void aWorseningToldInTheReviewOfSystemsIsNotAddressed() {
        assertThat(problems("REVIEW OF SYSTEMS: worsening\nASSESSMENT: rust"))
                .isEqualTo(MdmLevel.LOW);
    }

    @Test
    void whereTheElementsDisagreeTheUsualLevelOfTheFamilyDecides() {
        var mdm =
                new Mdm(
                        new MdmElement(MdmLevel.LOW, "made up", List.of()),
                        new MdmElement(MdmLevel.STRAIGHTFORWARD, "made up", List.of()),
                        new MdmElement(MdmLevel.MODERATE, "made up", List.of()));
        var family = VisitFamily.OFFICE_ESTABLISHED;

        assertThat(
                        new MadeUpVisits()
                                .level(family, MdmLevel.LOW, 0.05, 0.3, 0.6, 0.05)
                                .model()
                                .settle(family, mdm))
                .isEqualTo(MdmLevel.MODERATE);
        assertThat(
                        new MadeUpVisits()
                                .level(family, MdmLevel.LOW, 0.05, 0.43, 0.5, 0.02)
                                .model()
                                .settle(family, mdm))
                .isEqualTo(MdmLevel.LOW);
        assertThat(
                        new MadeUpVisits()
                                .level(family, MdmLevel.LOW, 0.05, 0.05, 0.1, 0.8)
                                .model()
                                .settle(family, mdm))
                .isEqualTo(MdmLevel.MODERATE);
    }

    @ParameterizedTest
    @CsvSource({
        "critical care time 45 minutes, CRITICAL_CARE, 99291",
        "critical care time 29 minutes, EMERGENCY, ''",
        "a critical matter, EMERGENCY, ''"
    })
    void criticalCareNeedsItsTime(String text, VisitFamily family, String code) {
        var book =
                new CodeBook()
                        .says("99291", "made up critical code")
                        .concept(Concept.CRITICAL_CARE, "critical care")
                        .concept(Concept.EMERGENCY_VISIT, "by ambulance")
                        .compile();
        var visit =
                new VisitLeveler(
                                book.codeSets(),
                                new MadeUpVisits()
                                        .speaks("emergency-visit.opening", VisitFamily.EMERGENCY)
                                        .model())
                        .level(
                                book.read("Came by ambulance. " + text + "."),
                                NoteClassification.none(),
                                EncounterBuilder.on("2026-06-30").build());

        assertThat(visit.family()).isEqualTo(family);
        assertThat(visit.level().told().map(Code::value).orElse("")).isEqualTo(code);
    }
}
