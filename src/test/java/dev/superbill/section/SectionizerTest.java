package dev.superbill.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.note.Note;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectionizerTest {
    private static final String SENTENCE = "The widget was turned and the sprocket was oiled. ";

    private final Sectionizer sectionizer = new Sectionizer();

    private List<Section> split(String text) {
        return sectionizer.split(new Note("", text.translateEscapes()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    Procedure: widget removal                | PROCEDURE               | Procedure
                    PROCEDURE: WIDGET REMOVAL                | PROCEDURE               | PROCEDURE
                    PROCEDURES PERFORMED:\\nwidget removal   | PROCEDURE               | PROCEDURES PERFORMED
                    Impression\\nNormal widget.              | IMPRESSION              | Impression
                    IMPRESSION\\nNormal widget.              | IMPRESSION              | IMPRESSION
                    IMPRESSION\\r\\nNormal widget.           | IMPRESSION              | IMPRESSION
                    1. FINDINGS: Normal widget.              | FINDINGS                | FINDINGS
                    2) Findings: Normal widget.              | FINDINGS                | Findings
                    ** FINDINGS: Normal widget.              | FINDINGS                | FINDINGS
                    \\t  Findings  : Normal widget.          | FINDINGS                | Findings
                    pReoperative Diagnosis: worn widget      | PREOPERATIVE_DIAGNOSIS  | pReoperative Diagnosis
                    POSTOPERATIVE DIAGNOSIS: worn widget     | POSTOPERATIVE_DIAGNOSIS | POSTOPERATIVE DIAGNOSIS
                    History of Present Illness: squeaks      | HISTORY                 | History of Present Illness
                    Past Medical History: rust               | PAST_HISTORY            | Past Medical History
                    Family History: rust                     | FAMILY_HISTORY          | Family History
                    Assessment and Plan: oil it              | ASSESSMENT              | Assessment and Plan
                    ALLERGIES: none                          | ALLERGIES               | ALLERGIES
                    Review of Systems: negative              | REVIEW_OF_SYSTEMS       | Review of Systems
                    Technique: turned by hand                | TECHNIQUE               | Technique
                    Anesthesia: local                        | ANESTHESIA              | Anesthesia
                    Hospital Course: dull                    | HOSPITAL_COURSE         | Hospital Course
                    """)
    void aHeadingIsReadInEveryForm(String text, SectionKind kind, String heading) {
        var sections = split(text);

        assertThat(sections).filteredOn(section -> !section.heading().isEmpty()).hasSize(1);
        assertThat(sections.getLast().kind()).isEqualTo(kind);
        assertThat(sections.getLast().heading()).isEqualTo(heading);
    }

    @Test
    void textBeforeTheFirstHeadingHasNoHeading() {
        var sections = split("Seen today.\\nFINDINGS: normal");

        assertThat(sections)
                .extracting(Section::kind)
                .containsExactly(SectionKind.OTHER, SectionKind.FINDINGS);
        assertThat(sections.getFirst().heading()).isEmpty();
        assertThat(sections.getFirst().bodyStart()).isZero();
    }

    @Test
    void aKnownHeadingInCapitalsMayFollowAFullStopOnTheSameLine() {
        var sections = split("TECHNIQUE: Two turns. FINDINGS: Rust. IMPRESSION: Worn widget.");

        assertThat(sections)
                .extracting(Section::kind)
                .containsExactly(
                        SectionKind.TECHNIQUE, SectionKind.FINDINGS, SectionKind.IMPRESSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FINDINGS: the rust of the IMPRESSION: is deep",
                "FINDINGS: rust. Impression: deep",
                "FINDINGS: rust. WIDGETS: deep",
                "FINDINGS: it said: nothing"
            })
    void otherColonsInsideALineDoNotHead(String text) {
        assertThat(split(text)).extracting(Section::heading).containsExactly("FINDINGS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FINDINGS: rust\\nSprocket: oiled   | FINDINGS
                    FINDINGS: rust\\nSPROCKET: oiled   | FINDINGS
                    PROCEDURE: oiling\\nSprocket: left | PROCEDURE
                    PROCEDURE: oiling\\nSPROCKET: left | OTHER
                    """)
    void aHeadingThatNobodyListsTakesTheKindAboveIt(String text, SectionKind kind) {
        var sections = split(text);

        assertThat(sections).hasSize(2);
        assertThat(sections.getLast().kind()).isEqualTo(kind);
        assertThat(sections.getLast().heading()).isEqualToIgnoringCase("sprocket");
    }

    @Test
    void theBodyOfAProcedureIsSplitFromItsTitle() {
        var title = "PROCEDURE:\n1. Removal of widget.\n2. Oiling of sprocket.\n";
        var body = SENTENCE.repeat(12);

        var sections = sectionizer.split(new Note("", title + body));

        assertThat(sections)
                .extracting(Section::kind)
                .containsExactly(SectionKind.PROCEDURE, SectionKind.DESCRIPTION);
        assertThat(sections.getLast().span().start()).isEqualTo(title.length());
        assertThat(sections.getLast().heading()).isEqualTo("PROCEDURE");
    }

    @Test
    void aShortProcedureIsAllTitle() {
        assertThat(split("PROCEDURE: Removal of widget.\\nOiling."))
                .extracting(Section::kind)
                .containsExactly(SectionKind.PROCEDURE);
    }

    @Test
    void aProcedureThatBeginsWithALongParagraphIsAllDescription() {
        assertThat(split("PROCEDURE: " + SENTENCE.repeat(12)))
                .extracting(Section::kind)
                .containsExactly(SectionKind.DESCRIPTION);
    }

    @ParameterizedTest
    @ValueSource(ints = {55, 56, 57, 58, 59, 60, 61})
    void aQuotedHeadingIsAtMostSixtyUnitsAndSplitsNoSurrogatePair(int before) {
        var heading = "FINDINGS " + "x".repeat(before - 9) + "\uD83D\uDE00" + "yyyy";

        var quoted = sectionizer.split(new Note("", heading + ": rust")).getFirst().heading();

        assertThat(quoted.length()).isBetween(55, 60);
        assertThat(heading).startsWith(quoted);
        assertThat(Character.isHighSurrogate(quoted.charAt(quoted.length() - 1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyCharacterLiesInExactlyOneSection(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 50; run++) {
            var text = randomText(random);
            int at = 0;
            for (var section : sectionizer.split(new Note("", text))) {
                assertThat(section.span().start()).isEqualTo(at);
                assertThat(section.bodyStart())
                        .isBetween(section.span().start(), section.span().end());
                at = section.span().end();
            }
            assertThat(at).isEqualTo(text.length());
        }
    }

    private static String randomText(Random random) {
        var pieces =
                List.of(
                        "PROCEDURE:",
                        "Findings:",
                        "IMPRESSION",
                        "Plan",
                        "Family History: ",
                        "1. ",
                        "2) ",
                        "- ",
                        "\n",
                        "\r\n",
                        "\r",
                        "\n\n",
                        "\t",
                        " ",
                        ". ",
                        ": ",
                        ":",
                        "::",
                        "widget",
                        "Sprocket:",
                        "ASSESSMENT AND PLAN:",
                        SENTENCE,
                        SENTENCE.repeat(9),
                        "\uD83D\uDE00",
                        "\uD83D",
                        "\uDE00",
                        "\u00E9\u00E4",
                        "\u2022 ",
                        "\u0000",
                        "X",
                        "A:",
                        "IMPRESSION: ",
                        "12:30");
        var text = new StringBuilder("x");
        for (int i = random.nextInt(40); i >= 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
