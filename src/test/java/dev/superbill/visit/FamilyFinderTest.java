package dev.superbill.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.classification.Label;
import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteType;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Concept;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.note.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyFinderTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .concept(Concept.CRITICAL_CARE, "critical care")
                    .concept(Concept.NURSING_FACILITY_SETTING, "nursing facility")
                    .concept(Concept.PREVENTIVE_VISIT, "annual physical")
                    .concept(Concept.NEW_PATIENT, "new patient")
                    .concept(Concept.ESTABLISHED_PATIENT, "seen before")
                    .concept(Concept.INPATIENT_SETTING, "hospital day")
                    .concept(Concept.EMERGENCY_SETTING, "emergency room")
                    .concept(Concept.CONSULT_REQUEST, "asked to see")
                    .compile();

    private static NoteClassification classified(NoteType type) {
        return new NoteClassification(
                List.of(new Label(type.label(), 1)), List.of(), List.of(), "made up");
    }

    private static VisitFamily family(
            NoteClassification classification, String text, String place, String payer) {
        return new FamilyFinder()
                .family(
                        BOOK.read(text.translateEscapes()),
                        classification,
                        EncounterBuilder.on("2026-06-30").place(place).payer(payer).build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    OPERATIVE          | a note           | ''  | ''       | NONE
                    PROCEDURE          | a note           | ''  | ''       | NONE
                    RADIOLOGY          | a note           | ''  | ''       | NONE
                    DIAGNOSTIC_TEST    | a note           | ''  | ''       | NONE
                    OTHER              | new patient      | 11  | ''       | NONE
                    DISCHARGE          | a note           | ''  | ''       | DISCHARGE
                    EMERGENCY          | a note           | ''  | ''       | EMERGENCY
                    EMERGENCY          | critical care    | ''  | ''       | CRITICAL_CARE
                    HOSPITAL_ADMISSION | a note           | ''  | ''       | HOSPITAL_INITIAL
                    CONSULT            | a note           | ''  | ''       | CONSULT_OUTPATIENT
                    CONSULT            | hospital day two | ''  | ''       | CONSULT_INPATIENT
                    CONSULT            | hospital day two | 11  | ''       | CONSULT_OUTPATIENT
                    CONSULT            | a note           | 21  | ''       | CONSULT_INPATIENT
                    CONSULT            | a note           | 22  | ''       | CONSULT_INPATIENT
                    CONSULT            | a note           | 21  | medicare | HOSPITAL_INITIAL
                    CONSULT            | a note           | 11  | medicare | OFFICE_ESTABLISHED
                    CONSULT            | new patient      | 11  | medicare | OFFICE_NEW
                    OFFICE_VISIT       | a note           | ''  | ''       | OFFICE_ESTABLISHED
                    OFFICE_VISIT       | new patient      | ''  | ''       | OFFICE_NEW
                    OFFICE_VISIT       | new patient. seen before | '' | '' | OFFICE_ESTABLISHED
                    OFFICE_VISIT       | annual physical  | ''  | ''       | PREVENTIVE
                    OFFICE_VISIT       | nursing facility | ''  | ''       | NURSING_FACILITY
                    OFFICE_VISIT       | a note           | 31  | ''       | NURSING_FACILITY
                    OFFICE_VISIT       | a note           | 32  | ''       | NURSING_FACILITY
                    OFFICE_VISIT       | a note           | 23  | ''       | EMERGENCY
                    OFFICE_VISIT       | a note           | 21  | ''       | HOSPITAL_SUBSEQUENT
                    OFFICE_VISIT       | hospital day two | ''  | ''       | OFFICE_ESTABLISHED
                    PROGRESS           | hospital day two | ''  | ''       | HOSPITAL_SUBSEQUENT
                    PROGRESS           | hospital day two | 11  | ''       | OFFICE_ESTABLISHED
                    PROGRESS           | a note           | 21  | ''       | HOSPITAL_SUBSEQUENT
                    PROGRESS           | a note           | ''  | ''       | OFFICE_ESTABLISHED
                    """)
    void typeNoteAndEncounterGiveTheFamily(
            NoteType type, String text, String place, String payer, VisitFamily family) {
        assertThat(family(classified(type), text, place, payer)).isEqualTo(family);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    HISTORY: x\\nPLAN: y                          | OFFICE_ESTABLISHED
                    HISTORY: x\\nASSESSMENT: y                    | OFFICE_ESTABLISHED
                    HISTORY: x                                    | NONE
                    PLAN: y                                       | NONE
                    a note                                        | NONE
                    HISTORY: x\\nPLAN: y\\nPROCEDURE: z           | NONE
                    HISTORY: x\\nPLAN: y\\nTECHNIQUE: z           | NONE
                    DISCHARGE DIAGNOSIS: x                        | DISCHARGE
                    Hospital Course: dull                         | DISCHARGE
                    REASON FOR CONSULTATION: x                    | CONSULT_OUTPATIENT
                    I was asked to see him                        | CONSULT_OUTPATIENT
                    seen in the emergency room                    | EMERGENCY
                    """)
    void withoutClassifierTheHeadingsGiveTheType(String text, VisitFamily family) {
        assertThat(family(NoteClassification.none(), text, "", "")).isEqualTo(family);
    }

    @Test
    void whatTheEncounterTellsOfThePatientOutweighsTheNote() {
        var finder = new FamilyFinder();
        var type = classified(NoteType.OFFICE_VISIT);
        var encounter = EncounterBuilder.on("2026-06-30");

        assertThat(
                        finder.family(
                                BOOK.read("new patient"),
                                type,
                                encounter.established(Fact.known(true)).build()))
                .isEqualTo(VisitFamily.OFFICE_ESTABLISHED);
        assertThat(
                        finder.family(
                                BOOK.read("seen before"),
                                type,
                                encounter.established(Fact.known(false)).build()))
                .isEqualTo(VisitFamily.OFFICE_NEW);
    }
}
