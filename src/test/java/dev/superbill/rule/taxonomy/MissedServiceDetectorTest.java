package dev.superbill.rule.taxonomy;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.claim;
import static dev.superbill.rule.Claims.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.AppendixSBasis;
import dev.superbill.codeset.AppendixSClass;
import dev.superbill.codeset.EntryBuilder;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Concept;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissedServiceDetectorTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .entry(service("0001T").group("gadgets"))
                    .entry(service("0002T").group("gadgets"))
                    .entry(service("0003T").active("2020-01-01", "2025-12-31"))
                    .says("0001T", "gadget map")
                    .says("0002T", "gadget map")
                    .says("0003T", "cog map")
                    .needs("0002T", "again")
                    .unless("0001T", "0002T", "again")
                    .says("00004", "widget")
                    .concept(Concept.CT_DATA, "slices")
                    .concept(Concept.SOFTWARE_NAMED, "gadgetsoft")
                    .concept(Concept.SOFTWARE_DESCRIBED, "software")
                    .concept(Concept.INTERPRETATION, "my reading")
                    .concept(Concept.SIGNATURE, "signed")
                    .concept(Concept.UNGRADABLE, "blurred")
                    .compile();

    private static EntryBuilder service(String code) {
        return EntryBuilder.of(code)
                .appendixS(AppendixSClass.AUGMENTATIVE, AppendixSBasis.DESCRIPTOR, "CT_DATA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''    | gadget map, slices, gadgetsoft, my reading, signed        | WARN 0001T
                    ''    | gadget map, slices, gadgetsoft, my reading, signed, again | WARN 0002T
                    ''    | gadget map, slices, gadgetsoft                            | INFO interpretation
                    ''    | gadget map, slices, gadgetsoft, my reading                | INFO signature
                    ''    | gadget map, slices, software, my reading, signed          | INFO name
                    ''    | gadget map, slices, my reading, signed                    | ''
                    ''    | gadget map, gadgetsoft, my reading, signed                | ''
                    ''    | slices, gadgetsoft, my reading, signed                    | ''
                    ''    | gadget map, slices, gadgetsoft, my reading, blurred       | ''
                    ''    | cog map, slices, gadgetsoft, my reading, signed           | ''
                    0001T | gadget map, slices, gadgetsoft, my reading, signed        | ''
                    0002T | gadget map, slices, gadgetsoft, my reading, signed        | ''
                    00004 | gadget map, slices, gadgetsoft, my reading, signed        | WARN 0001T
                    """)
    void aServiceDocumentedAndNotBilledIsNamed(String codes, String note, String expected) {
        var findings =
                new MissedServiceDetector(BOOK.codeSets())
                        .check(
                                chosen(
                                        BOOK,
                                        note,
                                        EncounterBuilder.on("2026-06-30").build(),
                                        lines(BOOK, codes).toArray(ClaimLine[]::new)));

        if (expected.isEmpty()) {
            assertThat(findings).isEmpty();
            return;
        }
        var parts = expected.split(" ", 2);
        assertThat(findings)
                .singleElement()
                .matches(Finding::general)
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.valueOf(parts[0]));
                    assertThat(finding.message() + finding.remedy()).contains(parts[1]);
                });
    }

    @Test
    void aDraftIsToldAtMost() {
        var draft =
                claim(
                        BOOK,
                        "gadget map, slices, gadgetsoft, my reading, signed",
                        EncounterBuilder.on("2026-06-30").build());

        assertThat(new MissedServiceDetector(BOOK.codeSets()).check(draft))
                .extracting(Finding::severity)
                .isEqualTo(List.of(Severity.INFO));
    }

    @Test
    void aServiceBilledThatDayIsNotMissed() {
        var encounter =
                EncounterBuilder.on("2026-06-30").billed(EntryBuilder.code("0002T"), 1).build();
        var claim = chosen(BOOK, "gadget map, slices, gadgetsoft, my reading, signed", encounter);

        assertThat(new MissedServiceDetector(BOOK.codeSets()).check(claim)).isEmpty();
    }
}
