package dev.superbill.rule.payment;

import static dev.superbill.rule.Claims.chosen;
import static dev.superbill.rule.Claims.draft;
import static dev.superbill.rule.Claims.lines;
import static dev.superbill.rule.Claims.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.EntryBuilder;
import dev.superbill.codeset.FeeIndicators;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.SourceKind;
import dev.superbill.mention.CodeBook;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipleProcedureEditTest {
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .entry(standard("20001", 100))
                    .entry(standard("20002", 200))
                    .entry(standard("20003", 300))
                    .entry(standard("20004", 400))
                    .entry(standard("20005", 500))
                    .entry(standard("20006", 600).bilateral("1"))
                    .entry(standard("20007", 700).addOnTo("20001"))
                    .entry(standard("20008", 700).globalDays("ZZZ"))
                    .entry(EntryBuilder.of("20009").multiple("0"))
                    .entry(EntryBuilder.of("45101").multiple("2").work(300))
                    .entry(EntryBuilder.of("45102").multiple("3").endoscopyOf("45101").work(450))
                    .entry(EntryBuilder.of("45103").multiple("3").endoscopyOf("45101").work(400))
                    .entry(EntryBuilder.of("70001").multiple("4"))
                    .entry(EntryBuilder.of("97001").multiple("5"))
                    .entry(EntryBuilder.of("93001").multiple("6"))
                    .entry(EntryBuilder.of("92501").multiple("7"))
                    .entry(EntryBuilder.of("99299").multiple("0"))
                    .entry(EntryBuilder.of("80001").multiple("9"))
                    .compile();
    private static final MultipleProcedureEdit EDIT = new MultipleProcedureEdit(BOOK.codeSets());

    private static EntryBuilder standard(String code, int work) {
        return EntryBuilder.of(code).multiple("2").work(work);
    }

    private static String words(String lines) {
        var claim = chosen(BOOK, EncounterBuilder.on("2026-06-30").build(), lines(BOOK, lines));
        return EDIT.check(claim).stream().map(Finding::message).collect(Collectors.joining(" / "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    20001                                    | ''
                    20001, 20009                             | ''
                    20001, 20007                             | ''
                    20001, 20008                             | ''
                    20001, 20002                             | 20002 100%, 20001 50%
                    20001, 20001                             | 20001 100%, 20001 50%
                    20006 50, 20001                          | 20006 100%, 20001 50%
                    20001, 20002, 20003, 20004, 20005, 20006 | 20006 100%, 20005 50%, 20004 50%, 20003 50%, 20002 50%, 20001 by report
                    45102, 20001                             | 45102 100%, 20001 50%
                    45102, 45103                             | of 45102, 45103 the highest is paid in full and the others less the value of 45101
                    45102, 45103, 20005                      | 45102 with 45103 100%, 20005 50%; of 45102, 45103 the highest
                    45102, 45103, 20006                      | 20006 100%, 45102 with 45103 50%; of 45102, 45103 the highest
                    70001                                    | ''
                    70001, 70001                             | imaging
                    97001 x2                                 | therapy
                    93001, 93001                             | cardiovascular
                    92501, 92501                             | eye tests
                    """)
    void theOrderOfPaymentIsWorthKnowing(String lines, String expected) {
        if (expected.isEmpty()) {
            assertThat(words(lines)).isEmpty();
        } else {
            assertThat(words(lines)).contains(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    20001 51         | ''
                    20007 51         | WARN 20007
                    20008 51         | WARN 20008
                    20009 51         | WARN 20009
                    99299 51         | WARN 99299
                    80001 51         | WARN 80001
                    45102 51         | ''
                    """)
    void aModifierForReducedPaymentGoesOnCodesThatAreReduced(String lines, String expected) {
        var claim = chosen(BOOK, EncounterBuilder.on("2026-06-30").build(), lines(BOOK, lines));

        assertThat(told(EDIT, claim)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'', INFO", "medicare, INFO", "commercial, ''"})
    void itIsOnlyWorthKnowingAndOnlyOfMedicare(String payer, String expected) {
        var encounter = EncounterBuilder.on("2026-06-30").payer(payer).build();

        assertThat(told(EDIT, chosen(BOOK, encounter, lines(BOOK, "20001, 20002"))))
                .isEqualTo(expected);
        assertThat(told(EDIT, draft(BOOK, encounter, lines(BOOK, "20001, 20002"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"11, '20002 100%, 20001 50%'", "22, '20001 100%, 20002 50%'"})
    void theTotalsOfThePlaceGoBeforeTheWork(String place, String expected) {
        var book =
                new CodeBook()
                        .entry(EntryBuilder.of("20001"))
                        .entry(EntryBuilder.of("20002"))
                        .official(SourceKind.FEE_SCHEDULE, fee("20001", 100, 90))
                        .official(SourceKind.FEE_SCHEDULE, fee("20002", 300, 50))
                        .compile();
        var sets = book.codeSets();
        var encounter = EncounterBuilder.on("2026-06-30").place(place).build();
        var lines = lines(book, "20001, 20002");
        var described =
                lines.stream()
                        .map(line ->
                                new ClaimLine(
                                        line.number(),
                                        sets.describe(line.entry().code(), encounter.serviceDate())
                                                .orElseThrow(),
                                        1,
                                        line.modifiers(),
                                        line.laterality(),
                                        line.sides(),
                                        line.diagnoses(),
                                        line.evidence()))
                        .toList();

        assertThat(
                        new MultipleProcedureEdit(sets)
                                .check(chosen(book, encounter, described))
                                .getFirst()
                                .message())
                .contains("total relative value units", expected);
    }

    private static OfficialRow.Fee fee(String code, int nonFacility, int facility) {
        return new OfficialRow.Fee(
                EntryBuilder.code(code),
                "",
                new FeeIndicators("A", "000", "0", "2", "0", "0", "0", "0", "", 10),
                0,
                0,
                0,
                nonFacility,
                facility);
    }

    @Test
    void withoutTheFeeScheduleTheWorkIsNamed() {
        assertThat(words("20001, 20002")).contains("work relative value units");
    }
}
