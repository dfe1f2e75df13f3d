package dev.superbill.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.EntryBuilder;
import dev.superbill.section.SectionKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChapterTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    00100,   SURGERY
                    10004,   SURGERY
                    31614,   SURGERY
                    31615,   ENDOSCOPY_AND_CATHETER
                    31654,   ENDOSCOPY_AND_CATHETER
                    31655,   SURGERY
                    36000,   ENDOSCOPY_AND_CATHETER
                    36620,   ENDOSCOPY_AND_CATHETER
                    36621,   SURGERY
                    43179,   SURGERY
                    43180,   ENDOSCOPY_AND_CATHETER
                    43278,   ENDOSCOPY_AND_CATHETER
                    44360,   ENDOSCOPY_AND_CATHETER
                    45300,   ENDOSCOPY_AND_CATHETER
                    45398,   ENDOSCOPY_AND_CATHETER
                    52000,   ENDOSCOPY_AND_CATHETER
                    62270,   ENDOSCOPY_AND_CATHETER
                    64640,   ENDOSCOPY_AND_CATHETER
                    69999,   SURGERY
                    70000,   IMAGING
                    79999,   IMAGING
                    80000,   LABORATORY
                    89999,   LABORATORY
                    90000,   MEDICINE
                    92919,   MEDICINE
                    92920,   CARDIOLOGY
                    93799,   CARDIOLOGY
                    93800,   MEDICINE
                    99201,   MEDICINE
                    99202,   VISIT
                    99499,   VISIT
                    99500,   MEDICINE
                    0001T,   CATEGORY_III
                    0001U,   LABORATORY
                    0001M,   LABORATORY
                    G0001,   LEVEL_II
                    A00,     DISEASE
                    B99.9,   DISEASE
                    C00,     NEOPLASM
                    D49.9,   NEOPLASM
                    D50,     DISEASE
                    Q99,     DISEASE
                    R00,     SYMPTOM
                    S00,     INJURY
                    T88,     INJURY
                    V00,     EXTERNAL_CAUSE
                    Y99,     EXTERNAL_CAUSE
                    Z00,     STATUS
                    """)
    void everyCodeHasAChapter(String code, Chapter chapter) {
        assertThat(Chapter.of(EntryBuilder.code(code))).isEqualTo(chapter);
        assertThat(ConfidenceModel.chapterOf(EntryBuilder.code(code))).isEqualTo(chapter);
    }

    @ParameterizedTest
    @EnumSource(
            value = SectionKind.class,
            names = {"FAMILY_HISTORY", "ALLERGIES", "SOCIAL_HISTORY"})
    void nothingIsPerformedInAListOrAHistory(SectionKind kind) {
        assertThat(Standing.ofProcedure(kind)).isEqualTo(Standing.NONE);
    }
}
