package dev.superbill.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.classification.Label;
import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteType;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Concept;
import dev.superbill.mention.Evidence;
import dev.superbill.mention.MentionFinder;
import dev.superbill.mention.NoteMentions;
import dev.superbill.note.Encounter;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.note.Fact;
import dev.superbill.note.Note;
import dev.superbill.section.Sectionizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyFinderTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .concept(Concept.CONSULT_REQUEST, "asked to see")
                    .concept(Concept.INPATIENT_SETTING, "hospital bed")
                    .concept(Concept.ESTABLISHED_PATIENT, "seen before")
                    .concept(Concept.NEW_PATIENT, "never seen")
                    .concept(Concept.ADMISSION, "will admit")
                    .concept(Concept.STAY_DAY, "day two")
                    .concept(Concept.EMERGENCY_VISIT, "by ambulance")
                    .concept(Concept.NURSING_FACILITY_SETTING, "facility rounds")
                    .concept(Concept.PREVENTIVE_VISIT, "yearly check")
                    .compile();

    private static final VisitModel MODEL =
            new MadeUpVisits()
                    .speaks("together.asked-in-bed", VisitFamily.CONSULT_INPATIENT)
                    .speaks("together.asked-in-bed", VisitFamily.CONSULT_INPATIENT)
                    .speaks("together.asked-in-bed", VisitFamily.CONSULT_INPATIENT)
                    .speaks("together.asked-not-in-bed", VisitFamily.CONSULT_OUTPATIENT)
                    .speaks("established-patient.opening", VisitFamily.OFFICE_ESTABLISHED)
                    .speaks("established-patient.opening", VisitFamily.OFFICE_ESTABLISHED)
                    .speaks("new-patient.opening", VisitFamily.OFFICE_NEW)
                    .speaks("admission.opening", VisitFamily.HOSPITAL_INITIAL)
                    .speaks("stay-day.opening", VisitFamily.HOSPITAL_SUBSEQUENT)
                    .speaks("emergency-visit.opening", VisitFamily.EMERGENCY)
                    .speaks("type.discharge", VisitFamily.DISCHARGE)
                    .model();

    private static FoundFamily find(NoteMentions mentions, NoteType type, Encounter encounter) {
        return new FamilyFinder(MODEL).find(mentions, classified(type), encounter);
    }

    private static NoteClassification classified(NoteType type) {
        return new NoteClassification(
                List.of(new Label(type.label(), 1)), List.of(), List.of(), "made up");
    }

    private static Encounter at(String place, String payer) {
        return EncounterBuilder.on("2026-06-30").place(place).payer(payer).build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nothing at all                | ''  | ''       | NONE
                    asked to see him              | ''  | ''       | CONSULT_OUTPATIENT
                    asked to see him, hospital bed. hospital bed. hospital bed | '' | '' | CONSULT_INPATIENT
                    asked to see him              | 21  | ''       | CONSULT_INPATIENT
                    asked to see him              | 31  | ''       | CONSULT_INPATIENT
                    asked to see him, hospital bed. hospital bed. hospital bed | 11 | '' | CONSULT_OUTPATIENT
                    asked to see him              | 23  | ''       | CONSULT_OUTPATIENT
                    asked to see him              | 11  | medicare | OFFICE_NEW
                    asked to see him              | 21  | medicare | HOSPITAL_INITIAL
                    never seen                    | ''  | ''       | OFFICE_NEW
                    never seen                    | 21  | ''       | HOSPITAL_INITIAL
                    never seen                    | 23  | ''       | EMERGENCY
                    never seen                    | 32  | ''       | NURSING_FACILITY
                    seen before                   | ''  | ''       | OFFICE_ESTABLISHED
                    seen before                   | 10  | ''       | OFFICE_ESTABLISHED
                    seen before                   | 21  | ''       | HOSPITAL_SUBSEQUENT
                    seen before                   | 31  | ''       | NURSING_FACILITY
                    seen before. facility rounds  | ''  | ''       | NURSING_FACILITY
                    seen before. yearly check     | ''  | ''       | PREVENTIVE
                    will admit                    | ''  | ''       | HOSPITAL_INITIAL
                    will admit                    | 11  | ''       | OFFICE_NEW
                    day two                       | ''  | ''       | HOSPITAL_SUBSEQUENT
                    day two                       | 11  | ''       | OFFICE_ESTABLISHED
                    day two                       | 22  | ''       | HOSPITAL_SUBSEQUENT
                    by ambulance                  | ''  | ''       | EMERGENCY
                    by ambulance                  | 21  | ''       | HOSPITAL_INITIAL
                    """)
    void cuesGiveTheFamilyAndTheEncounterOverrulesThem(
            String text, String place, String payer, VisitFamily family) {
        assertThat(find(BOOK.read(text), NoteType.OTHER, at(place, payer)).family())
                .isEqualTo(family);
    }

    @Test
    void theClassifierIsOneCueAmongOthers() {
        assertThat(find(BOOK.read("nothing"), NoteType.DISCHARGE, at("", "")).family())
                .isEqualTo(VisitFamily.DISCHARGE);
        assertThat(find(BOOK.read("seen before"), NoteType.DISCHARGE, at("", "")).family())
                .isEqualTo(VisitFamily.DISCHARGE);
        assertThat(
                        new FamilyFinder(MODEL)
                                .find(
                                        BOOK.read("seen before"),
                                        NoteClassification.none(),
                                        at("", ""))
                                .family())
                .isEqualTo(VisitFamily.OFFICE_ESTABLISHED);
    }

    @ParameterizedTest
    @CsvSource({"never seen, true, OFFICE_ESTABLISHED", "seen before, false, OFFICE_NEW"})
    void whatIsToldOfThePatientOutweighsTheNote(
            String text, boolean established, VisitFamily family) {
        var encounter =
                EncounterBuilder.on("2026-06-30").established(Fact.known(established)).build();

        assertThat(find(BOOK.read(text), NoteType.OTHER, encounter).family()).isEqualTo(family);
    }

    @Test
    void theWordsOfTheCueAreTheEvidence() {
        var found =
                find(
                        BOOK.read("HISTORY: The man was seen before."),
                        NoteType.OFFICE_VISIT,
                        at("", ""));

        assertThat(found.evidence()).extracting(Evidence::quote).containsExactly("seen before");
        assertThat(found.probability()).isBetween(0.5, 1.0);
        assertThat(found.runnerUp()).isNotEqualTo(found.family());
    }

    /// The shipped phrases and weights, on notes that we made up.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    OFFICE_VISIT | SUBJECTIVE: She returns today for followup of her hypertension. She was last seen in May and is doing well. OBJECTIVE: Blood pressure 128/80. ASSESSMENT: Hypertension, stable. PLAN: Continue lisinopril 10 mg daily. Return to clinic in 6 months. | OFFICE_ESTABLISHED
                    CONSULT | REASON FOR CONSULTATION: Atrial fibrillation. HISTORY OF PRESENT ILLNESS: I was asked to see this 70-year-old woman, who was admitted to telemetry yesterday. She is on a heparin drip in the ICU. PAST MEDICAL HISTORY: Hypertension. MEDICATIONS: Metoprolol. SOCIAL HISTORY: No tobacco. REVIEW OF SYSTEMS: Palpitations. PHYSICAL EXAMINATION: Heart irregular. LABORATORY DATA: Troponin negative. IMPRESSION: Atrial fibrillation. RECOMMENDATIONS: Rate control. Thank you for this consultation, we will follow along with you. | CONSULT_INPATIENT
                    DISCHARGE | ADMISSION DIAGNOSIS: Pneumonia. DISCHARGE DIAGNOSIS: Pneumonia. HOSPITAL COURSE: The patient was admitted and given IV antibiotics. DISCHARGE MEDICATIONS: Levaquin. DISPOSITION: Discharged home in good condition. | DISCHARGE
                    OFFICE_VISIT | SUBJECTIVE: This 4-year-old comes in today for a well child check. Mom has no concerns. OBJECTIVE: Weight at the 50th percentile. Lungs are clear. ASSESSMENT: Well child. PLAN: Immunizations today. Anticipatory guidance was given. Return to clinic in 1 year. | PREVENTIVE
                    EMERGENCY | CHIEF COMPLAINT: Fall. HISTORY OF PRESENT ILLNESS: This 30-year-old presents to the emergency department by ambulance after a fall. PAST MEDICAL HISTORY: None. PHYSICAL EXAMINATION: Wrist is tender. EMERGENCY DEPARTMENT COURSE: Wrist films were negative. MEDICAL DECISION MAKING: Sprain. DISPOSITION: Discharged home in stable condition. Return to the emergency department if worse. | EMERGENCY
                    OFFICE_VISIT | SUBJECTIVE: She returns today for followup of her diabetes. Her mother lives in a nursing home, and she works as a nurse in that facility. OBJECTIVE: Blood pressure 128/80. ASSESSMENT: Diabetes, stable. PLAN: Continue metformin 500 mg daily. Return to clinic in 6 months. | OFFICE_ESTABLISHED
                    RADIOLOGY | EXAM: CT of the head. TECHNIQUE: Axial images were obtained without contrast. FINDINGS: No hemorrhage. IMPRESSION: Normal study. | NONE
                    """)
    void aNoteIsReadAsACoderReadsIt(NoteType type, String text, VisitFamily family) {
        var knowledge = EmbeddedKnowledge.load();
        var note = new Note("made-up", text.replaceAll(" ([A-Z ]{4,}:)", "\n\n$1"));
        var mentions =
                new MentionFinder(knowledge.lexicon()).find(note, new Sectionizer().split(note));

        assertThat(
                        new FamilyFinder(knowledge.visits())
                                .find(mentions, classified(type), at("", ""))
                                .family())
                .isEqualTo(family);
    }
}
