package dev.superbill.rule.documentation;

import static dev.superbill.rule.Claims.claim;
import static dev.superbill.rule.Claims.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.EntryBuilder;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Evidence;
import dev.superbill.mention.Laterality;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.note.Note;
import dev.superbill.note.Span;
import dev.superbill.rule.ClaimLine;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleValidatorTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook().entry(EntryBuilder.of("00001").description("cogwheel mended")).compile();
    private static final String LONG = "The nut was turned on its bolt. ".repeat(14);

    private static ClaimLine quoting(String note, String words) {
        int start = note.indexOf(words);
        var span = new Span(start, start + words.length());
        return new ClaimLine(
                1,
                BOOK.entry("00001"),
                1,
                List.of(),
                Laterality.NONE,
                List.of(),
                List.of(),
                List.of(Evidence.quoting(new Note("", note), "", span)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PROCEDURE: sprocket repair. DESCRIPTION: L                        | sprocket repair | WARN 00001
                    PROCEDURE: sprocket repair. DESCRIPTION: L It was repaired.       | sprocket repair | ''
                    PROCEDURE: sprocket repair. DESCRIPTION: L The SPROCKETS shone.   | sprocket repair | ''
                    PROCEDURE: sprocket repair. DESCRIPTION: The nut was turned.      | sprocket repair | ''
                    PROCEDURE: sprocket repair. FINDINGS: L                           | sprocket repair | ''
                    PROCEDURE: sprocket repair. DESCRIPTION: L The cogwheels turned.  | sprocket repair | ''
                    PROCEDURE: gear oiled. DESCRIPTION: L The sprocket repair held.   | sprocket repair | ''
                    """)
    void aServiceThatOnlyTheTitleNamesIsForAPerson(String note, String words, String expected) {
        var text =
                note.replace(" L", " " + LONG)
                        .replace(". DESC", ".\nDESC")
                        .replace(". FIND", ".\nFIND");
        var claim =
                claim(BOOK, text, EncounterBuilder.on("2026-06-30").build(), quoting(text, words));

        assertThat(said(new TitleValidator(), claim))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }
}
