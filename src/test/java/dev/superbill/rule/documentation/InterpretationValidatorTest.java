package dev.superbill.rule.documentation;

import static dev.superbill.rule.Claims.claim;
import static dev.superbill.rule.Claims.line;
import static dev.superbill.rule.Claims.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.AppendixSBasis;
import dev.superbill.codeset.AppendixSClass;
import dev.superbill.codeset.EntryBuilder;
import dev.superbill.codeset.Interpretation;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Concept;
import dev.superbill.note.EncounterBuilder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpretationValidatorTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .entry(EntryBuilder.of("00001").interpretation(Interpretation.REQUIRED))
                    .entry(EntryBuilder.of("00002"))
                    .entry(
                            EntryBuilder.of("0003T")
                                    .interpretation(Interpretation.REQUIRED)
                                    .appendixS(
                                            AppendixSClass.AUGMENTATIVE, AppendixSBasis.DESCRIPTOR))
                    .concept(Concept.INTERPRETATION, "my reading")
                    .concept(Concept.SIGNATURE, "signed")
                    .compile();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    00001 | PLAN: take a picture                     | WARN 00001
                    00001 | PLAN: take a picture. signed             | WARN 00001
                    00001 | my reading: rust                         | INFO 00001
                    00001 | my reading: rust. signed                 | ''
                    00001 | FINDINGS: rust                           | INFO 00001
                    00001 | IMPRESSION: rust. signed                 | ''
                    00001 | TECHNIQUE: turned. signed                | ''
                    00001 | EXAM: picture. signed                    | ''
                    00002 | PLAN: take a picture                     | ''
                    0003T | PLAN: take a picture                     | ''
                    """)
    void aStudyNeedsItsSignedReport(String code, String note, String expected) {
        var claim = claim(BOOK, note, EncounterBuilder.on("2026-06-30").build(), line(BOOK, code));

        assertThat(said(new InterpretationValidator(), claim))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }
}
