package dev.superbill.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.code.Code;
import dev.superbill.note.Fact;
import dev.superbill.note.Patient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VisitCodesTest {
    private static String code(
            VisitFamily family, MdmLevel level, int minutes, boolean longDischarge) {
        return VisitCodes.code(
                        family,
                        level,
                        Fact.known(new StatedTime(minutes, List.of())),
                        longDischarge,
                        Patient.unknown())
                .told()
                .map(Code::value)
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    OFFICE_NEW,          99202, 99203, 99204, 99205
                    OFFICE_ESTABLISHED,  99212, 99213, 99214, 99215
                    CONSULT_OUTPATIENT,  99242, 99243, 99244, 99245
                    CONSULT_INPATIENT,   99252, 99253, 99254, 99255
                    HOSPITAL_INITIAL,    99221, 99221, 99222, 99223
                    HOSPITAL_SUBSEQUENT, 99231, 99231, 99232, 99233
                    NURSING_FACILITY,    99307, 99308, 99309, 99310
                    EMERGENCY,           99282, 99283, 99284, 99285
                    """)
    void theLevelOfDecisionMakingGivesTheCode(
            VisitFamily family, String straightforward, String low, String moderate, String high) {
        assertThat(List.of(MdmLevel.values()))
                .extracting(level -> code(family, level, 0, false))
                .containsExactly(straightforward, low, moderate, high);
        assertThat(VisitCodes.levelledByMdm(family)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    OFFICE_NEW,          0,   99202
                    OFFICE_NEW,          15,  99202
                    OFFICE_NEW,          29,  99202
                    OFFICE_NEW,          30,  99203
                    OFFICE_NEW,          44,  99203
                    OFFICE_NEW,          45,  99204
                    OFFICE_NEW,          59,  99204
                    OFFICE_NEW,          60,  99205
                    OFFICE_NEW,          600, 99205
                    OFFICE_ESTABLISHED,  10,  99212
                    OFFICE_ESTABLISHED,  19,  99212
                    OFFICE_ESTABLISHED,  20,  99213
                    OFFICE_ESTABLISHED,  29,  99213
                    OFFICE_ESTABLISHED,  30,  99214
                    OFFICE_ESTABLISHED,  39,  99214
                    OFFICE_ESTABLISHED,  40,  99215
                    CONSULT_OUTPATIENT,  29,  99242
                    CONSULT_OUTPATIENT,  30,  99243
                    CONSULT_OUTPATIENT,  39,  99243
                    CONSULT_OUTPATIENT,  40,  99244
                    CONSULT_OUTPATIENT,  54,  99244
                    CONSULT_OUTPATIENT,  55,  99245
                    CONSULT_INPATIENT,   44,  99252
                    CONSULT_INPATIENT,   45,  99253
                    CONSULT_INPATIENT,   59,  99253
                    CONSULT_INPATIENT,   60,  99254
                    CONSULT_INPATIENT,   79,  99254
                    CONSULT_INPATIENT,   80,  99255
                    HOSPITAL_INITIAL,    40,  99221
                    HOSPITAL_INITIAL,    54,  99221
                    HOSPITAL_INITIAL,    55,  99222
                    HOSPITAL_INITIAL,    74,  99222
                    HOSPITAL_INITIAL,    75,  99223
                    HOSPITAL_SUBSEQUENT, 25,  99231
                    HOSPITAL_SUBSEQUENT, 34,  99231
                    HOSPITAL_SUBSEQUENT, 35,  99232
                    HOSPITAL_SUBSEQUENT, 49,  99232
                    HOSPITAL_SUBSEQUENT, 50,  99233
                    NURSING_FACILITY,    19,  99307
                    NURSING_FACILITY,    20,  99308
                    NURSING_FACILITY,    30,  99309
                    NURSING_FACILITY,    44,  99309
                    NURSING_FACILITY,    45,  99310
                    EMERGENCY,           600, 99282
                    """)
    void aTimeThatIsMetOrExceededGivesTheCode(VisitFamily family, int minutes, String expected) {
        assertThat(code(family, MdmLevel.STRAIGHTFORWARD, minutes, false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"HIGH, 10, 99215", "MODERATE, 40, 99215", "MODERATE, 39, 99214", "LOW, 30, 99214"})
    void theHigherOfLevelAndTimeCounts(MdmLevel level, int minutes, String expected) {
        assertThat(code(VisitFamily.OFFICE_ESTABLISHED, level, minutes, false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, 99238",
        "30, false, 99238",
        "31, false, 99239",
        "0, true, 99239",
        "30, true, 99239"
    })
    void aDischargeOfMoreThanThirtyMinutesIsTheLongOne(
            int minutes, boolean documented, String expected) {
        assertThat(code(VisitFamily.DISCHARGE, MdmLevel.HIGH, minutes, documented))
                .isEqualTo(expected);
    }

    @Test
    void criticalCareHasOneCodeAndNoVisitHasNone() {
        assertThat(code(VisitFamily.CRITICAL_CARE, MdmLevel.LOW, 0, false)).isEqualTo("99291");
        assertThat(code(VisitFamily.NONE, MdmLevel.HIGH, 60, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0,   99381, 99391
                    1,   99382, 99392
                    4,   99382, 99392
                    5,   99383, 99393
                    11,  99383, 99393
                    12,  99384, 99394
                    17,  99384, 99394
                    18,  99385, 99395
                    39,  99385, 99395
                    40,  99386, 99396
                    64,  99386, 99396
                    65,  99387, 99397
                    130, 99387, 99397
                    """)
    void aPreventiveVisitGoesByAgeAndByWhetherThePatientIsKnown(
            int age, String newPatient, String established) {
        assertThat(preventive(Fact.known(age), Fact.known(false))).isEqualTo(newPatient);
        assertThat(preventive(Fact.known(age), Fact.known(true))).isEqualTo(established);
        assertThat(preventive(Fact.known(age), Fact.unknown())).isEqualTo(established);
    }

    @Test
    void aPreventiveVisitWithoutAgeHasNoCode() {
        assertThat(preventive(Fact.unknown(), Fact.known(true))).isEmpty();
    }

    private static String preventive(Fact<Integer> age, Fact<Boolean> established) {
        return VisitCodes.code(
                        VisitFamily.PREVENTIVE,
                        MdmLevel.LOW,
                        Fact.unknown(),
                        false,
                        new Patient(age, Fact.unknown(), established))
                .told()
                .map(Code::value)
                .orElse("");
    }

    @ParameterizedTest
    @EnumSource(
            value = VisitFamily.class,
            names = {"DISCHARGE", "CRITICAL_CARE", "PREVENTIVE", "NONE"})
    void otherFamiliesHaveNoLevels(VisitFamily family) {
        assertThat(VisitCodes.levelledByMdm(family)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    STRAIGHTFORWARD, STRAIGHTFORWARD, STRAIGHTFORWARD, STRAIGHTFORWARD
                    HIGH,            STRAIGHTFORWARD, STRAIGHTFORWARD, STRAIGHTFORWARD
                    HIGH,            HIGH,            STRAIGHTFORWARD, HIGH
                    HIGH,            MODERATE,        STRAIGHTFORWARD, MODERATE
                    LOW,             MODERATE,        STRAIGHTFORWARD, LOW
                    LOW,             MODERATE,        MODERATE,        MODERATE
                    LOW,             LOW,             HIGH,            LOW
                    """)
    void twoOfTheThreeElementsMakeTheLevel(
            MdmLevel first, MdmLevel second, MdmLevel third, MdmLevel expected) {
        for (var order :
                List.of(
                        List.of(first, second, third),
                        List.of(third, first, second),
                        List.of(second, third, first))) {
            var mdm = new Mdm(element(order.get(0)), element(order.get(1)), element(order.get(2)));

            assertThat(mdm.level()).isEqualTo(expected);
        }
    }

    private static MdmElement element(MdmLevel level) {
        return new MdmElement(level, "made up", List.of());
    }
}
