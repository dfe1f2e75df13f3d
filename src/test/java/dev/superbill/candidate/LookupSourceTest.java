package dev.superbill.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.candidate.Ousted.Reason;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.CodeTable;
import dev.superbill.codeset.EntryBuilder;
import dev.superbill.codeset.Side;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Cue;
import dev.superbill.mention.Laterality;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupSourceTest {
    private static final LocalDate SERVICE_DATE = LocalDate.of(2026, 6, 30);
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .says("00001", "widget")
                    .unless("00001", "00002", "widget + gilded")
                    .excludes("00001", "imaginary")
                    .says("00002", "widget + gilded")
                    .says("00003", "sprocket")
                    .needs("00003", "hammer", "mallet")
                    .needs("00003", "nail")
                    .entry(EntryBuilder.of("00004").active("2020-01-01", "2025-12-31"))
                    .says("00004", "cog")
                    .says("00005", "gear & axle")
                    .says("X0001", "tool box")
                    .says("00006", "spring")
                    .unless("00006", "00003", "coiled")
                    .says("A00", "rust")
                    .excludes("A00", "dust")
                    .entry(EntryBuilder.of("M01.0").side(Side.UNSPECIFIED))
                    .says("M01.0", "squeak")
                    .entry(EntryBuilder.of("M01.1").side(Side.RIGHT))
                    .says("M01.1", "squeak")
                    .entry(EntryBuilder.of("M01.2").side(Side.LEFT))
                    .says("M01.2", "squeak")
                    .entry(EntryBuilder.of("M01.3").side(Side.BILATERAL))
                    .says("M01.3", "squeak")
                    .cue(Cue.ABSENT_FORWARD, "no")
                    .cue(Cue.PLANNED_FORWARD, "will schedule")
                    .compile();

    private static Lookup lookUp(String text) {
        return lookUp(text, EnumSet.allOf(CodeSystem.class));
    }

    private static Lookup lookUp(String text, Set<CodeSystem> systems) {
        return new LookupSource(BOOK.codeSets().table())
                .propose(BOOK.read(text.translateEscapes()), SERVICE_DATE, systems);
    }

    private static List<String> proposed(Lookup lookup) {
        return lookup.proposals().stream().map(Proposal::code).map(Code::value).toList();
    }

    private static Proposal proposal(String text) {
        return lookUp(text).proposals().getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PROCEDURE: widget                               | 00001
                    PROCEDURE: widgets, gilded                      | 00002
                    PROCEDURE: widget\\nFINDINGS: gilded            | 00001
                    PROCEDURE: widget\\nFINDINGS: gilded widget     | 00002
                    PROCEDURE: widget\\nHISTORY: gilded widget      | 00001 00002
                    PROCEDURE: widget. no gilded widget             | 00001
                    PROCEDURE: imaginary widget                     | ''
                    PROCEDURE: sprocket                             | ''
                    PROCEDURE: sprocket, hammer                     | ''
                    PROCEDURE: sprocket, hammer and nail            | 00003
                    PROCEDURE: sprocket, mallet and nail            | 00003
                    PROCEDURE: sprocket\\nHISTORY: nail and mallet  | 00003
                    PROCEDURE: sprocket, nail, no hammer            | ''
                    PROCEDURE: sprocket\\nALLERGIES: nail, hammer   | ''
                    PROCEDURE: gear                                 | ''
                    PROCEDURE: gear\\nFINDINGS: axle                | 00005
                    PROCEDURE: no widget                            | ''
                    PROCEDURE: no widget. widget                    | 00001
                    ALLERGIES: widget                               | ''
                    HISTORY: widget                                 | 00001
                    PLAN: will schedule widget                      | ''
                    PROCEDURE: cog                                  | ''
                    DIAGNOSIS: rust                                 | A00
                    DIAGNOSIS: rust\\nPLAN: dust                    | ''
                    FAMILY HISTORY: rust                            | ''
                    PROCEDURE: tool box                             | X0001
                    PROCEDURE: coiled spring                        | 00006
                    PROCEDURE: coiled spring, sprocket              | 00006
                    PROCEDURE: coiled spring, sprocket, hammer, nail| 00003
                    """)
    void aCodeIsProposedWhereItIsAssertedAndNothingRulesItOut(String text, String codes) {
        var expected = codes.isEmpty() ? List.<String>of() : Arrays.asList(codes.split(" ", -1));

        assertThat(proposed(lookUp(text))).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({"spring, 0", "coiled spring, 1"})
    void aSiblingThatNothingSaysOnlyDisputesTheCode(String text, int disputed) {
        assertThat(proposal("PROCEDURE: " + text).disputed()).isEqualTo(disputed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PROCEDURE: gilded widget   | 00001 | SIBLING_DOCUMENTED | 00002
                    PROCEDURE: imaginary widget| 00001 | SIBLING_DOCUMENTED |
                    PROCEDURE: no widget       | 00001 | NOT_ASSERTED       |
                    ALLERGIES: widget          | 00001 | NOT_PERFORMED      |
                    PROCEDURE: cog             | 00004 | INACTIVE           |
                    PROCEDURE: no cog          | 00004 | INACTIVE           |
                    """)
    void whatIsRuledOutSaysWhy(String text, String code, Reason reason, String sibling) {
        var ousted = lookUp(text).ousted();

        assertThat(ousted).hasSize(1);
        assertThat(ousted.getFirst().code().value()).isEqualTo(code);
        assertThat(ousted.getFirst().reason()).isEqualTo(reason);
        assertThat(ousted.getFirst().sibling())
                .isEqualTo(sibling == null ? CodeTable.NO_ROW : BOOK.row(sibling));
        assertThat(ousted.getFirst().support()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DIAGNOSIS: squeak                      | M01.0
                    DIAGNOSIS: right squeak                | M01.1
                    DIAGNOSIS: left squeak                 | M01.2
                    DIAGNOSIS: bilateral squeak            | M01.3
                    DIAGNOSIS: squeak\\nPROCEDURE: left widget | M01.2
                    DIAGNOSIS: left squeak\\nHISTORY: right squeak | M01.2
                    """)
    void aSidedDiagnosisFollowsTheSideDocumented(String text, String code) {
        assertThat(proposed(lookUp(text)).stream().filter(value -> value.startsWith("M")))
                .containsExactly(code);
    }

    @Test
    void onlyTheSystemsAskedForAreProposed() {
        var text = "PROCEDURE: widget, tool box. rust";

        assertThat(proposed(lookUp(text, Set.of(CodeSystem.CPT)))).containsExactly("00001");
        assertThat(proposed(lookUp(text, Set.of(CodeSystem.HCPCS)))).containsExactly("X0001");
        assertThat(proposed(lookUp(text, Set.of(CodeSystem.ICD_10_CM)))).containsExactly("A00");
        assertThat(proposed(lookUp(text, Set.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PROCEDURE: widget                        | TITLE
                    TECHNIQUE: widget                        | BODY
                    FINDINGS: widget                         | RESULT
                    a widget                                 | RESULT
                    PLAN: widget                             | CONTEXT
                    PLAN: widget\\nPROCEDURE: widget         | TITLE
                    PROCEDURE: no widget\\nPLAN: widget      | CONTEXT
                    """)
    void theFirmestPlaceDecides(String text, Standing standing) {
        assertThat(proposal(text).standing()).isEqualTo(standing);
    }

    @Test
    void anExpressionIsAsFirmAsItsWeakestClause() {
        assertThat(proposal("PROCEDURE: gear\nPLAN: axle").standing()).isEqualTo(Standing.CONTEXT);
    }

    @Test
    void assertedAndDoubtedPlacesAreCounted() {
        var proposal = proposal("PROCEDURE: widget. no widget. widget");

        assertThat(proposal.occurrences()).isEqualTo(2);
        assertThat(proposal.doubted()).isEqualTo(1);
        assertThat(proposal.first()).isEqualTo(11);
    }

    @Test
    void theFirmestPlaceIsQuotedFirst() {
        var mentions = BOOK.read("PLAN: widget\nPROCEDURE: widget");
        var proposal =
                new LookupSource(BOOK.codeSets().table())
                        .propose(mentions, SERVICE_DATE, EnumSet.allOf(CodeSystem.class))
                        .proposals()
                        .getFirst();

        assertThat(mentions.sectionOf(proposal.support().getFirst()).heading())
                .isEqualTo("PROCEDURE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PROCEDURE: widget                                     | NONE      | ''
                    PROCEDURE: left widget                                | LEFT      | LEFT
                    PROCEDURE: left widget. TECHNIQUE: right widget       | LEFT      | LEFT RIGHT
                    PROCEDURE: left widget. HISTORY: right widget         | LEFT      | LEFT
                    PROCEDURE: bilateral widget                           | BILATERAL | BILATERAL
                    """)
    void theSideOfAProcedureIsTakenFromTheFirmestPlaces(
            String text, Laterality side, String sides) {
        var proposal = proposal(text);

        assertThat(proposal.laterality()).isEqualTo(side);
        assertThat(proposal.sides().stream().map(Enum::name))
                .containsExactlyElementsOf(
                        sides.isEmpty() ? List.of() : Arrays.asList(sides.split(" ", -1)));
    }

    @Test
    void aSiblingThatWordsDidNotReachIsKeptAsAlternative() {
        assertThat(proposal("PROCEDURE: widget\nHISTORY: gilded widget").siblings())
                .containsExactly(BOOK.row("00002"));
        assertThat(proposal("PROCEDURE: widget").siblings()).isEmpty();
    }
}
