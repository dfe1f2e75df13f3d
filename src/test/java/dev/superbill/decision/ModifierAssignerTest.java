package dev.superbill.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.EntryBuilder;
import dev.superbill.mention.Evidence;
import dev.superbill.mention.Laterality;
import dev.superbill.note.ClaimType;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.note.Span;
import dev.superbill.rule.ClaimLine;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModifierAssignerTest {
    private static final Evidence EVIDENCE = new Evidence("", new Span(0, 4), "left");

    private static List<AppliedModifier> modifiers(
            EntryBuilder entry, Laterality side, EncounterBuilder encounter) {
        var line =
                new ClaimLine(
                        1,
                        entry.build(),
                        1,
                        List.of(),
                        side,
                        List.of(),
                        List.of(),
                        List.of(EVIDENCE));
        return new ModifierAssigner(List.of(line), encounter.build()).modifiers(line);
    }

    private static List<String> codes(List<AppliedModifier> modifiers) {
        return modifiers.stream().map(applied -> applied.modifier().code()).toList();
    }

    private static List<String> list(String codes) {
        return codes.isEmpty() ? List.of() : Arrays.asList(codes.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1,  LEFT,      LT
                    1,  RIGHT,     RT
                    1,  BILATERAL, 50
                    1,  NONE,      ''
                    3,  LEFT,      LT
                    3,  BILATERAL, 50
                    0,  LEFT,      ''
                    2,  BILATERAL, ''
                    9,  RIGHT,     ''
                    '', RIGHT,     ''
                    """)
    void aPairedOrganTakesItsSide(String indicator, Laterality side, String expected) {
        var modifiers =
                modifiers(
                        EntryBuilder.of("00001").bilateral(indicator),
                        side,
                        EncounterBuilder.on("2026-06-30"));

        assertThat(codes(modifiers)).isEqualTo(list(expected));
        assertThat(modifiers)
                .allSatisfy(applied -> assertThat(applied.evidence()).containsExactly(EVIDENCE));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1,  PROFESSIONAL, 21, 26
                    1,  PROFESSIONAL, 22, 26
                    1,  PROFESSIONAL, 23, 26
                    1,  PROFESSIONAL, 11, ''
                    1,  PROFESSIONAL, '', 26
                    1,  FACILITY,     22, ''
                    1,  FACILITY,     '', ''
                    0,  PROFESSIONAL, 22, ''
                    2,  PROFESSIONAL, 22, ''
                    '', PROFESSIONAL, 22, ''
                    """)
    void theReaderOfAStudyMadeInAFacilityBillsTheProfessionalComponent(
            String indicator, ClaimType claimType, String place, String expected) {
        assertThat(
                        codes(
                                modifiers(
                                        EntryBuilder.of("00001").pcTc(indicator),
                                        Laterality.NONE,
                                        EncounterBuilder.on("2026-06-30")
                                                .claimType(claimType)
                                                .place(place))))
                .isEqualTo(list(expected));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    20001, assistant,  0,  80
                    20001, assistant,  1,  80
                    20001, assistant,  2,  80
                    20001, assistant,  9,  ''
                    20001, performing, 2,  ''
                    99299, assistant,  0,  ''
                    """)
    void anAssistantSaysSoOnSurgery(String code, String role, String indicator, String expected) {
        assertThat(
                        codes(
                                modifiers(
                                        EntryBuilder.of(code).surgeons(indicator, "0", "0"),
                                        Laterality.NONE,
                                        EncounterBuilder.on("2026-06-30").role(role))))
                .isEqualTo(list(expected));
    }

    @Test
    void bothModifiersAreOrderedByCode() {
        assertThat(
                        codes(
                                modifiers(
                                        EntryBuilder.of("00001").pcTc("1").bilateral("3"),
                                        Laterality.LEFT,
                                        EncounterBuilder.on("2026-06-30").place("22"))))
                .containsExactly("26", "LT");
    }
}
